#include "engine/nn/cell_tensors.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace knockscape
{

namespace
{

using Edge = std::pair<std::int64_t, std::int64_t>;

at::Tensor integers(const std::vector<std::int64_t> &values, const at::Device &device)
{
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::kLong);
    std::copy(values.begin(), values.end(), tensor.data_ptr<std::int64_t>());
    return tensor.to(device);
}

at::Tensor floats(const std::vector<float> &values, const at::Device &device)
{
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::kFloat);
    std::copy(values.begin(), values.end(), tensor.data_ptr<float>());
    return tensor.to(device);
}

/// Order of `keys` by value, stable, and where each value of [0, count) starts.
struct SegmentOrder {
    std::vector<std::int64_t> order;
    std::vector<std::int64_t> offsets;
};

SegmentOrder orderBySegment(const std::vector<std::int64_t> &keys, std::int64_t count)
{
    SegmentOrder result;
    result.offsets.assign(static_cast<std::size_t>(count) + 1, 0);
    for (const std::int64_t key : keys) {
        ++result.offsets[static_cast<std::size_t>(key) + 1];
    }
    std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
    std::vector<std::int64_t> next(result.offsets.begin(), result.offsets.end() - 1);
    result.order.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        result.order[static_cast<std::size_t>(next[static_cast<std::size_t>(keys[i])]++)] =
            static_cast<std::int64_t>(i);
    }
    return result;
}

template <class Value>
std::vector<Value> permuted(const std::vector<Value> &values, const std::vector<std::int64_t> &order)
{
    std::vector<Value> result;
    result.reserve(order.size());
    for (const std::int64_t index : order) {
        result.push_back(values[static_cast<std::size_t>(index)]);
    }
    return result;
}

SegmentTensors makeSegments(const std::vector<std::int64_t> &members, const std::vector<std::int64_t> &segments,
                            const SegmentOrder &order, const at::Device &device)
{
    return {integers(permuted(members, order.order), device), integers(permuted(segments, order.order), device),
            integers(order.offsets, device)};
}

/// The self loops each convolution wants: model.md, step 1.
std::vector<Edge> withSelfLoops(std::vector<Edge> edges, std::int64_t geneCount, const ModelConfig &config)
{
    const ConvolutionOptions &options = config.convolutionOptions;
    const bool gcn = config.convolution == ConvolutionType::Gcn;
    // A GCN that does not normalise has no self loops: they belong to the normalisation.
    if (!options.addSelfLoops || (gcn && !options.normalize)) {
        return edges;
    }
    if (gcn || config.convolution == ConvolutionType::Gat) {
        std::erase_if(edges, [](const Edge &edge) { return edge.first == edge.second; });
    }
    for (std::int64_t gene = 0; gene < geneCount; ++gene) {
        edges.emplace_back(gene, gene);
    }
    return edges;
}

HypergraphTensors makeHypergraphTensors(const Cell &cell, const at::Device &device)
{
    const Hypergraph graph = buildHypergraph(cell.metabolism, cell.hyperedges);
    HypergraphTensors result;
    result.nodeCount = static_cast<std::int64_t>(graph.nodeCount());
    result.hyperedgeCount = static_cast<std::int64_t>(graph.hyperedgeCount());

    const std::vector<std::int64_t> nodes(graph.incidenceNode.begin(), graph.incidenceNode.end());
    const std::vector<std::int64_t> hyperedges(graph.incidenceHyperedge.begin(), graph.incidenceHyperedge.end());
    std::vector<float> nodeWeight(graph.nodeCount(), 0.0F);
    std::vector<float> hyperedgeWeight(graph.hyperedgeCount(), 0.0F);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const float weight = std::abs(graph.stoichiometry[i]);
        nodeWeight[static_cast<std::size_t>(nodes[i])] += weight;
        hyperedgeWeight[static_cast<std::size_t>(hyperedges[i])] += weight;
    }
    const SegmentOrder byHyperedge = orderBySegment(hyperedges, result.hyperedgeCount);
    result.nodesOfHyperedge = makeSegments(nodes, hyperedges, byHyperedge, device);
    result.stoichiometry = floats(permuted(graph.stoichiometry, byHyperedge.order), device);
    result.hyperedgeWeight = floats(hyperedgeWeight, device);

    const std::vector<std::int64_t> nodesInOrder = permuted(nodes, byHyperedge.order);
    const SegmentOrder byNode = orderBySegment(nodesInOrder, result.nodeCount);
    result.hyperedgesOfNode = makeSegments(permuted(hyperedges, byHyperedge.order), nodesInOrder, byNode, device);
    result.toNodeOrder = integers(byNode.order, device);
    result.nodeWeight = floats(nodeWeight, device);

    std::vector<std::int64_t> genes;
    std::vector<std::int64_t> hyperedgeOfGene;
    for (std::size_t edge = 0; edge + 1 < graph.geneOffsets.size(); ++edge) {
        for (auto i = static_cast<std::size_t>(graph.geneOffsets[edge]);
             i < static_cast<std::size_t>(graph.geneOffsets[edge + 1]); ++i) {
            if (graph.genes[i] >= 0) {
                genes.push_back(graph.genes[i]);
                hyperedgeOfGene.push_back(static_cast<std::int64_t>(edge));
            }
        }
    }
    const auto geneCount = static_cast<std::int64_t>(cell.genes.size());
    const SegmentOrder byGene = orderBySegment(genes, geneCount);
    result.hyperedgesOfGene = makeSegments(hyperedgeOfGene, genes, byGene, device);
    result.hyperedgesPerGene = result.hyperedgesOfGene.offsets.diff().to(at::kFloat);
    return result;
}

