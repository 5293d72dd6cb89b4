#pragma once

#include "engine/nn/cell_tensors.h"
#include "engine/nn/layers.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// One StoichHypergraphConv: metabolites [nodes, in] → [nodes, hidden] (before tanh). `hyperedgeEmbedding` is used with
/// attention only: one row for all reactions, or one each.
at::Tensor hypergraphConvolution(const Scope &scope, const at::Tensor &metabolites,
                                 const at::Tensor &hyperedgeEmbedding, const HypergraphTensors &graph, bool attention);

/// Step 2 of model.md: one vector per gene from the reactions it takes part in, [genes, hidden]. `scope` is
/// "metabolism_processor.".
at::Tensor encodeMetabolism(const Scope &scope, const CellTensors &cell, const ModelConfig &config, bool training);

} // namespace knockscape::layers
