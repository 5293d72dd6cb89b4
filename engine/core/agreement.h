#pragma once

#include "engine/core/prediction.h"

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
bool headsDisagree(const Prediction &prediction, std::size_t deletions);

/// True where predicted and simulated fitness (both relative to wild type) are far apart.
bool simulationDisagrees(double predictedFitness, double simulatedFitness);

/// What a score says of an interaction.
enum class InteractionCall { Unknown, Negative, None, Positive };

InteractionCall interactionCall(double score);

/// True where two scores call an interaction alike, or lie so close together that the line between calls just happens
/// to part them. NaN agrees with everything.
bool interactionsAgree(double a, double b);

/// How the answers to one genotype stand to each other: the interaction head, fitness minus expectation, and
/// simulation.
enum class AnswerAgreement {
    Unknown,             ///< there are not two answers
    Agree,               ///< all answers that there are
    HeadsDisagree,       ///< and the simulation, where there is one, is with one of them
    SimulationDisagrees, ///< with the prediction, whose heads agree where it has two
    Disagree             ///< each answer is another
};

/// Of a genotype of `deletions` genes; simulated values are NaN where there are none. Pairs are judged by their
/// interaction, everything else by its fitness: τ of three deletions is another quantity than fitness minus the product
/// of singles, and a single deletion has no interaction.
AnswerAgreement agreementOf(const Prediction &prediction, std::size_t deletions, double simulatedFitness,
                            double simulatedEpistasis);

/// As files have it: "agree", "heads_disagree", "simulation_disagrees", "disagree"; empty where it is unknown.
const char *toText(AnswerAgreement agreement);

} // namespace knockscape
