#pragma once

#include "engine/core/genotype.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

class Combinations;

/// Genotypes in a fixed order, asked for by index, so that billions of them need no memory. Immutable, hence usable
/// from any thread.
class GenotypeSource
{
public:
    GenotypeSource() = default;
    GenotypeSource(const GenotypeSource &) = delete;
    GenotypeSource &operator=(const GenotypeSource &) = delete;
    virtual ~GenotypeSource() = default;

    virtual std::uint64_t count() const noexcept = 0;
    /// Replaces `genes` by those of genotype `index` < count(), ascending.
    virtual void genesOf(std::uint64_t index, std::vector<GeneIndex> &genes) const = 0;
    Genotype genotype(std::uint64_t index) const;
    /// Genes of the largest genotype.
    virtual std::size_t largestSize() const noexcept = 0;
    /// SHA-256 of what is enumerated: equal for sources that give the same genotypes in the same order.
    virtual std::string fingerprint() const = 0;
    /// The structure that the fast path uses; null for a plain list.
    virtual const Combinations *combinations() const noexcept { return nullptr; }
};

/// All subsets of `order` genes of a panel, each united with a fixed set, in lexicographic order of the ascending
/// panel: singles (order 1), pairs (2), higher combinations, and one set against all other genes (order 1 and a fixed
/// set).
class Combinations final : public GenotypeSource
{
public:
    /// Duplicates in `panel`, and its genes that are fixed as well, count once. Throws InputError for an order below 1
    /// or above the panel's size, and for more than 2^63 combinations.
    Combinations(std::vector<GeneIndex> panel, int order, std::vector<GeneIndex> fixed = {});

    std::uint64_t count() const noexcept override { return count_; }
    void genesOf(std::uint64_t index, std::vector<GeneIndex> &genes) const override;
    std::size_t largestSize() const noexcept override { return static_cast<std::size_t>(order_) + fixed_.size(); }
    std::string fingerprint() const override;
    const Combinations *combinations() const noexcept override { return this; }

    /// Ascending.
    const std::vector<GeneIndex> &panel() const noexcept { return panel_; }
    const std::vector<GeneIndex> &fixed() const noexcept { return fixed_; }
    int order() const noexcept { return order_; }

    /// Positions in the panel of combination `index`, ascending.
    std::vector<std::size_t> positionsOf(std::uint64_t index) const;
    /// The index of the combination at ascending `positions`.
    std::uint64_t indexOf(const std::vector<std::size_t> &positions) const;
    /// Moves all positions but the last to the next combination of them, and the last behind them. False at the end.
    bool nextPrefix(std::vector<std::size_t> &positions) const;

private:
    /// Ways to choose `size` of `from` genes.
    std::uint64_t choose(std::size_t from, int size) const
    {
        return binomials_[static_cast<std::size_t>(size) * (panel_.size() + 1) + from];
    }

    std::vector<GeneIndex> panel_;
    int order_;
    std::vector<GeneIndex> fixed_;
    std::vector<std::uint64_t> binomials_;
    std::uint64_t count_ = 0;
};

/// Genotypes as a list has them, in its order.
class GenotypeList final : public GenotypeSource
{
public:
    explicit GenotypeList(std::vector<Genotype> genotypes);

    std::uint64_t count() const noexcept override { return genotypes_.size(); }
    void genesOf(std::uint64_t index, std::vector<GeneIndex> &genes) const override;
    std::size_t largestSize() const noexcept override { return largest_; }
    std::string fingerprint() const override;

private:
    std::vector<Genotype> genotypes_;
    std::size_t largest_ = 0;
};

/// Genotypes first, first + 1, …, first + count − 1.
struct IndexRange {
    std::uint64_t first = 0;
    std::uint64_t count = 0;

    std::uint64_t end() const noexcept { return first + count; }
    bool operator==(const IndexRange &) const = default;
};

/// Part `shard` (1 … shards) of `total` genotypes: consecutive, together all of them, sizes that differ by at most one.
/// Throws InputError for a number outside.
IndexRange shardRange(std::uint64_t total, std::uint64_t shard, std::uint64_t shards);

/// All genes of a catalogue of `count`.
std::vector<GeneIndex> allGenes(std::size_t count);

} // namespace knockscape
