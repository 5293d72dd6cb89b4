#include "engine/cell/importers/metabolic_model.h"

#include "engine/core/json_shape.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace knockscape
{
namespace
{

using nlohmann::json;

/// Values of a document, which take some hundred bytes each. Models of human metabolism have a million and a half.
constexpr std::size_t valueLimit = 3'000'000;
constexpr std::size_t depthLimit = 50;

class CobraJsonImporter
{
public:
    explicit CobraJsonImporter(const ImportFile &file) : file_(file) {}

    MetabolicModel read()
    {
        const json document = parse();
        result_.format = translate("Engine", "COBRA JSON");
        result_.name = text(document, "name", "name");
        if (result_.name.empty()) {
            result_.name = text(document, "id", "id");
        }
        for (const json &metabolite : list(document, "metabolites")) {
            readMetabolite(metabolite);
        }
        for (const json &reaction : list(document, "reactions")) {
            readReaction(reaction);
        }
        if (document.contains("genes")) {
            for (const json &gene : list(document, "genes")) {
                const std::string id = text(gene, "id", "genes");
                const std::string name = text(gene, "name", "genes");
                if (!id.empty() && !name.empty()) {
                    result_.geneNames[id] = name;
                }
            }
        }
        return std::move(result_);
    }

private:
    [[noreturn]] void fail(const std::string &element, const std::string &what) const
    {
        throw InputError(errorAt(element.empty() ? file_.name : file_.name + ", " + element, what,
                                 translate("Engine", "Choose a model in the JSON format of COBRApy.")));
    }

    json parse() const
    {
        const JsonShape shape = jsonShape(file_.content, valueLimit, depthLimit);
        if (shape.tooLarge) {
            fail({}, translate("Engine", "The file holds more than %1 values or is nested more than %2 deep.",
                               {std::to_string(valueLimit), std::to_string(depthLimit)}));
        }
        try {
            json document = json::parse(file_.content);
            if (!document.is_object()) {
                fail({}, translate("Engine", "The file is not a JSON object."));
            }
            return document;
        } catch (const json::exception &error) {
            fail({},
                 translate("Engine", "The file is not valid JSON (%1).", {std::string(error.what()).substr(0, 200)}));
        }
    }

    const json &list(const json &document, const char *key) const
    {
        const auto found = document.find(key);
        if (found == document.end() || !found->is_array()) {
            fail(key, translate("Engine", "A list is expected."));
        }
        for (const json &item : *found) {
            if (!item.is_object()) {
                fail(key, translate("Engine", "A list of objects is expected."));
            }
        }
        return *found;
    }

    std::string text(const json &object, const char *key, const std::string &element) const
    {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null()) {
            return {};
        }
        if (!found->is_string()) {
            fail(element + ", " + key, translate("Engine", "A text is expected."));
        }
        return found->get<std::string>();
    }

    std::optional<double> number(const json &object, const char *key, const std::string &element) const
    {
        const auto found = object.find(key);
        if (found == object.end() || found->is_null()) {
            return std::nullopt;
        }
        std::optional<double> value;
        if (found->is_number()) {
            value = found->get<double>();
        } else if (found->is_string()) {
            value = parseNumber(found->get_ref<const std::string &>());
        }
        if (!value || std::isnan(*value)) {
            fail(element + ", " + key, translate("Engine", "A number is expected."));
        }
        return value;
    }

    void readMetabolite(const json &source)
    {
        Metabolite metabolite;
        metabolite.id = text(source, "id", "metabolites");
        const std::string element = translate("Engine", "metabolite %1", {metabolite.id});
        metabolite.name = text(source, "name", element);
        metabolite.compartment = text(source, "compartment", element);
        metabolite.formula = text(source, "formula", element);
        const std::optional<double> charge = number(source, "charge", element);
        if (charge && std::abs(*charge) < 10'000.0) {
            metabolite.charge = static_cast<int>(*charge);
        }
        metabolites_[metabolite.id] = static_cast<std::int32_t>(result_.metabolism.metabolites.size());
        result_.metabolism.metabolites.push_back(std::move(metabolite));
    }

    void readReaction(const json &source)
    {
        Reaction reaction;
        reaction.id = text(source, "id", "reactions");
        const std::string element = translate("Engine", "reaction %1", {reaction.id});
        reaction.name = text(source, "name", element);
        reaction.subsystem = text(source, "subsystem", element);
        reaction.ruleText = trimmed(text(source, "gene_reaction_rule", element));
        // COBRApy's defaults.
        reaction.lowerBound = number(source, "lower_bound", element).value_or(0.0);
        reaction.upperBound = number(source, "upper_bound", element).value_or(1000.0);
        reaction.objective = number(source, "objective_coefficient", element).value_or(0.0);
        const auto terms = source.find("metabolites");
        if (terms == source.end() || !terms->is_object()) {
            fail(element + ", metabolites", translate("Engine", "An object is expected."));
        }
        for (const auto &[id, coefficient] : terms->items()) {
            const auto found = metabolites_.find(id);
            if (found == metabolites_.end()) {
                fail(element, translate("Engine", "The metabolite %1 does not exist.", {id}));
            }
            if (!coefficient.is_number()) {
                fail(element + ", " + id, translate("Engine", "A number is expected."));
            }
            reaction.terms.push_back({found->second, coefficient.get<double>()});
        }
        std::erase_if(reaction.terms, [](const StoichiometricTerm &term) { return term.coefficient == 0.0; });
        result_.metabolism.reactions.push_back(std::move(reaction));
    }

    const ImportFile &file_;
    MetabolicModel result_;
    std::unordered_map<std::string, std::int32_t> metabolites_;
};

} // namespace

MetabolicModel readCobraJson(const ImportFile &file, std::vector<Issue> &)
{
    MetabolicModel model = CobraJsonImporter(file).read();
    checkModel(model, file.name);
    return model;
}

} // namespace knockscape
