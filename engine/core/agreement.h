#pragma once

#include "engine/core/prediction.h"

#include <cmath>
#include <cstddef>

namespace knockscape
{

/// Where two answers about one genotype contradict each other so strongly that this is the news: used for the warning
/// beside a prediction and the agreement mark of tables. NaN (no answer) contradicts nothing.

/// Interaction scores below this size are within what measurements scatter (Costanzo et al. 2016 call |ε| > 0.08 an
/// interaction).
inline constexpr double noteworthyInteraction = 0.1;
/// Fitness further apart than this is another phenotype: sick instead of healthy, or dead instead of sick.
inline constexpr double strongFitnessDifference = 0.3;

/// True where the interaction head and fitness minus expectation say opposite things of a pair: of different sign, and
/// both noteworthy; or further apart than fitness may be. Only for pairs: τ of three deletions is what they do beyond
/// their pairs, and another quantity than fitness minus the product of singles.
inline bool headsDisagree(const Prediction &prediction, std::size_t deletions)
{
    const double score = prediction.interaction;
    const double deviation = prediction.epistasis();
    const bool opposite = score * deviation < 0.0 && std::abs(score) > noteworthyInteraction &&
                          std::abs(deviation) > noteworthyInteraction;
    return deletions == 2 && (opposite || std::abs(score - deviation) > strongFitnessDifference);
}

/// True where predicted and simulated fitness (both relative to wild type) are far apart.
inline bool simulationDisagrees(double predictedFitness, double simulatedFitness)
{
    return std::abs(predictedFitness - simulatedFitness) > strongFitnessDifference;
}

} // namespace knockscape
