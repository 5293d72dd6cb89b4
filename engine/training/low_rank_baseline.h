#pragma once

#include "engine/training/baselines.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// Low-rank factorisation of the pairs' values: ŷ_ij = a_ij + v_i · v_j, a being the additive model, v one vector of
/// `rank` numbers per gene, minimising Σ (y − ŷ)² + λ s² Σ |v|² by alternating least squares from a fixed random start
/// (s²: the variance of what the additive model leaves, so that λ has no unit). What a model can know of a pair from
/// its genes' other partners alone. Genotypes of other sizes add v_i · v_j over their pairs.
class LowRankBaseline
{
public:
    LowRankBaseline(std::span<const Label> training, Phenotype phenotype, std::size_t geneCount, std::size_t rank = 8,
                    double lambda = 20.0);

    /// NaN when nothing was there to learn from.
    double predict(const Genotype &genotype) const;

private:
    AdditiveBaseline additive_;
    std::size_t rank_;
    /// [genes, rank]; zero for genes that no pair named.
    std::vector<double> vectors_;
};

} // namespace knockscape
