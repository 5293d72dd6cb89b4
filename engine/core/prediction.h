#pragma once

#include "engine/core/genotype.h"

#include <cstdint>
#include <limits>
#include <string>

namespace knockscape
{

/// What the model says about one genotype. Fitness is relative to wild type (= 1); NaN is "not available".
struct Prediction {
    /// Growth relative to wild type (1 = like wild type, 0 = dead). Mean over an ensemble.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    /// Interaction head: digenic ε for pairs, trigenic τ for triples; negative = sicker than expected. NaN for orders
    /// whose interactions the models have not learnt; interactionReason() says why.
    double interaction = std::numeric_limits<double>::quiet_NaN();
    /// Product of the predicted fitness of the single deletions; 1 for wild type.
    double expectedFitness = std::numeric_limits<double>::quiet_NaN();
    /// Standard deviations over an ensemble (sample, n-1); NaN with one model.
    double fitnessSd = std::numeric_limits<double>::quiet_NaN();
    double interactionSd = std::numeric_limits<double>::quiet_NaN();
    /// Number of training genotypes that held the least trained gene; -1 when the model does not say.
    std::int64_t support = -1;
    /// False where fitness or interaction lies outside the range of the training labels.
    bool inRange = true;

    /// True where the models say how many training genotypes there were, and those are fewer than `floor`.
    bool lacksSupport(std::int64_t floor) const noexcept { return support >= 0 && support < floor; }

    /// Fitness minus wild type; negative = grows more slowly.
    double fitnessDelta() const noexcept { return fitness - 1.0; }
    /// Fitness minus expected fitness (multiplicative model, Mani et al. 2008); negative = aggravating.
    double epistasis() const noexcept { return fitness - expectedFitness; }
};

/// A genotype with its prediction, as stored, shown and exported. `status` is "ok" or the error.
struct PredictionRow {
    Genotype genotype;
    Prediction prediction;
    std::string status = "ok";
};

} // namespace knockscape
