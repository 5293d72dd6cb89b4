#include "engine/core/model_text.h"

#include "engine/core/digit_groups.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

std::string yesOrNo(bool value)
{
    return value ? translate("Engine", "yes") : translate("Engine", "no");
}

class Section
{
public:
    explicit Section(std::string heading) { result_.heading = std::move(heading); }
    void add(std::string name, std::string value)
    {
        if (!value.empty()) {
            result_.facts.push_back({std::move(name), std::move(value)});
        }
    }
    ModelFacts take() { return std::move(result_); }

private:
    ModelFacts result_;
};

/// The values of one JSON object as texts; empty where a key is missing.
class Values
{
public:
    explicit Values(Json object) : object_(std::move(object)) {}
    std::string text(const char *key) const
    {
        if (!object_.is_object() || !object_.contains(key)) {
            return {};
        }
        const Json &value = object_[key];
        if (const auto integer = jsonInteger<std::int64_t>(value)) {
            return std::to_string(*integer);
        }
        if (const auto number = jsonReal(value)) {
            return formatNumber(*number, 6);
        }
        return value.is_string()    ? value.get<std::string>()
               : value.is_null()    ? translate("Engine", "none")
               : value.is_boolean() ? yesOrNo(value.get<bool>())
                                    : std::string();
    }
    bool flag(const char *key) const
    {
        return object_.is_object() && object_.contains(key) && object_[key].is_boolean() && object_[key].get<bool>();
    }
    Values child(const char *key) const
    {
        return Values(object_.is_object() ? object_.value(key, Json::object()) : Json());
    }

private:
    Json object_;
};

ModelFacts fileFacts(const ModelSummary &summary)
{
    Section section(translate("Engine", "File"));
    section.add(translate("Engine", "file"), summary.path.string());
    section.add(translate("Engine", "format"), summary.format);
    section.add("sha256", summary.sha256);
    section.add(translate("Engine", "created"), summary.created);
    section.add(translate("Engine", "genes"),
                summary.geneCount > 0 ? groupedDigits(summary.geneCount) : translate("Engine", "not recorded"));
    for (const auto &[key, value] : summary.origin) {
        section.add(key, value);
    }
    return section.take();
}

void addConvolution(Section &section, const Values &config)
{
    const Values options = config.child("gene_encoder_layer_config");
    const std::string type = config.text("gene_encoder_conv_type");
    const auto add = [&](const char *key, std::string name) { section.add(std::move(name), options.text(key)); };
    if (type == "GAT" || type == "Transformer") {
        add("heads", translate("Engine", "heads"));
        section.add(translate("Engine", "heads are"),
                    options.flag("concat") ? translate("Engine", "side by side") : translate("Engine", "averaged"));
    }
    if (type == "GAT") {
        add("share_weights", translate("Engine", "source and target share weights"));
    }
    if (type == "Transformer") {
        add("root_weight", translate("Engine", "a gene's own features are added"));
        add("beta", translate("Engine", "gated (beta)"));
    }
    if (type == "GIN") {
        add("num_mlp_layers", translate("Engine", "MLP layers"));
        add("hidden_multiplier", translate("Engine", "MLP width, relative to its input"));
    }
    if (type == "GCN") {
        add("normalize", translate("Engine", "normalised by degree"));
    }
    add("add_self_loops", translate("Engine", "self loops are added"));
    if (type != "Transformer") {
        add("is_skip_connection", translate("Engine", "skip connections"));
    }
    add("bias", translate("Engine", "bias"));
    add("dropout", translate("Engine", "dropout in the convolution (training)"));
}

ModelFacts encoderFacts(const ModelSummary &summary, const Values &config)
{
    Section section(translate("Engine", "Gene encoder"));
    section.add(translate("Engine", "flavour"), summary.flavour);
    section.add(translate("Engine", "input"), config.text("gene_input"));
    section.add(translate("Engine", "input channels"), config.text("in_channels"));
    if (config.text("gene_input") == "combined") {
        section.add(translate("Engine", "learned channels"), config.text("embedding_channels"));
    }
    section.add(translate("Engine", "hidden channels"), config.text("hidden_channels"));
    section.add(translate("Engine", "networks"), joined(summary.edgeTypes, ", "));
    section.add(translate("Engine", "layers"), config.text("gene_encoder_num_layers"));
    section.add(translate("Engine", "convolution"), config.text("gene_encoder_conv_type"));
    addConvolution(section, config);
    section.add(translate("Engine", "norm"), config.text("norm"));
    section.add(translate("Engine", "activation"), config.text("activation"));
    return section.take();
}

ModelFacts metabolismFacts(const Values &config)
{
    Section section(translate("Engine", "Metabolism"));
    const bool mapped = config.text("metabolism_mapping") == "reactions";
    section.add(translate("Engine", "reactions reach the genes"), yesOrNo(mapped));
    if (mapped) {
        section.add(translate("Engine", "hypergraph layers"), config.text("metabolism_hyperconv_layers"));
        section.add(translate("Engine", "attention"), config.text("metabolism_attention"));
        section.add(translate("Engine", "skip connections"), config.text("metabolism_use_skip"));
    }
    section.add(translate("Engine", "set network layers"), config.text("metabolism_setnet_layers"));
    return section.take();
}

