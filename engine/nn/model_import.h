#pragma once

#include "engine/core/issue.h"
#include "engine/core/model_summary.h"
#include "engine/nn/checkpoint_source.h"
#include "engine/nn/model_config.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// Decides on the hyper-parameters of a model that comes from elsewhere, and keeps the tensors they need.
///
/// Each is taken from the answers, else `config`, else the checkpoint, else (where neither config nor checkpoint say
/// anything) config.json beside the file, else from names and shapes of the tensors. A checkpoint that states
/// hyper-parameters, and a stated gene_encoder_layer_config, mean torchcell's defaults by what they leave out; a note
/// says so. Whatever remains open is a MissingHyperparameters. metabolism_mapping is "none" unless stated (what
/// torchcell computes in batches).
///
/// Throws InputError naming key or tensor where a stated value contradicts the tensors, and where tensors are missing
/// or have another shape than expected. Notes go to `issues`, the names of tensors that the model never reads to
/// `unused`.
ModelConfig importModel(CheckpointSource &source, const std::filesystem::path &path, const ModelReadOptions &options,
                        std::vector<Issue> &issues, std::vector<std::string> &unused);

/// Adds tensors that `source` lacks from a safetensors file.
void addTensors(CheckpointSource &source, const std::filesystem::path &path);

/// "[6604, 64]".
std::string shapeText(const std::vector<std::int64_t> &shape);

} // namespace knockscape
