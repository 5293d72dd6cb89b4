#include "engine/nn/model_metadata.h"

#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <type_traits>
#include <utility>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

OrderedJson rangeToJson(const LabelRange &range)
{
    if (std::isnan(range.low) || std::isnan(range.high)) {
        return nullptr;
    }
    return {range.low, range.high};
}

/// Values of one JSON object with errors that name the key.
class Values
{
public:
    Values(const OrderedJson &object, std::string where) : object_(object), where_(std::move(where))
    {
        if (!object.is_object()) {
            throw InputError(errorAt(where_, translate("Engine", "A JSON object was expected here.")));
        }
    }

    void read(const char *key, std::string &value) const
    {
        if (const OrderedJson *json = find(key)) {
            value = textOf(key, *json);
        }
    }
    template <class Integer>
    requires std::is_integral_v<Integer>
    void read(const char *key, Integer &value) const
    {
        if (const OrderedJson *json = find(key)) {
            value = integerOf<Integer>(key, *json);
        }
    }
    void read(const char *key, std::vector<std::string> &values) const
    {
        for (const OrderedJson &json : list(key)) {
            values.push_back(textOf(key, json));
        }
    }
    void read(const char *key, std::vector<std::int64_t> &values) const
    {
        for (const OrderedJson &json : list(key)) {
            values.push_back(integerOf<std::int64_t>(key, json));
        }
    }
    void read(const char *key, std::map<std::string, std::int64_t> &values) const
    {
        const OrderedJson *object = find(key);
        if (object == nullptr) {
            return;
        }
        if (!object->is_object()) {
            refuse(key);
        }
        for (const auto &[name, json] : object->items()) {
            values[name] = integerOf<std::int64_t>(key, json);
        }
    }
    void read(const char *key, LabelRange &range) const
    {
        const OrderedJson limits = list(key);
        if (limits.empty()) {
            return;
        }
        const auto low = jsonReal(limits[0]);
        const auto high = limits.size() == 2 ? jsonReal(limits[1]) : std::nullopt;
        if (!low || !high) {
            throw InputError(errorAt(where_ + "." + key, translate("Engine", "A range is two numbers.")));
        }
        range = {*low, *high};
    }

    OrderedJson child(const char *key) const
    {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? OrderedJson::object() : *found;
    }

private:
    /// The value of `key`; nullptr where it is absent or null.
    const OrderedJson *find(const char *key) const
    {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }
    OrderedJson list(const char *key) const
    {
        const OrderedJson *value = find(key);
        if (value != nullptr && !value->is_array()) {
            refuse(key);
        }
        return value == nullptr ? OrderedJson::array() : *value;
    }
    std::string textOf(const char *key, const OrderedJson &value) const
    {
        if (!value.is_string()) {
            refuse(key);
        }
        return value.get<std::string>();
    }
    template <class Integer>
    Integer integerOf(const char *key, const OrderedJson &value) const
    {
        const auto number = jsonInteger<Integer>(value);
        if (!number) {
            refuse(key);
        }
        return *number;
    }
    [[noreturn]] void refuse(const char *key) const
    {
        throw InputError(errorAt(where_ + "." + key, translate("Engine", "The value has the wrong type.")));
    }

    const OrderedJson &object_;
    std::string where_;
};

/// Counts by order, such as {"1": 564, "2": 9541}.
std::map<int, std::int64_t> readOrders(const Values &values, const char *key, const std::string &where)
{
    std::map<std::string, std::int64_t> counts;
    values.read(key, counts);
    std::map<int, std::int64_t> result;
    for (const auto &[order, count] : counts) {
        const auto number = parseInteger(order);
        if (!number || *number < 0 || *number > 1'000'000) {
            throw InputError(errorAt(where + "." + key + "." + order, translate("Engine", "This is not an order.")));
        }
        result[static_cast<int>(*number)] = count;
    }
    return result;
}

OrderedJson ordersToJson(const std::map<int, std::int64_t> &counts)
{
    OrderedJson orders = OrderedJson::object();
    for (const auto &[order, count] : counts) {
        orders[std::to_string(order)] = count;
    }
    return orders;
}

