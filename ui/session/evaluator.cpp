#include "ui/session/evaluator.h"

#include "ui/session/inference_service.h"

#include <QCoreApplication>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

struct EvaluatorText {
    Q_DECLARE_TR_FUNCTIONS(Evaluator)
};

} // namespace

QString whyNotSimulated(const Cell *cell)
{
    if (cell == nullptr) {
        return EvaluatorText::tr("No cell is open: File › Open cell");
    }
    if (!InferenceService::canSimulate()) {
        return EvaluatorText::tr("This build has no flux balance analysis; install GLPK and build again");
    }
    const auto &reactions = cell->metabolism.reactions;
    if (reactions.empty()) {
        return EvaluatorText::tr("This cell has no metabolic model");
    }
    return std::any_of(reactions.begin(), reactions.end(),
                       [](const Reaction &reaction) { return reaction.objective != 0.0; })
               ? QString()
               : EvaluatorText::tr("The metabolic model of this cell does not say which reaction is growth");
}

} // namespace knockscape::ui
