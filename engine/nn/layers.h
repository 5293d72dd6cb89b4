#pragma once

#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// How a layer runs: training switches dropout and batch statistics on.
struct Mode {
    bool training = false;
    double dropout = 0.0;
};

/// x·Wᵀ + b with `weight` and, where it exists, `bias` of the scope.
at::Tensor linear(const Scope &scope, const at::Tensor &x);

/// LayerNorm over the last dimension (eps 1e-5).
at::Tensor layerNorm(const Scope &scope, const at::Tensor &x);

at::Tensor activate(const at::Tensor &x, ActivationType type);

/// Dropout with probability p while training, else x.
at::Tensor dropOut(const at::Tensor &x, double p, bool training);

/// `blocks` × (Linear, LayerNorm, activation, Dropout) at indices 0, 4, 8, … of the scope, and a final Linear at
/// 4·blocks where `finalLinear`.
at::Tensor mlp(const Scope &scope, const at::Tensor &x, int blocks, bool finalLinear, ActivationType activation,
               const Mode &mode);

/// Normalisation over the genes between encoder layers (model.md, step 1); `scope` is "gene_encoder.norms.L.".
at::Tensor geneNorm(const Scope &scope, const at::Tensor &x, NormType type, bool training);

/// BatchNorm1d (eps 1e-5, momentum 0.1); updates the running statistics of the scope while training.
at::Tensor batchNorm(const Scope &scope, const at::Tensor &x, bool training);

} // namespace knockscape::layers