TrainingFacts readTraining(const OrderedJson &json, const std::string &where)
{
    const Values values(json, where);
    TrainingFacts facts;
    values.read("labels_sha256", facts.labelsSha256);
    values.read("fitness_range", facts.fitnessRange);
    values.read("interaction_range", facts.interactionRange);
    values.read("support_per_gene", facts.supportPerGene);
    values.read("seed", facts.seed);
    values.read("epochs", facts.epochs);
    values.read("loss", facts.loss);
    values.read("genotypes_per_source", facts.genotypesPerSource);
    if (const OrderedJson options = values.child("options"); !options.empty()) {
        facts.optionsJson = options.dump();
    }
    facts.genotypesPerOrder = readOrders(values, "genotypes_per_order", where);
    facts.interactionsPerOrder = readOrders(values, "interactions_per_order", where);
    std::string kind;
    values.read("label_kind", kind);
    facts.labelKind = kind.empty() ? labelKindOf(facts.genotypesPerSource) : parseLabelKind(kind);
    if (const OrderedJson ranking = values.child("ranking"); !ranking.empty()) {
        facts.ranking = parseRankingFacts(ranking.dump(), where + ".ranking");
    }
    if (const OrderedJson intervals = values.child("intervals"); !intervals.empty()) {
        facts.intervals = parseIntervalFacts(intervals.dump(), where + ".intervals");
    }
    if (const OrderedJson intervals = values.child("ensemble_intervals"); !intervals.empty()) {
        facts.ensembleIntervals = parseEnsembleIntervals(intervals.dump(), where + ".ensemble_intervals");
    }
    // A metric that could not be computed is null.
    const OrderedJson metrics = values.child("metrics");
    for (const auto &[name, value] : metrics.items()) {
        if (const auto number = jsonReal(value)) {
            facts.metrics[name] = *number;
        }
    }
    return facts;
}

OrderedJson trainingToJson(const TrainingFacts &facts)
{
    const OrderedJson options = OrderedJson::parse(facts.optionsJson, nullptr, false);
    return {{"labels_sha256", facts.labelsSha256},
            {"label_kind", toText(facts.labelKind)},
            {"genotypes_per_order", ordersToJson(facts.genotypesPerOrder)},
            {"interactions_per_order", ordersToJson(facts.interactionsPerOrder)},
            {"genotypes_per_source", facts.genotypesPerSource},
            {"fitness_range", rangeToJson(facts.fitnessRange)},
            {"interaction_range", rangeToJson(facts.interactionRange)},
            {"support_per_gene", facts.supportPerGene},
            {"metrics", facts.metrics},
            {"ranking", OrderedJson::parse(toJson(facts.ranking))},
            {"intervals", OrderedJson::parse(toJson(facts.intervals))},
            {"ensemble_intervals", OrderedJson::parse(toJson(facts.ensembleIntervals))},
            {"seed", facts.seed},
            {"epochs", facts.epochs},
            {"loss", facts.loss},
            {"options", options.is_object() ? options : OrderedJson::object()}};
}

OrderedJson originToJson(const ModelFile &file)
{
    OrderedJson json = OrderedJson::object();
    for (const auto &[key, value] : file.origin) {
        json[key] = value;
    }
    return json;
}

} // namespace

std::string toMetadataJson(const ModelFile &file)
{
    const ModelConfig &config = file.model.config();
    return OrderedJson{{"version", 1},
                       {"flavour", toText(config.flavour)},
                       {"config", OrderedJson::parse(toJson(config))},
                       {"gene_ids_sha256", file.geneIdsSha256},
                       {"edge_types", config.edgeTypes},
                       {"training", trainingToJson(file.training)},
                       {"created", file.created},
                       {"origin", originToJson(file)},
                       {"gene_ids", joined(file.geneIds, "\n")}}
        .dump();
}

bool tiedToProfiles(const ModelFile &file)
{
    const OrderedJson options = OrderedJson::parse(file.training.optionsJson, nullptr, false);
    if (!options.is_object() || !options.contains("profile_components")) {
        return false;
    }
    return jsonReal(options["profile_components"]).value_or(0.0) > 0.0;
}

ModelFile parseMetadataJson(const std::string &json, const std::string &where, std::vector<Issue> &issues)
{
    const OrderedJson object = OrderedJson::parse(json, nullptr, false);
    const Values values(object, where);
    int version = 1;
    values.read("version", version);
    if (version != 1) {
        throw InputError(
            errorAt(where + ".version",
                    translate("Engine", "Version %1 of the model file is not known.", {std::to_string(version)}),
                    translate("Engine", "Open it with a newer Knockscape.")));
    }
    OrderedJson configJson = values.child("config");
    std::string flavour;
    values.read("flavour", flavour);
    std::vector<std::string> edgeTypes;
    values.read("edge_types", edgeTypes);
    if (configJson.is_object() && !configJson.contains("flavour") && !flavour.empty()) {
        configJson["flavour"] = flavour;
    }
    if (configJson.is_object() && !configJson.contains("edge_types") && !edgeTypes.empty()) {
        configJson["edge_types"] = edgeTypes;
    }
    ModelFile file{{parseModelConfig(configJson.dump(), where + ".config", issues), {}}, {}, {}, {}, {}, {}, {}, {}};
    values.read("gene_ids_sha256", file.geneIdsSha256);
    values.read("created", file.created);
    std::string ids;
    values.read("gene_ids", ids);
    for (const std::string_view id : split(ids, "\n", true)) {
        file.geneIds.emplace_back(id);
    }
    const OrderedJson origin = values.child("origin");
    for (const auto &[key, value] : origin.items()) {
        file.origin.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
    }
    file.training = readTraining(values.child("training"), where + ".training");
    return file;
}

} // namespace knockscape
