#include "engine/nn/convolutions.h"
#include "engine/nn/layers.h"
#include "engine/nn/segments.h"

#include <cmath>

namespace knockscape::layers
{

at::Tensor transformerConvolution(const Scope &scope, const at::Tensor &x, const EdgeTensors &edges,
                                  const ConvolutionOptions &options, bool training)
{
    const std::int64_t heads = options.heads;
    const auto project = [&](const char *name) {
        const at::Tensor projected = linear(scope.sub(name), x);
        return projected.view({x.size(0), heads, projected.size(1) / heads});
    };
    const at::Tensor query = project("lin_query");
    const at::Tensor key = project("lin_key");
    const at::Tensor value = project("lin_value");

    const at::Tensor products = (query.index_select(0, edges.target) * key.index_select(0, edges.source)).sum(-1);
    const at::Tensor logits = products / std::sqrt(static_cast<double>(key.size(2)));
    const at::Tensor weights = dropOut(segmentSoftmax(logits, edges.target, edges.offsets), options.dropout, training);
    at::Tensor out = attendToSources(value, weights, edges);
    out = options.concat ? out.reshape({x.size(0), -1}) : out.mean(1);
    if (!options.rootWeight) {
        return out;
    }
    const at::Tensor root = linear(scope.sub("lin_skip"), x);
    if (!options.beta) {
        return out + root;
    }
    const at::Tensor gate = at::sigmoid(linear(scope.sub("lin_beta"), at::cat({out, root, out - root}, -1)));
    return gate * root + (1 - gate) * out;
}

} // namespace knockscape::layers
