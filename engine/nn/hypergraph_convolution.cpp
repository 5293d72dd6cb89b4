#include "engine/nn/metabolism.h"
#include "engine/nn/segments.h"

namespace knockscape::layers
{

namespace
{

/// 1/w, and 0 where w is 0.
at::Tensor safeInverse(const at::Tensor &weights)
{
    const at::Tensor inverse = weights.reciprocal();
    return at::where(weights == 0, at::zeros_like(weights), inverse);
}

} // namespace

at::Tensor hypergraphConvolution(const Scope &scope, const at::Tensor &metabolites,
                                 const at::Tensor &hyperedgeEmbedding, const HypergraphTensors &graph, bool attention)
{
    const at::Tensor &weight = scope["lin.weight"];
    const at::Tensor projected = at::linear(metabolites, weight);
    const SegmentTensors &toHyperedge = graph.nodesOfHyperedge;
    const SegmentTensors &toNode = graph.hyperedgesOfNode;
    at::Tensor coefficients = graph.stoichiometry;
    if (attention) {
        const std::int64_t channels = projected.size(1);
        const at::Tensor vector = scope["att"].reshape({2 * channels});
        const at::Tensor nodeTerm = at::mv(projected, vector.narrow(0, 0, channels));
        const at::Tensor edgeTerm = at::mv(at::linear(hyperedgeEmbedding, weight), vector.narrow(0, channels, channels))
                                        .expand({graph.hyperedgeCount});
        const at::Tensor logits = at::leaky_relu(
            nodeTerm.index_select(0, toHyperedge.member) + edgeTerm.index_select(0, toHyperedge.segment), 0.2);
        coefficients =
            coefficients * segmentSoftmax(logits.unsqueeze(1), toHyperedge.segment, toHyperedge.offsets).squeeze(1);
    }
    const at::Tensor hyperedges = segmentSum(projected, toHyperedge.member, toHyperedge.offsets, coefficients) *
                                  safeInverse(graph.hyperedgeWeight).unsqueeze(1);
    const at::Tensor nodes =
        segmentSum(hyperedges, toNode.member, toNode.offsets, coefficients.index_select(0, graph.toNodeOrder)) *
        safeInverse(graph.nodeWeight).unsqueeze(1);
    return nodes + scope["bias"];
}

} // namespace knockscape::layers
