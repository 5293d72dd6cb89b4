#include "engine/layout/subgraph.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace knockscape
{

namespace
{

constexpr std::int32_t kAbsent = -1;

std::vector<GeneIndex> validGenes(const Cell &cell, const Genotype &focus)
{
    std::vector<GeneIndex> genes;
    for (const GeneIndex gene : focus.genes()) {
        if (gene >= 0 && static_cast<std::size_t>(gene) < cell.genes.size())
            genes.push_back(gene);
    }
    return genes;
}

std::vector<const GeneNetwork *> chosenNetworks(const Cell &cell, const std::vector<std::string> &types)
{
    std::vector<const GeneNetwork *> networks;
    for (const GeneNetwork &network : cell.networks) {
        if (types.empty() || std::find(types.begin(), types.end(), network.type()) != types.end())
            networks.push_back(&network);
    }
    return networks;
}

void addGene(Subgraph &graph, const Cell &cell, GeneIndex gene, bool focus)
{
    graph.nodes.push_back({NodeKind::Gene, gene, cell.genes[gene].label(), focus});
}

/// Items with a count, most counted first, then in order of row.
std::vector<std::int32_t> mostLinkedFirst(const std::unordered_map<std::int32_t, std::size_t> &links)
{
    std::vector<std::pair<std::size_t, std::int32_t>> order;
    order.reserve(links.size());
    for (const auto &[row, count] : links)
        order.emplace_back(count, row);
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::int32_t> rows;
    rows.reserve(order.size());
    for (const auto &[count, row] : order)
        rows.push_back(row);
    return rows;
}

/// Adds the focus genes that fit; the others count as left out. Returns all of them.
std::vector<GeneIndex> addFocus(Subgraph &graph, const Cell &cell, const Genotype &focus, const SubgraphLimits &limits)
{
    std::vector<GeneIndex> genes = validGenes(cell, focus);
    for (const GeneIndex gene : genes) {
        if (graph.nodes.size() < limits.maxNodes)
            addGene(graph, cell, gene, true);
        else
            ++graph.omittedNodes;
    }
    return genes;
}

} // namespace

Subgraph geneNeighbourhood(const Cell &cell, const Genotype &focus, const std::vector<std::string> &types,
                           const SubgraphLimits &limits)
{
    Subgraph graph;
    const std::vector<const GeneNetwork *> networks = chosenNetworks(cell, types);
    const std::vector<GeneIndex> genes = addFocus(graph, cell, focus, limits);

    std::unordered_map<std::int32_t, std::size_t> links;
    for (const GeneNetwork *network : networks) {
        for (const GeneIndex gene : genes) {
            for (const GeneIndex neighbour : network->neighbours(gene)) {
                if (!focus.contains(neighbour))
                    ++links[neighbour];
            }
        }
    }
    const std::vector<std::int32_t> ranked = mostLinkedFirst(links);
    graph.neighbours = ranked.size();
    for (const std::int32_t neighbour : ranked) {
        if (graph.nodes.size() < limits.maxNodes)
            addGene(graph, cell, neighbour, false);
        else
            ++graph.omittedNodes;
    }

    std::vector<std::int32_t> position(cell.genes.size(), kAbsent);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        position[static_cast<std::size_t>(graph.nodes[i].row)] = static_cast<std::int32_t>(i);
    for (const GeneNetwork *network : networks) {
        for (const GeneEdge &edge : network->edges()) {
            const std::int32_t source = position[static_cast<std::size_t>(edge.source)];
            const std::int32_t target = position[static_cast<std::size_t>(edge.target)];
            if (source != kAbsent && target != kAbsent)
                graph.edges.push_back({source, target, network->type(), network->directed(), edge.weight});
        }
    }
    return graph;
}

namespace
{

/// Collects the metabolic view reaction by reaction, within the limit.
class MetabolicView
{
public:
    MetabolicView(const Cell &cell, const Genotype &focus, const SubgraphLimits &limits)
        : cell_(cell), focus_(focus), limits_(limits), degree_(cell.metabolism.metabolites.size(), 0)
    {
        for (const Reaction &reaction : cell.metabolism.reactions) {
            for (const std::int32_t metabolite : metabolitesOf(reaction))
                ++degree_[static_cast<std::size_t>(metabolite)];
        }
    }

    Subgraph build()
    {
        addFocus(graph_, cell_, focus_, limits_);
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i)
            genePosition_[graph_.nodes[i].row] = static_cast<std::int32_t>(i);
        const std::vector<std::int32_t> reactions = catalysedReactions();
        std::size_t omittedReactions = 0;
        for (const std::int32_t reaction : reactions) {
            if (!addReaction(reaction))
                ++omittedReactions;
        }
        graph_.omittedNodes += omittedReactions;
        countMetabolites(reactions);
        addOtherGenes(reactions);
        addEdges();
        return std::move(graph_);
    }

private:
    const Reaction &reactionAt(std::int32_t row) const
    {
        return cell_.metabolism.reactions[static_cast<std::size_t>(row)];
    }

    bool isCurrency(std::int32_t metabolite) const
    {
        return degree_[static_cast<std::size_t>(metabolite)] > limits_.currencyDegree;
    }

    /// Rows of the metabolites that take part, each once, in order.
    static std::vector<std::int32_t> metabolitesOf(const Reaction &reaction)
    {
        std::vector<std::int32_t> rows;
        for (const StoichiometricTerm &term : reaction.terms) {
            if (term.coefficient != 0.0)
                rows.push_back(term.metabolite);
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }

    /// The same without currency metabolites, unless there would be none left.
    std::vector<std::int32_t> shownMetabolitesOf(const Reaction &reaction) const
    {
        const std::vector<std::int32_t> all = metabolitesOf(reaction);
        std::vector<std::int32_t> rows;
        std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [this](auto row) { return !isCurrency(row); });
        return rows.empty() ? all : rows;
    }

    static std::vector<GeneIndex> genesOf(const Reaction &reaction)
    {
        std::vector<GeneIndex> genes;
        for (const auto &isozyme : reaction.isozymes)
            genes.insert(genes.end(), isozyme.begin(), isozyme.end());
        std::sort(genes.begin(), genes.end());
        genes.erase(std::unique(genes.begin(), genes.end()), genes.end());
        std::erase_if(genes, [](GeneIndex gene) { return gene < 0; });
        return genes;
    }

    /// Reactions of the focus genes, those with most of them first.
    std::vector<std::int32_t> catalysedReactions() const
    {
        std::unordered_map<std::int32_t, std::size_t> links;
        const auto &reactions = cell_.metabolism.reactions;
        for (std::size_t row = 0; row < reactions.size(); ++row) {
            for (const GeneIndex gene : genesOf(reactions[row])) {
                if (focus_.contains(gene))
                    ++links[static_cast<std::int32_t>(row)];
            }
        }
        return mostLinkedFirst(links);
    }

    /// Adds the reaction with its metabolites if they fit. The first reaction is added even if only some of its
    /// metabolites fit, so that a large one (biomass) is not an empty picture.
    bool addReaction(std::int32_t row)
    {
        const Reaction &reaction = reactionAt(row);
        std::vector<std::int32_t> metabolites = shownMetabolitesOf(reaction);
        std::erase_if(metabolites, [this](auto metabolite) { return metabolitePosition_.count(metabolite) != 0; });
        const std::size_t room = limits_.maxNodes - graph_.nodes.size();
        if (room == 0 || (metabolites.size() + 1 > room && !reactionPosition_.empty()))
            return false;
        reactionPosition_[row] = static_cast<std::int32_t>(graph_.nodes.size());
        shownReactions_.push_back(row);
        graph_.nodes.push_back({NodeKind::Reaction, row, reaction.name.empty() ? reaction.id : reaction.name, false});
        for (const std::int32_t metabolite : metabolites) {
            if (graph_.nodes.size() == limits_.maxNodes)
                break;
            metabolitePosition_[metabolite] = static_cast<std::int32_t>(graph_.nodes.size());
            const Metabolite &entry = cell_.metabolism.metabolites[static_cast<std::size_t>(metabolite)];
            std::string label = entry.name.empty() ? entry.id : entry.name;
            if (!entry.compartment.empty())
                label += " [" + entry.compartment + "]";
            graph_.nodes.push_back({NodeKind::Metabolite, metabolite, std::move(label), false});
        }
        return true;
    }

    void countMetabolites(const std::vector<std::int32_t> &reactions)
    {
        std::vector<std::int32_t> shown;
        std::vector<std::int32_t> all;
        for (const std::int32_t row : reactions) {
            const auto some = shownMetabolitesOf(reactionAt(row));
            const auto every = metabolitesOf(reactionAt(row));
            shown.insert(shown.end(), some.begin(), some.end());
            all.insert(all.end(), every.begin(), every.end());
        }
        const auto unique = [](std::vector<std::int32_t> &rows) {
            std::sort(rows.begin(), rows.end());
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            return rows.size();
        };
        const std::size_t candidates = unique(shown);
        graph_.hiddenCurrency = unique(all) - candidates;
        graph_.neighbours = reactions.size() + candidates;
        graph_.omittedNodes += candidates - metabolitePosition_.size();
    }

    void addOtherGenes(const std::vector<std::int32_t> &reactions)
    {
        std::unordered_map<std::int32_t, std::size_t> links;
        for (const std::int32_t row : reactions) {
            for (const GeneIndex gene : genesOf(reactionAt(row))) {
                if (!focus_.contains(gene))
                    links[gene] += reactionPosition_.count(row);
            }
        }
        graph_.neighbours += links.size();
        for (const std::int32_t gene : mostLinkedFirst(links)) {
            // A gene whose reactions were all left out would hang in the air.
            if (links[gene] == 0 || graph_.nodes.size() >= limits_.maxNodes) {
                ++graph_.omittedNodes;
                continue;
            }
            genePosition_[gene] = static_cast<std::int32_t>(graph_.nodes.size());
            addGene(graph_, cell_, gene, false);
        }
    }

    void addEdges()
    {
        for (const std::int32_t row : shownReactions_) {
            const Reaction &reaction = reactionAt(row);
            const std::int32_t node = reactionPosition_[row];
            for (const GeneIndex gene : genesOf(reaction)) {
                const auto found = genePosition_.find(gene);
                if (found != genePosition_.end())
                    graph_.edges.push_back({found->second, node, "catalysis", false, 1.0F});
            }
            // A reaction that may only run backwards consumes what it is written to make.
            const bool backwards = reaction.lowerBound < 0.0 && reaction.upperBound <= 0.0;
            for (const StoichiometricTerm &term : reaction.terms) {
                const auto found = metabolitePosition_.find(term.metabolite);
                if (found == metabolitePosition_.end() || term.coefficient == 0.0)
                    continue;
                const bool consumed = (term.coefficient < 0.0) != backwards;
                const auto weight = static_cast<float>(std::abs(term.coefficient));
                if (consumed)
                    graph_.edges.push_back({found->second, node, "substrate", !reaction.reversible(), weight});
                else
                    graph_.edges.push_back({node, found->second, "product", !reaction.reversible(), weight});
            }
        }
    }

    const Cell &cell_;
    const Genotype &focus_;
    const SubgraphLimits &limits_;
    std::vector<std::size_t> degree_;
    Subgraph graph_;
    std::vector<std::int32_t> shownReactions_;
    std::unordered_map<std::int32_t, std::int32_t> genePosition_;
    std::unordered_map<std::int32_t, std::int32_t> reactionPosition_;
    std::unordered_map<std::int32_t, std::int32_t> metabolitePosition_;
};

} // namespace

Subgraph metabolicNeighbourhood(const Cell &cell, const Genotype &focus, const SubgraphLimits &limits)
{
    return MetabolicView(cell, focus, limits).build();
}

} // namespace knockscape
