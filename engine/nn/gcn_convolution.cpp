#include "engine/nn/convolutions.h"
#include "engine/nn/segments.h"

namespace knockscape::layers
{

at::Tensor gcnConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                          const ConvolutionOptions &options)
{
    at::Tensor weights;
    if (options.normalize) {
        const at::Tensor inverseRoot = edges.offsets.diff().to(x.scalar_type()).rsqrt();
        const at::Tensor scale = at::where(inverseRoot.isinf(), at::zeros_like(inverseRoot), inverseRoot);
        weights = scale.index_select(0, edges.source) * scale.index_select(0, edges.target);
    }
    const at::Tensor projected = at::linear(x, scope["lin.weight"]);
    const at::Tensor sum = segmentSum(projected, edges.source, edges.offsets, weights);
    const at::Tensor bias = scope.optional("bias");
    return bias.defined() ? sum + bias : sum;
}

} // namespace knockscape::layers
