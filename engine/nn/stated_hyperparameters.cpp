#include "engine/nn/stated_hyperparameters.h"

#include "engine/core/translate.h"
#include "engine/nn/model_config.h"
#include "engine/nn/unused_hyperparameters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

constexpr const char *layerConfigKey = "gene_encoder_layer_config";
constexpr int maximumDepth = 4;
constexpr std::array<std::string_view, 10> wrappers{
    "model", "model_config", "model_kwargs", "config", "cfg", "hparams", "args", "net", "hyper_parameters", "module"};

/// The keys of a complete configuration.
const Json &allKeys()
{
    static const Json keys = [] {
        Json json = Json::parse(toJson(ModelConfig{}));
        json["learnable_embedding"] = false;
        return json;
    }();
    return keys;
}

void collect(const Json &object, int depth, StatedHyperparameters &out)
{
    for (const auto &[name, value] : object.items()) {
        const std::string key = name.starts_with("model.") ? name.substr(6) : name;
        if (key == layerConfigKey) {
            out.layerConfig = true;
            for (const auto &[option, optionValue] : value.items()) {
                if (value.is_object() && !optionValue.is_null()) {
                    out.values.emplace(std::string(layerConfigKey) + "." + option, optionValue.dump());
                }
            }
        } else if (allKeys().contains(key) || isUnusedHyperparameter(key)) {
            // Null is torchcell's "no norm"; elsewhere it says nothing.
            if (!value.is_null() || key == "norm") {
                out.values.emplace(key, value.dump());
            }
        } else if (std::find(wrappers.begin(), wrappers.end(), key) == wrappers.end() || !value.is_object()) {
            out.foreign.push_back(key);
        }
    }
    for (const auto &[name, value] : object.items()) {
        if (depth < maximumDepth && value.is_object() &&
            std::find(wrappers.begin(), wrappers.end(), name) != wrappers.end()) {
            collect(value, depth + 1, out);
        }
    }
}

} // namespace

std::string mergedJson(const std::vector<const FlatHyperparameters *> &sources)
{
    Json result = Json::object();
    const std::string prefix = std::string(layerConfigKey) + ".";
    for (const FlatHyperparameters *source : sources) {
        for (const auto &[key, value] : *source) {
            Json &object = key.starts_with(prefix) ? result[layerConfigKey] : result;
            const std::string name = key.starts_with(prefix) ? key.substr(prefix.size()) : key;
            if (!object.contains(name)) {
                object[name] = Json::parse(value);
            }
        }
    }
    return result.dump();
}

std::string StatedHyperparameters::json() const
{
    return mergedJson({&values});
}

StatedHyperparameters stateHyperparameters(std::string_view json, const std::string &where)
{
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) {
        throw InputError(errorAt(where, translate("Engine", "The hyper-parameters are not a JSON object."),
                                 translate("Engine", "Give a file such as {\"hidden_channels\": 64}.")));
    }
    StatedHyperparameters stated;
    stated.where = where;
    collect(object, 0, stated);
    return stated;
}

} // namespace knockscape
