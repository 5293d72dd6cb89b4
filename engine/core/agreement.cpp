#include "engine/core/agreement.h"

#include <cmath>

namespace knockscape
{

bool headsDisagree(const Prediction &prediction, std::size_t deletions)
{
    const double score = prediction.interaction;
    const double deviation = prediction.epistasis();
    const bool opposite = score * deviation < 0.0 && std::abs(score) > noteworthyInteraction &&
                          std::abs(deviation) > noteworthyInteraction;
    return deletions == 2 && (opposite || std::abs(score - deviation) > strongFitnessDifference);
}

bool simulationDisagrees(double predictedFitness, double simulatedFitness)
{
    return std::abs(predictedFitness - simulatedFitness) > strongFitnessDifference;
}

InteractionCall interactionCall(double score)
{
    return std::isnan(score)                ? InteractionCall::Unknown
           : score < -noteworthyInteraction ? InteractionCall::Negative
           : score > noteworthyInteraction  ? InteractionCall::Positive
                                            : InteractionCall::None;
}

bool interactionsAgree(double a, double b)
{
    return std::isnan(a) || std::isnan(b) || interactionCall(a) == interactionCall(b) ||
           std::abs(a - b) <= noteworthyInteraction / 2.0;
}

AnswerAgreement agreementOf(const Prediction &prediction, std::size_t deletions, double simulatedFitness,
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

const char *toText(AnswerAgreement agreement)
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
