#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/model_config.h"
#include "engine/nn/reference/parameters.h"

namespace knockscape::reference
{

/// Step 1: one row per gene of `cell`, [genes, hidden].
Matrix encodeGenes(const Parameters &parameters, const ModelConfig &config, const Cell &cell);

/// The norm between encoder layers: PyG 2.6's BatchNorm, LayerNorm (mode "graph"), InstanceNorm, PairNorm or
/// MeanSubtractionNorm with their defaults. `name` is the norm's scope without the last dot.
Matrix normalise(const Parameters &parameters, const std::string &name, NormType type, Matrix x);

} // namespace knockscape::reference
