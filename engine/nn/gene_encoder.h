#pragma once

#include "engine/nn/cell_tensors.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// Name of the scope of one edge type within a layer: torchcell's "<gene___physical_interaction___gene>".
std::string edgeTypeKey(const std::string &edgeType);

/// Step 1 of model.md: messages over the gene networks, [genes, hidden]. `scope` is "gene_encoder.".
at::Tensor encodeGenes(const Scope &scope, const CellTensors &cell, const ModelConfig &config, bool training);

} // namespace knockscape::layers
