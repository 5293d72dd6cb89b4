// Whether a hyper-parameter that somebody states builds the model that the tensors are of.
#include "engine/nn/hyperparameter_inference.h"

#include "engine/core/json_value.h"
#include "engine/nn/model_config.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

/// Far above every hyper-parameter, and small enough to be multiplied by a width.
constexpr double largestNumber = 1e9;

bool sameChannels(std::int64_t channels, double left, double right)
{
    const auto scaled = [channels](double factor) {
        return std::max(1.0, std::trunc(static_cast<double>(channels) * factor));
    };
    return scaled(left) == scaled(right);
}

/// The edge types of a JSON list, in whatever spelling a configuration may have them.
std::set<std::string> edgeTypeSet(const Json &types)
{
    std::vector<Issue> ignored;
    const ModelConfig config = parseModelConfig(Json{{"edge_types", types}}.dump(), "edge_types", ignored);
    return {config.edgeTypes.begin(), config.edgeTypes.end()};
}

} // namespace

bool InferredHyperparameters::agrees(const std::string &key, const std::string &stated) const
{
    const Json wanted = Json::parse(stated, nullptr, false);
    const auto found = known.find(key);
    const Json tensors = found == known.end() ? Json() : Json::parse(found->second, nullptr, false);
    const std::optional<double> number = jsonReal(wanted, 0.0, largestNumber);
    if (key == layerConfigPrefix + "hidden_multiplier" && number) {
        return std::all_of(ginWidths.begin(), ginWidths.end(), [&](const auto &widths) {
            return std::trunc(static_cast<double>(widths.first) * *number) == static_cast<double>(widths.second);
        });
    }
    if (key == "learnable_embedding" && wanted.is_boolean()) {
        const bool learnable = known.count("gene_input") != 0 && known.at("gene_input") != "\"features\"";
        return wanted.get<bool>() == learnable;
    }
    if (found == known.end()) {
        const auto question =
            std::find_if(unknown.begin(), unknown.end(),
                         [&](const HyperparameterQuestion &candidate) { return candidate.key == key; });
        const Json &value = wanted;
        return question == unknown.end() ||
               std::any_of(question->allowed.begin(), question->allowed.end(),
                           [&](const std::string &allowed) { return Json::parse(allowed) == value; });
    }
    if (key == "edge_types") {
        return edgeTypeSet(wanted) == edgeTypeSet(tensors);
    }
    if (const std::optional<double> told = jsonReal(tensors, 0.0, largestNumber); number && told) {
        const double left = *number;
        const double right = *told;
        if (key.ends_with("_factor")) {
            return sameChannels(hiddenChannels, left, right);
        }
        // Heads and GIN always have a block before their last Linear, the others a first layer.
        const bool pairs = key == "head_num_layers" || key == layerConfigPrefix + "num_mlp_layers";
        const bool atLeastOne = key == "combiner_num_layers" || key == "set_net_set_layers";
        const double least = pairs ? 2.0 : atLeastOne ? 1.0 : 0.0;
        return std::max(left, least) == std::max(right, least);
    }
    if (key == layerConfigPrefix + "concat" && agrees(layerConfigPrefix + "heads", "1")) {
        // One head is its own mean: where heads leave no trace, nor does how they are joined.
        return known.count(layerConfigPrefix + "heads") == 0 || wanted == tensors;
    }
    if (key == layerConfigPrefix + "beta" && wanted == true) {
        // Without a root there is nothing to weigh: PyG then makes no gate whatever beta says.
        return tensors == true || agrees(layerConfigPrefix + "root_weight", "false");
    }
    if (key == layerConfigPrefix + "share_weights") {
        // Weights that happen to be equal need not be shared.
        return tensors == true || wanted == tensors;
    }
    return wanted == tensors;
}

} // namespace knockscape
