#include "engine/nn/convolutions.h"
#include "engine/nn/layers.h"
#include "engine/nn/segments.h"

namespace knockscape::layers
{

namespace
{

at::Tensor attend(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges, const ConvolutionOptions &options,
                  bool training)
{
    const at::Tensor &attention = scope["att"];
    const std::int64_t heads = attention.size(1);
    const std::int64_t channels = attention.size(2);
    const at::Tensor left = linear(scope.sub("lin_l"), x).view({-1, heads, channels});
    const at::Tensor right = options.shareWeights ? left : linear(scope.sub("lin_r"), x).view({-1, heads, channels});

    const at::Tensor sum = left.index_select(0, edges.source) + right.index_select(0, edges.target);
    const at::Tensor logits = (at::leaky_relu(sum, 0.2) * attention).sum(-1);
    const at::Tensor weights = dropOut(segmentSoftmax(logits, edges.target, edges.offsets), options.dropout, training);
    at::Tensor out = attendToSources(left, weights, edges);
    out = options.concat ? out.reshape({x.size(0), heads * channels}) : out.mean(1);
    const at::Tensor bias = scope.optional("bias");
    return bias.defined() ? out + bias : out;
}

} // namespace

at::Tensor gatConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                          const ConvolutionOptions &options, bool training)
{
    if (!options.concat) {
        return attend(scope, x, edges, options, training);
    }
    return linear(scope.sub("project"), attend(scope.sub("gat"), x, edges, options, training));
}

} // namespace knockscape::layers
