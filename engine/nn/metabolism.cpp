#include "engine/nn/metabolism.h"

#include "engine/nn/segments.h"

namespace knockscape::layers
{

namespace
{

at::Tensor encodeMetabolites(const Scope &scope, const HypergraphTensors &graph, const ModelConfig &config)
{
    at::Tensor x = scope["metabolite_features"];
    const at::Tensor embedding = config.metabolismAttention ? scope["hyperedge_embedding"] : at::Tensor();
    for (int layer = 0; layer < config.metabolismHyperconvLayers; ++layer) {
        const at::Tensor next = at::tanh(hypergraphConvolution(scope.sub("hyper_convs").sub(layer), x, embedding, graph,
                                                               config.metabolismAttention));
        if (layer > 0 && config.metabolismUseSkip) {
            const Scope norm = scope.sub("layer_norms").sub(layer);
            x = layerNorm(norm, next) + layerNorm(norm, x);
        } else {
            x = next;
        }
    }
    return x;
}

/// torchcell's way: signed and plain averages, each through its node MLP.
at::Tensor averageOfReactions(const Scope &scope, const CellTensors &cell, const ModelConfig &config, const Mode &mode)
{
    const HypergraphTensors &graph = cell.hypergraph;
    const SegmentTensors &members = graph.nodesOfHyperedge;
    const int layers = config.metabolismSetnetLayers;
    const at::Tensor metabolites = encodeMetabolites(scope, graph, config);
    const at::Tensor signedAverage = segmentSum(metabolites, members.member, members.offsets, graph.stoichiometry) /
                                     (graph.hyperedgeWeight + 1e-8).unsqueeze(1);
    const at::Tensor reactions =
        mlp(scope.sub("reaction_set_net").sub("node_mlp"), signedAverage, layers, false, ActivationType::Tanh, mode);
    const SegmentTensors &ofGene = graph.hyperedgesOfGene;
    return segmentSum(reactions, ofGene.member, ofGene.offsets) / (graph.hyperedgesPerGene + 1e-8).unsqueeze(1);
}

/// Ours: both set networks pool what a node MLP made of each member and give it to a set MLP.
at::Tensor setsOfReactions(const Scope &scope, const CellTensors &cell, const ModelConfig &config, const Mode &mode)
{
    const HypergraphTensors &graph = cell.hypergraph;
    const at::Tensor &none = scope["gene_set_net.no_reactions"];
    if (graph.hyperedgeCount == 0) {
        return none.unsqueeze(0).expand({cell.geneCount, -1});
    }
    const SegmentTensors &members = graph.nodesOfHyperedge;
    const int layers = config.metabolismSetnetLayers;
    const at::Tensor metabolites = encodeMetabolites(scope, graph, config);
    // A member is its metabolite, the side of the reaction it stands on, and its share of the stoichiometry.
    const at::Tensor share =
        graph.stoichiometry.abs() / (graph.hyperedgeWeight.index_select(0, members.segment) + 1e-8);
    const at::Tensor member = at::cat(
        {metabolites.index_select(0, members.member), graph.stoichiometry.sign().unsqueeze(1), share.unsqueeze(1)}, 1);
    const auto pooled = [](const at::Tensor &values, const SegmentTensors &segments) {
        const at::Tensor counts = segments.offsets.diff().to(values.scalar_type()).clamp_min(1);
        return segmentSum(values, segments.member, segments.offsets) / counts.unsqueeze(1);
    };
    const Scope reactionNet = scope.sub("reaction_set_net");
    const at::Tensor memberValues = mlp(reactionNet.sub("node_mlp"), member, layers, false, ActivationType::Tanh, mode);
    const SegmentTensors rows{at::arange(members.member.size(0), members.member.options()), members.segment,
                              members.offsets};
    const at::Tensor reactions =
        mlp(reactionNet.sub("set_mlp"), pooled(memberValues, rows), layers - 1, true, ActivationType::Tanh, mode);

    const Scope geneNet = scope.sub("gene_set_net");
    const at::Tensor reactionValues =
        mlp(geneNet.sub("node_mlp"), reactions, layers, false, ActivationType::Tanh, mode);
    const at::Tensor genes = mlp(geneNet.sub("set_mlp"), pooled(reactionValues, graph.hyperedgesOfGene), layers - 1,
                                 true, ActivationType::Tanh, mode);
    return at::where((graph.hyperedgesPerGene > 0).unsqueeze(1), genes, none);
}

} // namespace

at::Tensor encodeMetabolism(const Scope &scope, const CellTensors &cell, const ModelConfig &config, bool training)
{
    const Mode mode{training, config.dropout};
    if (config.flavour == Flavour::Native) {
        if (config.metabolismMapping == MetabolismMapping::None) {
            return scope["gene_set_net.no_reactions"].unsqueeze(0).expand({cell.geneCount, -1});
        }
        return setsOfReactions(scope, cell, config, mode);
    }
    const Scope nodeMlp = scope.sub("gene_set_net").sub("node_mlp");
    const int layers = config.metabolismSetnetLayers;
    if (config.metabolismMapping == MetabolismMapping::None) {
        const at::Tensor zero = at::zeros({1, config.hiddenChannels}, at::device(cell.device).dtype(at::kFloat));
        return mlp(nodeMlp, zero, layers, false, ActivationType::Tanh, mode).expand({cell.geneCount, -1});
    }
    return mlp(nodeMlp, averageOfReactions(scope, cell, config, mode), layers, false, ActivationType::Tanh, mode);
}

} // namespace knockscape::layers
