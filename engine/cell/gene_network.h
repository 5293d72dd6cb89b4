#pragma once

#include "engine/core/genotype.h"

#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// An interaction between two genes. In a directed network from source to target.
struct GeneEdge {
    GeneIndex source = 0;
    GeneIndex target = 0;
    float weight = 1.0F;

    bool operator==(const GeneEdge &) const = default;
};

/// One type of interaction over the genes of a cell ("physical", "regulatory", …), with its adjacency in compressed
/// sparse rows. Immutable, readable from any thread.
class GeneNetwork
{
public:
    /// `edges` as a file lists them: an undirected network lists an edge once. Repeated edges of an
    /// undirected network are merged (first weight kept); a directed network is a list of messages and keeps them, as
    /// PyG does (the oracles count each). Every index must lie in [0, geneCount).
    GeneNetwork(std::string type, bool directed, std::size_t geneCount, std::vector<GeneEdge> edges);

    const std::string &type() const noexcept { return type_; }
    bool directed() const noexcept { return directed_; }
    std::size_t geneCount() const noexcept { return offsets_.size() - 1; }
    /// The edges as listed (undirected ones once, with source ≤ target), in order of source, then target.
    const std::vector<GeneEdge> &edges() const noexcept { return edges_; }

    /// Genes joined to `gene` in either direction, ascending, without repeats (a self loop gives itself).
    std::span<const GeneIndex> neighbours(GeneIndex gene) const;

    /// Edges as message passing wants them: source → target, both directions of an undirected edge, a self loop once.
    std::vector<GeneEdge> messageEdges() const;

private:
    std::string type_;
    bool directed_ = false;
    std::vector<GeneEdge> edges_;
    std::vector<std::size_t> offsets_;
    std::vector<GeneIndex> neighbours_;
};

} // namespace knockscape