ModelFacts readoutFacts(const Values &config)
{
    Section section(translate("Engine", "Readout"));
    section.add(translate("Engine", "combiner layers"), config.text("combiner_num_layers"));
    section.add(translate("Engine", "combiner width, relative to hidden"), config.text("combiner_hidden_factor"));
    section.add(translate("Engine", "whole and intact set: layers per gene"), config.text("set_net_node_layers"));
    section.add(translate("Engine", "whole and intact set: layers per set"), config.text("set_net_set_layers"));
    section.add(translate("Engine", "deleted genes: attention layers"), config.text("set_transformer_layers"));
    section.add(translate("Engine", "deleted genes: attention heads"), config.text("set_transformer_heads"));
    section.add(translate("Engine", "head layers"), config.text("head_num_layers"));
    section.add(translate("Engine", "head width, relative to hidden"), config.text("head_hidden_factor"));
    section.add(translate("Engine", "dropout (training)"), config.text("dropout"));
    return section.take();
}

std::string rangeText(const LabelRange &range)
{
    return std::isnan(range.low)
               ? std::string()
               : translate("Engine", "%1 to %2", {formatNumber(range.low, 4), formatNumber(range.high, 4)});
}

ModelFacts trainingFacts(const TrainingFacts &training)
{
    Section section(translate("Engine", "Training"));
    for (const auto &[order, count] : training.genotypesPerOrder) {
        section.add(translateCount("Engine", "genotypes of %1 deletion", "genotypes of %1 deletions", order),
                    groupedDigits(count));
    }
    for (const auto &[source, count] : training.genotypesPerSource) {
        section.add(source.empty() ? translate("Engine", "genotypes that name no source")
                                   : translate("Engine", "genotypes from %1", {source}),
                    groupedDigits(count));
    }
    if (training.labelKind != LabelKind::Unknown) {
        section.add(translate("Engine", "labels"), adjectiveOf(training.labelKind));
    }
    section.add(translate("Engine", "fitness labels"), rangeText(training.fitnessRange));
    section.add(translate("Engine", "interaction labels"), rangeText(training.interactionRange));
    if (training.epochs > 0) {
        section.add(translate("Engine", "epochs"), std::to_string(training.epochs));
        section.add(translate("Engine", "random seed"), std::to_string(training.seed));
    }
    section.add(translate("Engine", "loss"), training.loss);
    for (const auto &[name, value] : training.metrics) {
        section.add(name, formatNumber(value, 4));
    }
    return section.take();
}

/// What each score finds, by order.
ModelFacts rankingFacts(const RankingFacts &ranking)
{
    Section section(translate("Engine", "What its scores find (validation rows)"));
    for (const auto &[order, validation] : ranking) {
        section.add(
            translate("Engine", "%1 (%2; hit: interaction below %3)",
                      {nameOfOrder(order), groupedDigits(validation.count), formatNumber(validation.hitBelow, 3)}),
            translate("Engine", "ranked by %1", {validation.by}));
        for (const auto &[name, score] : validation.scores) {
            section.add("  " + name, describeScore(validation, name));
        }
    }
    return section.take();
}

/// How the quantities did on rows that trained nothing, and how wide their intervals are.
ModelFacts measuredFacts(const std::string &heading, const IntervalFacts &intervals)
{
    Section section(heading);
    for (const QuantityMeasure &measure : intervals.measured) {
        if (!measure.group.empty() || std::isnan(measure.pearson)) {
            continue;
        }
        const std::string r = translate("Engine", "r %1 (%2 to %3) on %4",
                                        {formatNumber(measure.pearson, 2), formatNumber(measure.pearsonLow, 2),
                                         formatNumber(measure.pearsonHigh, 2), groupedDigits(measure.count)});
        section.add(translate("Engine", "%1, %2", {measure.quantity, nameOfOrder(measure.order)}),
                    measure.intervals == 0
                        ? r
                        : translate("Engine", "%1; %2 % of them in their intervals, which are %3 wide",
                                    {r, formatNumber(100.0 * measure.coverage, 3), formatNumber(measure.width, 2)}));
    }
    return section.take();
}

ModelFacts parameterFacts(const ModelSummary &summary)
{
    Section section(translate("Engine", "Parameters"));
    for (const auto &[part, count] : summary.parametersPerPart) {
        section.add(part, groupedDigits(count));
    }
    section.add(translate("Engine", "all"), groupedDigits(parameterCount(summary)));
    return section.take();
}

ModelFacts unusedFacts(const ModelSummary &summary)
{
    Section section(translate("Engine", "Tensors that are never read"));
    section.add(translate("Engine", "unused"), joined(summary.unusedTensors, ", "));
    return section.take();
}

} // namespace

std::int64_t parameterCount(const ModelSummary &summary)
{
    std::int64_t total = 0;
    for (const auto &[part, count] : summary.parametersPerPart) {
        total += count;
    }
    return total;
}

std::vector<ModelFacts> modelFacts(const ModelSummary &summary)
{
    const Values config(Json::parse(summary.configJson, nullptr, false));
    std::vector<ModelFacts> sections{
        fileFacts(summary),
        encoderFacts(summary, config),
        metabolismFacts(config),
        readoutFacts(config),
        parameterFacts(summary),
        trainingFacts(summary.training),
        rankingFacts(summary.training.ranking),
        measuredFacts(translate("Engine", "How far off predictions are"), summary.training.intervals),
        measuredFacts(translate("Engine", "How far off the mean of its ensemble is"),
                      summary.training.ensembleIntervals.facts),
        unusedFacts(summary)};
    std::erase_if(sections, [](const ModelFacts &section) { return section.facts.empty(); });
    return sections;
}

} // namespace knockscape
