#pragma once

#include "engine/nn/cell_tensors.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// One convolution over one edge type: x [genes, in] → [genes, hidden]. `scope` holds the parameters of this edge type.
at::Tensor convolve(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges, const ModelConfig &config,
                    bool training);

/// Σ of x·W over neighbours, with symmetric degree normalisation where the options ask for it (Kipf & Welling 2017).
at::Tensor gcnConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                          const ConvolutionOptions &options);

/// GATv2 (Brody et al. 2022): softmax over each target's sources of a·LeakyReLU(W_l x_source + W_r x_target).
at::Tensor gatConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                          const ConvolutionOptions &options, bool training);

/// Transformer convolution (Shi et al. 2021): softmax(q·k/√d) per target, root weight, gate β.
at::Tensor transformerConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                                  const ConvolutionOptions &options, bool training);

/// GIN (Xu et al. 2019): MLP((1 + eps)·x + Σ neighbours).
at::Tensor ginConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges, const ModelConfig &config,
                          bool training);

/// out[t, head] = Σ over edges e into t of attention[e, head]·values[source(e), head]; values [genes, heads, channels],
/// attention [edges, heads], out [genes, heads, channels].
at::Tensor attendToSources(const at::Tensor &values, const at::Tensor &attention, const EdgeTensors &edges);

} // namespace knockscape::layers
