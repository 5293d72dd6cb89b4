#include "engine/cell/metabolic_genes.h"

#include <algorithm>

namespace knockscape
{

MetabolicGenes::MetabolicGenes(const Cell &cell) : named_(cell.genes.size(), false)
{
    for (const Reaction &reaction : cell.metabolism.reactions) {
        for (const auto &isozyme : reaction.isozymes) {
            for (const GeneIndex gene : isozyme) {
                if (gene >= 0 && static_cast<std::size_t>(gene) < named_.size()) {
                    named_[static_cast<std::size_t>(gene)] = true;
                }
            }
        }
    }
}

bool MetabolicGenes::contains(GeneIndex gene) const noexcept
{
    return gene >= 0 && static_cast<std::size_t>(gene) < named_.size() && named_[static_cast<std::size_t>(gene)];
}

std::vector<GeneIndex> MetabolicGenes::genes() const
{
    std::vector<GeneIndex> genes;
    for (std::size_t gene = 0; gene < named_.size(); ++gene) {
        if (named_[gene]) {
            genes.push_back(static_cast<GeneIndex>(gene));
        }
    }
    return genes;
}

std::size_t deletedGenesInModel(const Cell &cell, const Genotype &genotype)
{
    return deletedGenesInModel(MetabolicGenes(cell), genotype);
}

std::size_t deletedGenesInModel(const MetabolicGenes &genes, const Genotype &genotype)
{
    const auto deleted = genotype.genes();
    return static_cast<std::size_t>(
        std::count_if(deleted.begin(), deleted.end(), [&](GeneIndex gene) { return genes.contains(gene); }));
}

} // namespace knockscape
