#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// How alike genes are by what their cell tells: in every network the neighbours they share (cosine of the principal
/// components of the degree-normalised rows, a gene being a neighbour of itself), and the numeric features. A kernel
/// over genes: k(g, h) = own · [g = h] + (1 − own) · the mean of the blocks' cosines, so that it is positive
/// semi-definite and k(g, g) = 1. A gene of which a block says nothing is like no other there.
///
/// Immutable, hence usable from any thread.
class GeneSimilarity
{
public:
    /// Share of a gene that no other gene has.
    static constexpr double DefaultOwn = 0.5;

    /// `components` per block; a second for a yeast genome. Throws Cancelled.
    explicit GeneSimilarity(const Cell &cell, double own = DefaultOwn, std::size_t components = 32,
                            const JobControl &control = {});
    /// Genes that are like nobody but themselves.
    GeneSimilarity() = default;

    double operator()(GeneIndex a, GeneIndex b) const { return a == b ? 1.0 : (1.0 - own_) * shared(a, b); }

    /// Correlation that is expected of the interactions of two genotypes of the same size: the permanent of the matrix
    /// of k between their genes over the geometric mean of that within each (of pairs, k(a,c)k(b,d) + k(a,d)k(b,c) over
    /// the same of each). The permanent is a sum over all ways to match the genes, which is the inner product of
    /// symmetric tensor powers, hence positive semi-definite too (the pairwise kernel of Ben-Hur & Noble 2005,
    /// doi:10.1093/bioinformatics/bti1016). 0 between genotypes of different sizes.
    double correlation(std::span<const GeneIndex> x, std::span<const GeneIndex> y) const;

private:
    double shared(GeneIndex a, GeneIndex b) const;
    /// Permanent of k over x × y; both of one size, 1 … 3.
    double permanent(std::span<const GeneIndex> x, std::span<const GeneIndex> y) const;

    double own_ = 1.0;
    std::size_t columns_ = 0;
    std::vector<float> vectors_; ///< [genes][columns], of length 1 or 0
};

} // namespace knockscape
