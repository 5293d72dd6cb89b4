#include "app/cli/screen_simulation.h"

#ifdef KNOCKSCAPE_FBA
#include "app/cli/simulation_options.h"
#include "engine/fba/flux_balance.h"
#include "engine/simulating/flux_balance_predictor.h"

#include <nlohmann/json.hpp>
#endif

namespace knockscape::cli
{

#ifdef KNOCKSCAPE_FBA

ScreenSimulation openSimulation(const Context &context, ScreenOptions &options)
{
    const ConditionOptions conditions{options.cell, options.medium, options.objective};
    const SimulatedCell opened = openSimulatedCell(context, conditions);
    const std::string method = nameOf(FluxMethod::Optimum);
    ScreenSimulation simulation;
    simulation.cell = opened.cell;
    onItsMedium(opened, context.control, [&] {
        simulation.predictor =
            std::make_unique<FluxBalancePredictor>(opened.cell, context.options.threads, context.control);
    });
    simulation.describe = [opened, conditions, method](Provenance &about) {
        about.content = "screen: best rows, simulated";
        about.method = method;
        recordConditions(opened, conditions, about);
    };
    nlohmann::json parameters{{"evaluator", "simulation"}, {"method", method}};
    recordConditions(opened, conditions, parameters);
    options.conditionsJson = parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return simulation;
}

#else

ScreenSimulation openSimulation(const Context &, ScreenOptions &)
{
    throwLeftOut("flux balance analysis (GLPK)");
}

#endif

} // namespace knockscape::cli
