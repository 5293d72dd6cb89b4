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

/// What a score says of an interaction.
enum class InteractionCall { Unknown, Negative, None, Positive };

inline InteractionCall interactionCall(double score)
{
    return std::isnan(score)                ? InteractionCall::Unknown
           : score < -noteworthyInteraction ? InteractionCall::Negative
           : score > noteworthyInteraction  ? InteractionCall::Positive
                                            : InteractionCall::None;
}

/// True where two scores call an interaction alike, or lie so close together that the line between calls just happens
/// to part them. NaN agrees with everything.
inline bool interactionsAgree(double a, double b)
{
    return std::isnan(a) || std::isnan(b) || interactionCall(a) == interactionCall(b) ||
           std::abs(a - b) <= noteworthyInteraction / 2.0;
}

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
inline AnswerAgreement agreementOf(const Prediction &prediction, std::size_t deletions, double simulatedFitness,
                                   double simulatedEpistasis)
{
    if (deletions != 2) {
        return std::isnan(simulatedFitness) || std::isnan(prediction.fitness) ? AnswerAgreement::Unknown
               : simulationDisagrees(prediction.fitness, simulatedFitness)    ? AnswerAgreement::SimulationDisagrees
                                                                              : AnswerAgreement::Agree;
    }
    const double head = prediction.interaction;
    const double deviation = prediction.epistasis();
    const bool heads = !std::isnan(head) && !std::isnan(deviation);
    const bool headsAgree = heads && interactionsAgree(head, deviation) && !headsDisagree(prediction, deletions);
    if (std::isnan(simulatedEpistasis)) {
        return !heads ? AnswerAgreement::Unknown : headsAgree ? AnswerAgreement::Agree : AnswerAgreement::HeadsDisagree;
    }
    const bool withHead = !std::isnan(head) && interactionsAgree(head, simulatedEpistasis);
    const bool withDeviation = !std::isnan(deviation) && interactionsAgree(deviation, simulatedEpistasis);
    if (heads && !headsAgree) {
        return withHead || withDeviation ? AnswerAgreement::HeadsDisagree : AnswerAgreement::Disagree;
    }
    if (std::isnan(head) && std::isnan(deviation)) {
        return AnswerAgreement::Unknown;
    }
    return withHead || withDeviation ? AnswerAgreement::Agree : AnswerAgreement::SimulationDisagrees;
}

/// As files have it: "agree", "heads_disagree", "simulation_disagrees", "disagree"; empty where it is unknown.
inline const char *toText(AnswerAgreement agreement)
{
    switch (agreement) {
    case AnswerAgreement::Agree:
        return "agree";
    case AnswerAgreement::HeadsDisagree:
        return "heads_disagree";
    case AnswerAgreement::SimulationDisagrees:
        return "simulation_disagrees";
    case AnswerAgreement::Disagree:
        return "disagree";
    case AnswerAgreement::Unknown:
        break;
    }
    return "";
}

} // namespace knockscape
