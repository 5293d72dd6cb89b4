#include "engine/nn/convolutions.h"
#include "engine/nn/layers.h"
#include "engine/nn/segments.h"

#include <algorithm>

namespace knockscape::layers
{

at::Tensor ginConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges, const ModelConfig &config,
                          bool training)
{
    const ConvolutionOptions &options = config.convolutionOptions;
    at::Tensor value = segmentSum(x, edges.source, edges.offsets) + (1 + scope["eps"]) * x;
    const Scope nn = scope.sub("nn");
    const int blocks = std::max(1, options.mlpLayers - 1);
    for (int block = 0; block < blocks; ++block) {
        value = batchNorm(nn.sub(4 * block + 1), linear(nn.sub(4 * block), value), training);
        value = dropOut(activate(value, config.activation), options.dropout, training);
    }
    return linear(nn.sub(4 * blocks), value);
}

} // namespace knockscape::layers
