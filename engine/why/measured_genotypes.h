#pragma once

#include "engine/core/label_kind.h"
#include "engine/training/labels.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// What labels say of one genotype, over all of its rows.
struct MeasuredGenotype {
    Genotype genotype;
    /// Means over the rows that have the value; NaN where none has.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    double interaction = std::numeric_limits<double>::quiet_NaN();
    std::size_t rows = 0;
    /// Sources of the rows, each once, in order of name; "" for rows that name none.
    std::vector<std::string> sources;
    LabelKind kind = LabelKind::Unknown;
};

/// The genotypes of labels, with a look-up. Immutable.
class MeasuredGenotypes
{
public:
    MeasuredGenotypes() = default;
    /// Interactions that follow from fitness should be filled in before (deriveInteractions()).
    explicit MeasuredGenotypes(std::span<const Label> labels);

    /// In order of genotype.
    const std::vector<MeasuredGenotype> &all() const noexcept { return genotypes_; }
    bool empty() const noexcept { return genotypes_.empty(); }
    /// Null where nothing was measured.
    const MeasuredGenotype *find(const Genotype &genotype) const;

private:
    std::vector<MeasuredGenotype> genotypes_;
};

} // namespace knockscape
