#include "engine/nn/convolutions.h"

#include "engine/nn/segments.h"

#include <vector>

namespace knockscape::layers
{

at::Tensor convolve(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges, const ModelConfig &config,
                    bool training)
{
    switch (config.convolution) {
    case ConvolutionType::Gcn:
        return gcnConvolution(scope, x, edges, config.convolutionOptions);
    case ConvolutionType::Gat:
        return gatConvolution(scope, x, edges, config.convolutionOptions, training);
    case ConvolutionType::Transformer:
        return transformerConvolution(scope, x, edges, config.convolutionOptions, training);
    case ConvolutionType::Gin:
        return ginConvolution(scope, x, edges, config, training);
    }
    return x;
}

at::Tensor attendToSources(const at::Tensor &values, const at::Tensor &attention, const EdgeTensors &edges)
{
    std::vector<at::Tensor> heads;
    for (std::int64_t head = 0; head < values.size(1); ++head) {
        heads.push_back(segmentSum(values.select(1, head).contiguous(), edges.source, edges.offsets,
                                   attention.select(1, head).contiguous()));
    }
    return at::stack(heads, 1);
}

} // namespace knockscape::layers
