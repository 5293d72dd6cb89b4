#pragma once

#include "engine/core/issue.h"
#include "engine/core/safetensors.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

using NamedTensors = std::map<std::string, NamedTensor>;

/// What a file holds that may be a model: safetensors, a state_dict, a Lightning checkpoint, whatever the file's name.
struct CheckpointSource {
    /// "safetensors", "PyTorch checkpoint", "PyTorch Lightning checkpoint".
    std::string format;
    /// The tensors of the model, by the names that the model uses (see canonicalTensorName).
    NamedTensors tensors;
    /// Metadata of safetensors.
    std::map<std::string, std::string> metadata;
    /// What the checkpoint states about the model ("hyper_parameters", "config", …) as JSON text, and where it does;
    /// empty where it states nothing.
    std::string hyperparameters;
    std::string hyperparametersWhere;
    /// "epoch" → "7" and the like, in order.
    std::vector<std::pair<std::string, std::string>> facts;
    /// Tensors beside the model's (loss_func.weight) and other parts of the checkpoint (optimizer_states).
    std::vector<std::string> ignored;
};

/// Reads the file at `path`, recognised by its content. The model is found by the names of its tensors: in the whole
/// file or in a dictionary inside it (state_dict, model_state_dict, …), under any prefix ("model.", "net.") and inside
/// any wrappers (see withoutWrappers); the weights themselves go before an averaged copy (EMA, SWA) beside them. Throws
/// InputError naming file and tensor where it cannot be read or holds no such model, and what to do with shards.
CheckpointSource readCheckpointSource(const std::filesystem::path &path);

/// Names in groups, for people: what no name of `kept` shares a dotted prefix with becomes "prefix.* (count)".
std::vector<std::string> groupedNames(const std::vector<std::string> &names, const std::vector<std::string> &kept);

} // namespace knockscape
