#include "engine/cell/metabolism.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// The genes of each hyperedge a reaction becomes in one direction: one list per isozyme, or one for all.
std::vector<std::vector<GeneIndex>> geneLists(const Reaction &reaction, const HyperedgeOptions &options)
{
    if (reaction.isozymes.empty()) {
        return {{}};
    }
    if (options.expandIsozymes) {
        return reaction.isozymes;
    }
    std::vector<GeneIndex> all;
    for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
        for (const GeneIndex gene : isozyme) {
            if (std::find(all.begin(), all.end(), gene) == all.end()) {
                all.push_back(gene);
            }
        }
    }
    return {all};
}

/// +1 for the direction as written, −1 for the reverse. A reaction that bounds block altogether keeps the first: its
/// genes and metabolites still belong together.
std::vector<float> directions(const Reaction &reaction, const HyperedgeOptions &options)
{
    if (!options.expandDirections) {
        return {1.0F};
    }
    if (reaction.reversible()) {
        return {1.0F, -1.0F};
    }
    return {reaction.lowerBound < 0.0 ? -1.0F : 1.0F};
}

bool isKept(const Reaction &reaction, const HyperedgeOptions &options)
{
    return !reaction.terms.empty() && (options.keepReactionsWithoutGenes || !reaction.rule.alternatives.empty());
}

/// Node of each metabolite, −1 for those that occur in no kept reaction; fills `nodeMetabolite`.
std::vector<std::int32_t> numberNodes(const Metabolism &metabolism, const HyperedgeOptions &options,
                                      std::vector<std::int32_t> &nodeMetabolite)
{
    std::vector<std::int32_t> nodes(metabolism.metabolites.size(), -1);
    for (const Reaction &reaction : metabolism.reactions) {
        if (isKept(reaction, options)) {
            for (const StoichiometricTerm &term : reaction.terms) {
                nodes[static_cast<std::size_t>(term.metabolite)] = 0;
            }
        }
    }
    for (std::size_t metabolite = 0; metabolite < nodes.size(); ++metabolite) {
        if (nodes[metabolite] == 0) {
            nodes[metabolite] = static_cast<std::int32_t>(nodeMetabolite.size());
            nodeMetabolite.push_back(static_cast<std::int32_t>(metabolite));
        }
    }
    return nodes;
}

} // namespace

Hypergraph buildHypergraph(const Metabolism &metabolism, const HyperedgeOptions &options)
{
    Hypergraph graph;
    const std::vector<std::int32_t> nodes = numberNodes(metabolism, options, graph.nodeMetabolite);
    graph.geneOffsets.push_back(0);
    for (std::size_t row = 0; row < metabolism.reactions.size(); ++row) {
        const Reaction &reaction = metabolism.reactions[row];
        if (!isKept(reaction, options)) {
            continue;
        }
        const std::vector<std::vector<GeneIndex>> lists = geneLists(reaction, options);
        for (const float direction : directions(reaction, options)) {
            for (const std::vector<GeneIndex> &genes : lists) {
                const auto hyperedge = static_cast<std::int32_t>(graph.hyperedgeReaction.size());
                graph.hyperedgeReaction.push_back(static_cast<std::int32_t>(row));
                for (const StoichiometricTerm &term : reaction.terms) {
                    graph.incidenceNode.push_back(nodes[static_cast<std::size_t>(term.metabolite)]);
                    graph.incidenceHyperedge.push_back(hyperedge);
                    graph.stoichiometry.push_back(direction * static_cast<float>(term.coefficient));
                }
                graph.genes.insert(graph.genes.end(), genes.begin(), genes.end());
                graph.geneOffsets.push_back(static_cast<std::int32_t>(graph.genes.size()));
            }
        }
    }
    return graph;
}

} // namespace knockscape
