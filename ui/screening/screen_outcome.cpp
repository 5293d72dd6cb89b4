#include "ui/screening/screen_outcome.h"

#include <QCoreApplication>

#include <cmath>

namespace knockscape::ui
{

SimulatedStatus::SimulatedStatus(const Cell &cell) : genes_(cell) {}

std::string SimulatedStatus::of(const Genotype &genotype, const Prediction &prediction) const
{
    if (!genotype.empty() && deletedGenesInModel(genes_, genotype) == 0) {
        return QCoreApplication::translate("ScreenOutcome", "not in the metabolic model").toStdString();
    }
    return std::isnan(prediction.fitness)
               ? QCoreApplication::translate("ScreenOutcome", "no growth could be shown to be right").toStdString()
               : "ok";
}

} // namespace knockscape::ui