at::Tensor makeFeatures(const Cell &cell, const ModelConfig &config, const at::Device &device)
{
    const auto columns = static_cast<std::int64_t>(cell.features.columns);
    if (columns != config.inChannels) {
        throw InputError(
            errorAt(translate("Engine", "in_channels"),
                    translateCount("Engine", "The model reads %1 feature column per gene; the cell has %2.",
                                   "The model reads %1 feature columns per gene; the cell has %2.", config.inChannels,
                                   {std::to_string(columns)}),
                    translate("Engine", "Open the cell with the features the model was trained on.")));
    }
    const auto rows = static_cast<std::int64_t>(cell.genes.size());
    at::Tensor features = at::empty({rows, columns}, at::kFloat);
    std::memcpy(features.data_ptr<float>(), cell.features.values.data(), cell.features.values.size() * sizeof(float));
    if (config.flavour == Flavour::Native && rows > 0) {
        // Codon frequencies and embeddings of language models differ in scale by orders of magnitude.
        features = features - features.mean(0, true);
        features = features / (features.square().mean(0, true).sqrt() + 1e-6);
    }
    return features.to(device);
}

const GeneNetwork &requireNetwork(const Cell &cell, const std::string &type)
{
    std::string present;
    for (const GeneNetwork &network : cell.networks) {
        if (canonicalEdgeType(network.type()) == type) {
            return network;
        }
        present += (present.empty() ? "" : ", ") + network.type();
    }
    throw InputError(errorAt(translate("Engine", "edge_types"),
                             translate("Engine", "The model needs a %1 network; the cell has: %2.",
                                       {type, present.empty() ? translate("Engine", "none") : present}),
                             translate("Engine", "Open a cell with this network.")));
}

} // namespace

CellSizes cellSizes(const Cell &cell)
{
    const Hypergraph graph = buildHypergraph(cell.metabolism, cell.hyperedges);
    return {static_cast<std::int64_t>(cell.genes.size()), static_cast<std::int64_t>(cell.features.columns),
            static_cast<std::int64_t>(graph.nodeCount()), static_cast<std::int64_t>(graph.hyperedgeCount())};
}

EdgeTensors makeEdgeTensors(const std::string &type, std::int64_t geneCount, const std::vector<Edge> &edges,
                            const ModelConfig &config, const at::Device &device)
{
    const std::vector<Edge> complete = withSelfLoops(edges, geneCount, config);
    std::vector<std::int64_t> sources;
    std::vector<std::int64_t> targets;
    sources.reserve(complete.size());
    targets.reserve(complete.size());
    for (const Edge &edge : complete) {
        sources.push_back(edge.first);
        targets.push_back(edge.second);
    }
    const SegmentOrder byTarget = orderBySegment(targets, geneCount);
    return {type, integers(permuted(sources, byTarget.order), device),
            integers(permuted(targets, byTarget.order), device), integers(byTarget.offsets, device)};
}

CellTensors makeCellTensors(const Cell &cell, const ModelConfig &config, const at::Device &device)
{
    CellTensors result;
    result.device = device;
    result.geneCount = static_cast<std::int64_t>(cell.genes.size());
    if (config.geneInput != GeneInput::Learnable) {
        result.features = makeFeatures(cell, config, device);
    }
    for (const std::string &type : config.edgeTypes) {
        std::vector<Edge> edges;
        for (const GeneEdge &edge : requireNetwork(cell, type).messageEdges()) {
            edges.emplace_back(edge.source, edge.target);
        }
        result.edges.push_back(makeEdgeTensors(type, result.geneCount, edges, config, device));
    }
    if (config.metabolismMapping == MetabolismMapping::Reactions) {
        result.hypergraph = makeHypergraphTensors(cell, device);
    }
    return result;
}

} // namespace knockscape
