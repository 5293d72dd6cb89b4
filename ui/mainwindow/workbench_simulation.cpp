// Runs of the workbench whose genotypes are simulated, not predicted.

#include "ui/mainwindow/workbench.h"
#include "ui/session/media_choices.h"

namespace knockscape::ui
{

Evaluator Workbench::usualEvaluator() const
{
    const bool predicts = modelState_ == ModelState::Ready || modelState_ == ModelState::Loading;
    return predicts || !whyNotSimulated(session_->cell().get()).isEmpty() ? Evaluator::Model : Evaluator::Simulation;
}

QString Workbench::blockedReason(Evaluator evaluator) const
{
    if (evaluator == Evaluator::Model) {
        return blockedReason();
    }
    const QString running = runningReason();
    return running.isEmpty() ? whyNotSimulated(session_->cell().get()) : running;
}

InferenceService *Workbench::simulator()
{
    if (simulatedCell_ != session_->cell() || simulatedMedium_ != session_->medium()) {
        simulatedCell_ = session_->cell();
        simulatedMedium_ = session_->medium();
        simulator_->openSimulation(simulatedCell_, simulatedMedium_, preferences_.torchSettings().threads);
    }
    return simulator_.get();
}

/// What was simulated of another cell is not wanted any more, and its memory is given back.
void Workbench::closeSimulator()
{
    simulator_->abandon();
    simulatedCell_.reset();
    simulator_->openSimulation(nullptr, {}, 0);
}

void Workbench::simulateList()
{
    runList(Evaluator::Simulation);
}

void Workbench::simulateSet()
{
    runSet(Evaluator::Simulation);
}

void Workbench::simulateSingles()
{
    runSingles(Evaluator::Simulation);
}

void Workbench::simulateAgainstAll()
{
    runAgainstAll(Evaluator::Simulation);
}

} // namespace knockscape::ui
