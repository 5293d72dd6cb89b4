#include "ui/metabolism/gene_sets.h"

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// Rules of dozens of isozymes have more sets than anybody reads.
constexpr std::size_t kMostVisited = 20'000;

bool holdsAll(const Genotype &large, const Genotype &small)
{
    return std::all_of(small.genes().begin(), small.genes().end(),
                       [&large](GeneIndex gene) { return large.contains(gene); });
}

/// Without sets that hold a smaller one; smallest first.
std::vector<Genotype> smallestOf(std::vector<Genotype> sets, std::size_t limit)
{
    std::stable_sort(sets.begin(), sets.end(),
                     [](const Genotype &a, const Genotype &b) { return a.size() < b.size(); });
    std::vector<Genotype> kept;
    for (const Genotype &set : sets) {
        const bool needless =
            std::any_of(kept.begin(), kept.end(), [&set](const Genotype &other) { return holdsAll(set, other); });
        if (!needless && kept.size() < limit)
            kept.push_back(set);
    }
    return kept;
}

/// Sets of genes of which each isozyme needs one: branches over the genes of the first isozyme that is still whole.
void breakIsozymes(const std::vector<std::vector<GeneIndex>> &isozymes, const Genotype &chosen, const Genotype &deleted,
                   std::size_t &visited, std::vector<Genotype> &found)
{
    if (++visited > kMostVisited)
        return;
    const auto isWhole = [&](const std::vector<GeneIndex> &isozyme) {
        return std::none_of(isozyme.begin(), isozyme.end(),
                            [&](GeneIndex gene) { return chosen.contains(gene) || deleted.contains(gene); });
    };
    const auto whole = std::find_if(isozymes.begin(), isozymes.end(), isWhole);
    if (whole == isozymes.end()) {
        found.push_back(chosen);
        return;
    }
    for (const GeneIndex gene : *whole) {
        if (gene >= 0)
            breakIsozymes(isozymes, chosen.with(gene), deleted, visited, found);
    }
}

} // namespace

std::vector<Genotype> blockingSets(const Reaction &reaction, const Genotype &deleted, std::size_t limit)
{
    if (reaction.isozymes.empty() || reaction.blockedBy(deleted))
        return {};
    std::vector<Genotype> found;
    std::size_t visited = 0;
    breakIsozymes(reaction.isozymes, {}, deleted, visited, found);
    return smallestOf(std::move(found), limit);
}

std::vector<Genotype> restoringSets(const Reaction &reaction, const Genotype &deleted, std::size_t limit)
{
    if (reaction.isozymes.empty() || !reaction.blockedBy(deleted))
        return {};
    std::vector<Genotype> found;
    for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
        std::vector<GeneIndex> missing;
        std::copy_if(isozyme.begin(), isozyme.end(), std::back_inserter(missing),
                     [&deleted](GeneIndex gene) { return deleted.contains(gene); });
        found.emplace_back(std::move(missing));
    }
    return smallestOf(std::move(found), limit);
}

} // namespace knockscape::ui
