#pragma once

#include "engine/training/labels.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// Which of the two measured values.
enum class Phenotype { Fitness, Interaction };

/// The label's value of this phenotype; NaN where it was not measured.
inline double valueOf(const Label &label, Phenotype phenotype)
{
    return phenotype == Phenotype::Fitness ? label.fitness : label.interaction;
}

/// Mean of the values that are there; NaN for none.
double meanValue(std::span<const Label> labels, Phenotype phenotype);

/// The multiplicative model: the fitness of a genotype is the product of its genes' single fitness.
class MultiplicativeBaseline
{
public:
    /// Single fitness is the mean of the measured singles among `training`, else `predictedSingles` (per gene, NaN or
    /// empty for none), else the mean of the measured singles (1 without any).
    MultiplicativeBaseline(std::span<const Label> training, std::size_t geneCount,
                           std::span<const double> predictedSingles = {});

    double predict(const Genotype &genotype) const;

private:
    std::vector<double> singles_;
};

/// Additive model by ridge regression: y = b + Σ w_g over the genotype's genes, minimising Σ (y − ŷ)² + λ Σ w². The
/// intercept is not penalised. Solved by conjugate gradients to 1e-12.
class AdditiveBaseline
{
public:
    AdditiveBaseline(std::span<const Label> training, Phenotype phenotype, std::size_t geneCount, double lambda = 1.0);

    /// NaN when nothing was there to learn from.
    double predict(const Genotype &genotype) const;

private:
    double intercept_ = 0.0;
    std::vector<double> weights_;
};

} // namespace knockscape
