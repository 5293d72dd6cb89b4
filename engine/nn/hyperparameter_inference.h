#pragma once

#include "engine/core/missing_hyperparameters.h"
#include "engine/nn/checkpoint_source.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// What the keys of the hyper-parameters of the convolution begin with.
inline const std::string layerConfigPrefix = "gene_encoder_layer_config.";

/// Hyper-parameters by key, those of the convolution as "gene_encoder_layer_config.heads". Values are JSON texts.
using FlatHyperparameters = std::map<std::string, std::string>;

/// What the names and shapes of a model's tensors tell about its hyper-parameters.
struct InferredHyperparameters {
    /// What they determine. A count that two values stand for alike (head_num_layers 1 and 2) is the larger one.
    FlatHyperparameters known;
    /// What matters for this model but leaves no trace in its tensors.
    std::vector<HyperparameterQuestion> unknown;
    std::int64_t hiddenChannels = 0;
    /// Input and inner width of each GIN layer: int(input · hidden_multiplier) = inner.
    std::vector<std::pair<std::int64_t, std::int64_t>> ginWidths;
    /// Tensors of layers between metabolites and reactions that compute otherwise than ours: a model of which reactions
    /// reach the genes cannot be opened with them.
    std::vector<std::string> foreignReactionTensors;

    /// True if `stated` (JSON) for `key` builds the same model as what the tensors tell.
    bool agrees(const std::string &key, const std::string &stated) const;
};

/// Reads the hyper-parameters off the tensors of a model (canonical names). What a library stores whether or not an
/// option is on (TransformerConv's lin_skip, GINConv's eps) proves nothing and becomes a question, or is not read.
/// Throws InputError naming `where` and the tensor where a layer is of a kind that does not exist here.
InferredHyperparameters inferHyperparameters(const NamedTensors &tensors, const std::string &where);

} // namespace knockscape
