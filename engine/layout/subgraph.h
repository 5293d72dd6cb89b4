#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

enum class NodeKind { Gene, Reaction, Metabolite };

/// A node of a subgraph. `row` is its row in the catalogue, in Metabolism::reactions or ::metabolites.
struct SubgraphNode {
    NodeKind kind = NodeKind::Gene;
    std::int32_t row = 0;
    std::string label;
    /// True for the genes asked for.
    bool focus = false;
};

/// An edge between two nodes (positions in Subgraph::nodes). `type`: an interaction type ("physical"),
/// "substrate", "product" or "catalysis".
struct SubgraphEdge {
    std::int32_t source = 0;
    std::int32_t target = 0;
    std::string type;
    bool directed = false;
    float weight = 1.0F;
};

struct Subgraph {
    std::vector<SubgraphNode> nodes;
    std::vector<SubgraphEdge> edges;
    /// Neighbours that the limit left out, for an honest caption.
    std::size_t omittedNodes = 0;
};

struct SubgraphLimits {
    std::size_t maxNodes = 80;
    /// Metabolites in more reactions than this (water, ATP, …) are left out of the metabolic view unless nothing else
    /// would be shown.
    std::size_t currencyDegree = 20;
};

/// The genes, their direct neighbours in the networks of these types (all if empty), and every edge among them.
/// Beyond the limit the neighbours with most links to the focus genes stay.
Subgraph geneNeighbourhood(const Cell &cell, const Genotype &focus, const std::vector<std::string> &types,
                           const SubgraphLimits &limits = {});

/// The genes, the reactions they catalyse, the metabolites of these, and the other genes of these reactions.
Subgraph metabolicNeighbourhood(const Cell &cell, const Genotype &focus, const SubgraphLimits &limits = {});

} // namespace knockscape
