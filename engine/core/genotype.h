#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

namespace knockscape
{

/// Row of a gene in its cell's GeneCatalogue; -1 where a gene is named but not in the catalogue.
using GeneIndex = std::int32_t;

/// A set of knocked-out genes: ascending, without duplicates. The empty genotype is the wild type.
class Genotype
{
public:
    Genotype() = default;
    Genotype(std::initializer_list<GeneIndex> genes) : Genotype(std::vector<GeneIndex>(genes)) {}
    explicit Genotype(std::vector<GeneIndex> genes) : genes_(std::move(genes))
    {
        std::sort(genes_.begin(), genes_.end());
        genes_.erase(std::unique(genes_.begin(), genes_.end()), genes_.end());
    }

    std::span<const GeneIndex> genes() const noexcept { return genes_; }
    std::size_t size() const noexcept { return genes_.size(); }
    bool empty() const noexcept { return genes_.empty(); }
    bool contains(GeneIndex gene) const { return std::binary_search(genes_.begin(), genes_.end(), gene); }

    /// This genotype with `gene` deleted as well (itself if it already was).
    Genotype with(GeneIndex gene) const
    {
        std::vector<GeneIndex> genes = genes_;
        genes.push_back(gene);
        return Genotype(std::move(genes));
    }

    /// This genotype with `gene` restored (itself if it was not deleted).
    Genotype without(GeneIndex gene) const
    {
        std::vector<GeneIndex> genes = genes_;
        std::erase(genes, gene);
        return Genotype(std::move(genes));
    }

    auto operator<=>(const Genotype &) const = default;
    bool operator==(const Genotype &) const = default;

private:
    std::vector<GeneIndex> genes_;
};

} // namespace knockscape
