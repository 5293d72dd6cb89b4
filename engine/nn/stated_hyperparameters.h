#pragma once

#include "engine/core/issue.h"
#include "engine/nn/hyperparameter_inference.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// The hyper-parameters of this model that a JSON text states.
struct StatedHyperparameters {
    /// Where: a file, or a part of one.
    std::string where;
    FlatHyperparameters values;
    /// Whether gene_encoder_layer_config is there, even if only as null: what it leaves out has its default.
    bool layerConfig = false;
    /// Keys that are no hyper-parameters of this model (lr, batch_size, …).
    std::vector<std::string> foreign;

    bool empty() const { return values.empty() && !layerConfig; }
    /// The values as the JSON text that parseModelConfig() reads.
    std::string json() const;
};

/// Reads `json`, looking also into its members called model, config and the like, and behind a prefix "model.". A value
/// nearer to the top counts more. Throws InputError where the text is no JSON object.
StatedHyperparameters stateHyperparameters(std::string_view json, const std::string &where);

/// Values of several sources as one JSON text: the first that has a key counts.
std::string mergedJson(const std::vector<const FlatHyperparameters *> &sources);

} // namespace knockscape
