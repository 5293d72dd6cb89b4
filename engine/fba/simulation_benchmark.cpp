#include "engine/fba/simulation_benchmark.h"

#include "engine/core/translate.h"
#include "engine/fba/explanation.h"
#include "engine/fba/simulation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

namespace knockscape
{

namespace
{

constexpr std::size_t coldProblems = 20;
constexpr std::size_t exactProblems = 20;
constexpr std::size_t panelGenes = 60;
constexpr std::size_t explainedProblems = 10;
constexpr double Disagreement = 1e-6;

/// Seconds that `work` takes.
template <class Work>
double seconds(const Work &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Deletions that differ in what they block: the others are the same problem.
std::vector<Genotype> differentProblems(FluxBalance &balance, const std::vector<Genotype> &singles,
                                        const JobControl &control)
{
    std::set<std::vector<std::int32_t>> known{{}};
    std::vector<Genotype> different;
    for (const Genotype &single : singles) {
        if (known.insert(balance.simulate(single, control).blockedReactions).second) {
            different.push_back(single);
        }
    }
    return different;
}

void checkExactly(SimulationSpeed &speed, FluxBalance &balance, const Cell &cell, const std::vector<Genotype> &singles,
                  const JobControl &control)
{
    const std::string stage = translate("Engine", "Checking growth in rational arithmetic");
    const std::vector<Genotype> different = differentProblems(balance, singles, control);
    const std::size_t stride = std::max<std::size_t>(1, different.size() / exactProblems);
    for (std::size_t i = 0; i < different.size(); i += stride) {
        control.report(stage, i, different.size());
        const double exact = balance.growthByExactArithmetic(different[i], control);
        const double difference = std::abs(exact - balance.simulate(different[i], control).growth);
        speed.exactChecked += 1;
        // Written so that an answer that is missing counts too.
        if (!(difference <= Disagreement * balance.wildTypeGrowth())) {
            speed.disagreements.push_back(cell.genes.ids(different[i]));
        }
    }
}

/// About `count` of the genotypes, spread over all of them.
std::vector<Genotype> someOf(const std::vector<Genotype> &genotypes, std::size_t count)
{
    std::vector<Genotype> some;
    const std::size_t stride = std::max<std::size_t>(1, (genotypes.size() + count - 1) / count);
    for (std::size_t i = 0; i < genotypes.size(); i += stride) {
        some.push_back(genotypes[i]);
    }
    return some;
}

void measurePairs(SimulationSpeed &speed, const std::shared_ptr<const Cell> &cell, const std::vector<Genotype> &solved,
                  const JobControl &control)
{
    const std::vector<Genotype> panel = someOf(solved, panelGenes);
    std::vector<Genotype> pairs;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        for (std::size_t j = i + 1; j < panel.size(); ++j) {
            pairs.push_back(panel[i].with(panel[j].genes().front()));
        }
    }
    speed.pairs = pairs.size();
    speed.pairsSeconds = seconds([&] {
        simulateAll(
            cell, pairs, 1, [](std::size_t, const SimulatedGrowth &) {}, control);
    });
}

void measureExplanations(SimulationSpeed &speed, FluxBalance &balance, const std::vector<Genotype> &lethal,
                         const JobControl &control)
{
    const std::vector<Genotype> some = someOf(lethal, explainedProblems);
    if (some.empty()) {
        return;
    }
    (void)balance.explain(some.front(), control); // learns what the wild type makes
    for (const Genotype &genotype : some) {
        const double taken = seconds([&] { (void)balance.explain(genotype, control); });
        speed.explainSeconds += taken / static_cast<double>(some.size());
        speed.slowestExplanation = std::max(speed.slowestExplanation, taken);
    }
    speed.explained = some.size();
}

} // namespace

SimulationSpeed measureSimulation(const std::shared_ptr<const Cell> &cell, const JobControl &control)
{
    const std::vector<Genotype> singles = metabolicSingles(*cell);
    const std::string stage = translate("Engine", "Simulating growth");
    SimulationSpeed speed;
    speed.singles = singles.size();
    std::vector<Genotype> solved;
    std::vector<Genotype> lethal;
    std::unique_ptr<FluxBalance> balance;
    speed.singlesSeconds = seconds([&] {
        balance = std::make_unique<FluxBalance>(cell, control);
        for (std::size_t i = 0; i < singles.size(); ++i) {
            control.report(stage, i, singles.size());
            const SimulatedGrowth growth = balance->simulate(singles[i], control);
            const bool carriesFlux =
                std::any_of(growth.blockedReactions.begin(), growth.blockedReactions.end(), [&](std::int32_t reaction) {
                    return balance->wildTypeFluxes()[static_cast<std::size_t>(reaction)] != 0.0;
                });
            if (carriesFlux) {
                solved.push_back(singles[i]);
            }
            if (growth.fitness < LethalFitness) {
                lethal.push_back(singles[i]);
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
        speed.warmSeconds += seconds([&] { warm = balance->simulate(solved[i], control).growth; });
        speed.coldSeconds += seconds([&] { cold = balance->simulateAfresh(solved[i], control).growth; });
        speed.difference = std::max(speed.difference, std::abs(warm - cold) / balance->wildTypeGrowth());
    }
    speed.warmSeconds /= static_cast<double>(std::max<std::size_t>(1, measured));
    speed.coldSeconds /= static_cast<double>(std::max<std::size_t>(1, measured));
    measurePairs(speed, cell, solved, control);
    measureExplanations(speed, *balance, lethal, control);
    checkExactly(speed, *balance, *cell, singles, control);
    return speed;
}

} // namespace knockscape
