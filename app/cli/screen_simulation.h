#pragma once

#include "app/cli/command.h"
#include "app/cli/screen_options.h"
#include "engine/inference/predictor.h"
#include "engine/store/provenance.h"

#include <functional>
#include <memory>

/// "screen … --simulate": the same screens, answered by flux balance.
namespace knockscape::cli
{

/// What answers a simulated screen, and on what medium.
struct ScreenSimulation {
    std::shared_ptr<const Cell> cell;
    std::unique_ptr<Predictor> predictor;
    /// Writes medium, objective and method into a table's provenance.
    std::function<void(Provenance &)> describe;
};

/// Reads the cell of the options, on their medium, and prepares to simulate it. Fills options.conditionsJson. Throws
/// InputError where the wild type does not grow, with what is missing, and EngineError in a build without GLPK.
ScreenSimulation openSimulation(const Context &context, ScreenOptions &options);

} // namespace knockscape::cli
