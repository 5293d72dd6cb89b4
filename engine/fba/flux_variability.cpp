#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/fba/flux_balance_problem.h"

#include <chrono>
#include <cmath>
#include <limits>

namespace knockscape
{

namespace
{

/// Slack of the growth demanded, relative to it: rounding must not make the optimum infeasible.
constexpr double GrowthSlack = 1e-9;

/// Fluxes are found to within this, in mmol/gDW/h.
constexpr double FluxTolerance = 1e-6;
constexpr double ZeroRange = 1e-9;
constexpr std::chrono::minutes FluxTime{1};

/// The program with Σ objective · v ≥ `growth` as one more row, and no objective.
LinearProgram demandingGrowth(const LinearProgram &program, double growth)
{
    LinearProgram result(program);
    LinearProgram::Terms terms;
    for (int column = 0; column < result.columnCount(); ++column) {
        if (result.objective(column) != 0.0) {
            terms.emplace_back(column, result.objective(column));
            result.setObjective(column, 0.0);
        }
    }
    result.addRow({growth, std::numeric_limits<double>::infinity()}, terms);
    // A range may well end at a bound that elsewhere only says «no limit».
    result.enforceAll();
    return result;
}

/// The largest value of sign · flux, from the basis at hand.
double extremeFlux(LinearProgram &program, std::int32_t reaction, double sign, const JobControl &control)
{
    SolveOptions options;
    options.start = program.basis();
    options.method = Simplex::Primal;
    options.tolerance = FluxTolerance;
    program.setObjective(reaction, sign);
    const Verdict verdict = solveVerified(program, options, Patience(control.cancel, FluxTime));
    program.setObjective(reaction, 0.0);
    switch (verdict.claim) {
    case Claim::Optimal:
        return std::abs(verdict.value) < ZeroRange ? 0.0 : sign * verdict.value;
    case Claim::Unbounded:
        return sign * std::numeric_limits<double>::infinity();
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace

std::vector<FluxRange> FluxBalance::variability(const std::vector<std::int32_t> &reactions, double fraction,
                                                const JobControl &control)
{
    return variability(Genotype{}, reactions, fraction, control);
}

std::vector<FluxRange> FluxBalance::variability(const Genotype &genotype, const std::vector<std::int32_t> &reactions,
                                                double fraction, const JobControl &control)
{
    if (!(fraction >= 0.0 && fraction <= 1.0)) {
        throw InputError(errorAt("fraction", translate("Engine", "the part of growth must lie between 0 and 1"), {}));
    }
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    const Problem::Answer best = problem_->answer(genotype, false, control);
    if (best.fluxes.empty()) {
        return std::vector<FluxRange>(reactions.size(), {nothing, nothing});
    }
    LinearProgram program =
        demandingGrowth(problem_->growth.program(), fraction * best.verdict.value * (1.0 - GrowthSlack));
    for (const std::int32_t blocked : best.growth.blockedReactions) {
        program.setBounds(blocked, {0.0, 0.0});
    }
    const std::string stage = translate("Engine", "Flux variability");
    std::vector<FluxRange> ranges;
    for (const std::int32_t reaction : reactions) {
        control.report(stage, ranges.size(), reactions.size());
        if (reaction < 0 || static_cast<std::size_t>(reaction) >= problem_->reactions().size()) {
            throw InputError(
                errorAt(std::to_string(reaction), translate("Engine", "no such reaction in this cell"), {}));
        }
        const double low = extremeFlux(program, reaction, -1.0, control);
        ranges.push_back({low, extremeFlux(program, reaction, 1.0, control)});
    }
    control.report(stage, reactions.size(), reactions.size());
    return ranges;
}

} // namespace knockscape
