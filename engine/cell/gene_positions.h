#pragma once

#include "engine/cell/gene_catalogue.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Where a gene lies: base pairs on a chromosome, `start` ≤ `end` whatever the strand.
struct GenePosition {
    std::string chromosome;
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// Genes of one chromosome that are nearer than this, in base pairs, hardly ever part in a cross.
constexpr std::int64_t LinkedDistance = 20'000;

/// The positions of a catalogue's genes, from its annotation columns (chromosome, start and end, as gene tables call
/// them). Immutable.
class GenePositions
{
public:
    explicit GenePositions(const GeneCatalogue &genes);

    /// Whether the position of any gene is known.
    bool any() const noexcept { return any_; }
    /// Empty where the table says nothing, or what cannot be read.
    const std::optional<GenePosition> &operator[](GeneIndex gene) const;
    /// Base pairs between two genes of one chromosome, 0 where they overlap; empty for two chromosomes, or where a
    /// position is not known.
    std::optional<std::int64_t> distance(GeneIndex first, GeneIndex second) const;
    /// The least distance in base pairs between two genes of a genotype; infinite for fewer than two and where all lie
    /// on different chromosomes, NaN where it is not known.
    double leastDistance(std::span<const GeneIndex> genes) const;

    /// True for an annotation column that says where genes lie.
    static bool isPositionColumn(const std::string &column);

private:
    bool any_ = false;
    std::vector<std::optional<GenePosition>> positions_;
};

} // namespace knockscape
