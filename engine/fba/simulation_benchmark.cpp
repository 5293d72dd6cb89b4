#include "engine/fba/simulation_benchmark.h"

#include "engine/core/translate.h"
#include "engine/fba/simulation.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace knockscape
{

namespace
{

constexpr std::size_t coldProblems = 20;

/// Seconds that `work` takes.
template <class Work>
double seconds(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

SimulationSpeed measureSimulation(const std::shared_ptr<const Cell> &cell, const JobControl &control)
{
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    const std::string stage = translate("Engine", "Simulating growth");
    SimulationSpeed speed;
    speed.singles = singles.size();
    std::vector<Genotype> solved;
    std::unique_ptr<FluxBalance> balance;
    speed.singlesSeconds = seconds([&] {
        balance = std::make_unique<FluxBalance>(cell);
        for (std::size_t i = 0; i < singles.size(); ++i) {
            control.report(stage, i, singles.size());
            const SimulatedGrowth growth = balance->simulate(singles[i]);
            const bool carriesFlux =
                std::any_of(growth.blockedReactions.begin(), growth.blockedReactions.end(), [&](std::int32_t reaction) {
                    return balance->wildTypeFluxes()[static_cast<std::size_t>(reaction)] != 0.0;
                });
            if (carriesFlux) {
                solved.push_back(singles[i]);
            }
        }
    });
    speed.solved = solved.size();
    const std::size_t stride = std::max<std::size_t>(1, solved.size() / coldProblems);
    std::size_t measured = 0;
    for (std::size_t i = 0; i < solved.size(); i += stride, ++measured) {
        control.report(stage, i, solved.size());
        double warm = 0.0;
        double cold = 0.0;
        speed.warmSeconds += seconds([&] { warm = balance->simulate(solved[i]).growth; });
        speed.coldSeconds += seconds([&] { cold = balance->simulateAfresh(solved[i]).growth; });
        speed.difference = std::max(speed.difference, std::abs(warm - cold) / balance->wildTypeGrowth());
    }
    speed.warmSeconds /= static_cast<double>(std::max<std::size_t>(1, measured));
    speed.coldSeconds /= static_cast<double>(std::max<std::size_t>(1, measured));
    return speed;
}

} // namespace knockscape
