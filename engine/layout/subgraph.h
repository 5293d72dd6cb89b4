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
    /// Neighbours there are (everything but the focus genes), shown and left out; currency metabolites do not count.
    std::size_t neighbours = 0;
    /// Currency metabolites left out of the metabolic view.
    std::size_t hiddenCurrency = 0;
};

struct SubgraphLimits {
    std::size_t maxNodes = 80;
    /// Metabolites in more reactions than this (water, ATP, …) are left out of the metabolic view, except from a
    /// reaction that would be left with none.
    std::size_t currencyDegree = 20;
};

/// The genes, their direct neighbours in the networks of these types (all if empty), and every edge among them.
/// Beyond the limit the neighbours with most links to the focus genes stay (ties: first in the catalogue). Focus genes
/// come first, in catalogue order. Unknown types and genes outside the catalogue are ignored. The same input gives the
/// same answer.
Subgraph geneNeighbourhood(const Cell &cell, const Genotype &focus, const std::vector<std::string> &types,
                           const SubgraphLimits &limits = {});

/// The genes, the reactions they catalyse, the metabolites of these, and the other genes of these reactions.
///
/// Arrows point the way the bounds let a reaction run: "substrate" from metabolite to reaction, "product" from reaction
/// to metabolite; an edge of a reaction that runs both ways is not `directed`. "catalysis" joins a gene to a reaction
/// (not directed). Beyond the limit, whole reactions stay (those with most focus genes first), then other genes.
Subgraph metabolicNeighbourhood(const Cell &cell, const Genotype &focus, const SubgraphLimits &limits = {});

} // namespace knockscape
