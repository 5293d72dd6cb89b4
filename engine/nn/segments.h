#pragma once

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// out[s] = Σ over i in segment s of weights[i]·values[index[i]]: a sparse product, [segments, channels].
/// `weights` may be undefined (ones). Uses embedding_bag, the fastest such product of libtorch on a CPU; differentiable
/// in values and weights.
at::Tensor segmentSum(const at::Tensor &values, const at::Tensor &index, const at::Tensor &offsets,
                      const at::Tensor &weights = {});

/// Softmax over the entries of each segment, per column: logits [entries, columns] in order of segment; segment
/// [entries] and offsets [segments + 1] int64.
at::Tensor segmentSoftmax(const at::Tensor &logits, const at::Tensor &segment, const at::Tensor &offsets);

} // namespace knockscape::layers
