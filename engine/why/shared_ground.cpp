#include "engine/why/shared_ground.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace knockscape
{

namespace
{

using Pair = std::pair<GeneIndex, GeneIndex>;

std::vector<Pair> pairsOf(const Genotype &genotype)
{
    std::vector<Pair> pairs;
    for (const GeneIndex first : genotype.genes()) {
        for (const GeneIndex second : genotype.genes()) {
            if (first < second) {
                pairs.emplace_back(first, second);
            }
        }
    }
    return pairs;
}

std::vector<SharedGroup> sharedGroups(const GeneGroups &groups, const Genotype &genotype)
{
    std::map<std::size_t, std::vector<GeneIndex>> members;
    for (const GeneIndex gene : genotype.genes()) {
        for (const std::size_t group : groups.of(gene)) {
            members[group].push_back(gene);
        }
    }
    std::vector<SharedGroup> result;
    for (auto &[group, genes] : members) {
        if (genes.size() > 1) {
            result.push_back({groups.groups()[group], std::move(genes)});
        }
    }
    std::stable_sort(result.begin(), result.end(), [](const SharedGroup &left, const SharedGroup &right) {
        return std::tuple(right.genes.size(), left.group.genes.size()) <
               std::tuple(left.genes.size(), right.group.genes.size());
    });
    return result;
}

bool hasEdge(const GeneNetwork &network, GeneIndex source, GeneIndex target)
{
    const std::vector<GeneEdge> &edges = network.edges();
    const auto found = std::lower_bound(
        edges.begin(), edges.end(), std::pair(source, target),
        [](const GeneEdge &edge, const Pair &wanted) { return std::pair(edge.source, edge.target) < wanted; });
    return found != edges.end() && found->source == source && found->target == target;
}

/// Empty paths where the two are not joined.
SharedPaths pathsBetween(const GeneNetwork &network, const Pair &pair)
{
    SharedPaths paths{network.type(), pair.first, pair.second, false, false, network.directed(), {}};
    paths.forward = hasEdge(network, pair.first, pair.second);
    // Undirected edges are listed once, smaller gene first.
    paths.backward = network.directed() ? hasEdge(network, pair.second, pair.first) : paths.forward;
    const auto first = network.neighbours(pair.first);
    const auto second = network.neighbours(pair.second);
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(paths.through));
    std::erase(paths.through, pair.first);
    std::erase(paths.through, pair.second);
    std::stable_sort(paths.through.begin(), paths.through.end(), [&network](GeneIndex left, GeneIndex right) {
        return network.neighbours(left).size() < network.neighbours(right).size();
    });
    return paths;
}

/// How a rule joins two genes, if it names both.
std::optional<SharedReactions::How> joinedBy(const Reaction &reaction, const Pair &pair)
{
    const auto holds = [](const std::vector<GeneIndex> &genes, GeneIndex gene) {
        return std::find(genes.begin(), genes.end(), gene) != genes.end();
    };
    bool together = false;
    bool alternative = false;
    bool first = false;
    bool second = false;
    for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
        const bool a = holds(isozyme, pair.first);
        const bool b = holds(isozyme, pair.second);
        together = together || (a && b);
        alternative = alternative || a != b;
        first = first || a;
        second = second || b;
    }
    if (!first || !second) {
        return std::nullopt;
    }
    if (!reaction.rule.formula.empty() || (together && alternative)) {
        return SharedReactions::How::Rule;
    }
    return together ? SharedReactions::How::Complex : SharedReactions::How::Isozymes;
}

std::vector<SharedReactions> sharedReactions(const Metabolism &metabolism, const std::vector<Pair> &pairs)
{
    std::map<std::tuple<GeneIndex, GeneIndex, SharedReactions::How>, std::vector<std::int32_t>> found;
    for (std::size_t row = 0; row < metabolism.reactions.size(); ++row) {
        for (const Pair &pair : pairs) {
            if (const auto how = joinedBy(metabolism.reactions[row], pair)) {
                found[{pair.first, pair.second, *how}].push_back(static_cast<std::int32_t>(row));
            }
        }
    }
    std::vector<SharedReactions> result;
    for (auto &[key, reactions] : found) {
        result.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::move(reactions)});
    }
    return result;
}

} // namespace

SharedGround sharedGround(const Cell &cell, const GeneGroups &groups, const GenePositions &positions,
                          const Genotype &genotype)
{
    const std::vector<Pair> pairs = pairsOf(genotype);
    SharedGround ground;
    ground.groups = sharedGroups(groups, genotype);
    for (const GeneNetwork &network : cell.networks) {
        for (const Pair &pair : pairs) {
            SharedPaths paths = pathsBetween(network, pair);
            if (paths.forward || paths.backward || !paths.through.empty()) {
                ground.paths.push_back(std::move(paths));
            }
        }
    }
    ground.reactions = sharedReactions(cell.metabolism, pairs);
    for (const Pair &pair : pairs) {
        if (const auto distance = positions.distance(pair.first, pair.second)) {
            ground.chromosomes.push_back({pair.first, pair.second, positions[pair.first]->chromosome, *distance});
        }
    }
    for (const GeneIndex gene : genotype.genes()) {
        if (!positions[gene]) {
            ground.unplaced.push_back(gene);
        }
    }
    return ground;
}

} // namespace knockscape
