#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/model_config.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// Messages of one edge type: source[e] → target[e], in order of target; those of target t are
/// offsets[t] … offsets[t + 1] - 1. Index tensors are int64.
struct EdgeTensors {
    std::string type;
    at::Tensor source;
    at::Tensor target;
    at::Tensor offsets;
};

/// Incidences of a bipartite relation, in order of the segment they are pooled into: member[i] belongs to segment[i].
struct SegmentTensors {
    at::Tensor member;
    at::Tensor segment;
    at::Tensor offsets;
};

/// The hypergraph (nodes = metabolites, hyperedges = reactions), its incidences in both orders.
struct HypergraphTensors {
    std::int64_t nodeCount = 0;
    std::int64_t hyperedgeCount = 0;
    /// Metabolites of each hyperedge, their stoichiometry (negative = consumed) and Σ|s| per hyperedge.
    SegmentTensors nodesOfHyperedge;
    at::Tensor stoichiometry;
    at::Tensor hyperedgeWeight;
    /// Hyperedges of each metabolite; `toNodeOrder` maps the first order to this one. Σ|s| per metabolite.
    SegmentTensors hyperedgesOfNode;
    at::Tensor toNodeOrder;
    at::Tensor nodeWeight;
    /// Hyperedges of each gene of the catalogue (genes the catalogue lacks are skipped) and how many.
    SegmentTensors hyperedgesOfGene;
    at::Tensor hyperedgesPerGene;
};

/// A cell on a device, laid out for one model configuration.
struct CellTensors {
    at::Device device = at::kCPU;
    std::int64_t geneCount = 0;
    /// [genes, F]; undefined when the configuration does not read features.
    at::Tensor features;
    /// In the order of ModelConfig::edgeTypes, self loops already treated as the convolution wants them.
    std::vector<EdgeTensors> edges;
    HypergraphTensors hypergraph;
};

/// Sizes of a cell that decide tensor shapes.
struct CellSizes {
    std::int64_t geneCount = 0;
    std::int64_t featureColumns = 0;
    std::int64_t metaboliteCount = 0;
    std::int64_t hyperedgeCount = 0;
};

/// Sizes of `cell` as a model sees it.
CellSizes cellSizes(const Cell &cell);

/// Lays `cell` out for `config` on `device`. Throws InputError naming the network or the feature columns the model
/// needs and the cell lacks.
CellTensors makeCellTensors(const Cell &cell, const ModelConfig &config, const at::Device &device);

/// Message edges in order of target, for a directed list of (source, target) pairs.
EdgeTensors makeEdgeTensors(const std::string &type, std::int64_t geneCount,
                            const std::vector<std::pair<std::int64_t, std::int64_t>> &edges, const ModelConfig &config,
                            const at::Device &device);

} // namespace knockscape
