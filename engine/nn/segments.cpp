#include "engine/nn/segments.h"

#include <tuple>

namespace knockscape::layers
{

at::Tensor segmentSum(const at::Tensor &values, const at::Tensor &index, const at::Tensor &offsets,
                      const at::Tensor &weights)
{
    if (index.numel() == 0) {
        return at::zeros({offsets.numel() - 1, values.size(1)}, values.options());
    }
    constexpr std::int64_t sum = 0;
    if (!weights.defined()) {
        return std::get<0>(at::embedding_bag(values, index, offsets, false, sum, false, {}, true));
    }
    return std::get<0>(at::embedding_bag(values, index, offsets, false, sum, false, weights, true));
}

at::Tensor segmentSoftmax(const at::Tensor &logits, const at::Tensor &segment, const at::Tensor &offsets)
{
    if (segment.numel() == 0) {
        return logits;
    }
    constexpr std::int64_t largest = 2;
    // The maximum only keeps exp() finite; its value cancels, so no gradient needs to pass through it.
    const at::Tensor maximum =
        std::get<0>(at::embedding_bag(logits.detach().contiguous(), at::arange(segment.numel(), segment.options()),
                                      offsets, false, largest, false, {}, true));
    const at::Tensor exponent = (logits - maximum.index_select(0, segment)).exp();
    const at::Tensor sum =
        at::zeros({offsets.numel() - 1, logits.size(1)}, logits.options()).index_add(0, segment, exponent);
    return exponent / (sum.index_select(0, segment) + 1e-16);
}

} // namespace knockscape::layers
