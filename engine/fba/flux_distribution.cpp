#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/fba/flux_balance_problem.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape
{

namespace
{

constexpr double NotANumber = std::numeric_limits<double>::quiet_NaN();
/// How far from the best growth parsimonious fluxes may be, relative to it: rounding must not make the optimum
/// infeasible.
constexpr double BestGrowthSlack = 1e-9;
/// What the growth of linear MOMA may be wrong by, relative to the wild type's.
constexpr double MomaGrowthTolerance = 1e-7;

constexpr std::array<std::pair<FluxMethod, const char *>, 3> MethodNames{
    {{FluxMethod::Optimum, "fba"}, {FluxMethod::Parsimonious, "pfba"}, {FluxMethod::LinearMoma, "lmoma"}}};

double growthToKeep(double optimum)
{
    return optimum - BestGrowthSlack * std::abs(optimum);
}

double totalOf(const std::vector<double> &fluxes)
{
    double total = 0.0;
    for (const double flux : fluxes) {
        total += std::abs(flux);
    }
    return total;
}

void giveUp(SimulatedFluxes &answer)
{
    answer.growth.status = noReliableAnswer();
    answer.growth.growth = NotANumber;
    answer.growth.fitness = NotANumber;
    answer.fluxes.clear();
}

} // namespace

std::string nameOf(FluxMethod method)
{
    return MethodNames[static_cast<std::size_t>(method)].second;
}

std::optional<FluxMethod> fluxMethodOf(std::string_view name)
{
    for (const auto &[method, text] : MethodNames) {
        if (name == text) {
            return method;
        }
    }
    return std::nullopt;
}

NearestFluxes &FluxBalance::Problem::leastFlux(const JobControl &control)
{
    if (!parsimonious) {
        auto fresh = std::make_unique<NearestFluxes>(cell->metabolism, std::vector<double>{});
        NearestFluxes::Answer wildType =
            fresh->nearest({}, growthToKeep(wildTypeGrowth), Patience(control.cancel, WildTypeTime));
        if (wildType.claim != Claim::Optimal) {
            throw EngineError(errorAt(
                "reactions.tsv",
                translate("Engine", "the least total flux of the wild type could not be computed: the numbers of the "
                                    "model are too far apart for the solver"),
                translate("Engine", "Check for stoichiometric coefficients and bounds that are many powers of ten "
                                    "larger or smaller than the others.")));
        }
        parsimoniousWildType = std::move(wildType.fluxes);
        fresh->startFromHere();
        parsimonious = std::move(fresh);
    }
    return *parsimonious;
}

NearestFluxes &FluxBalance::Problem::leastChange(const JobControl &control)
{
    if (!moma) {
        leastFlux(control);
        moma = std::make_unique<NearestFluxes>(cell->metabolism, parsimoniousWildType);
    }
    return *moma;
}

SimulatedFluxes FluxBalance::simulateFluxes(const Genotype &genotype, FluxMethod method, const JobControl &control)
{
    Problem::Answer optimum = problem_->answer(genotype, false, control);
    SimulatedFluxes result{std::move(optimum.growth), std::move(optimum.fluxes), NotANumber, NotANumber};
    if (result.fluxes.empty()) {
        return result;
    }
    if (method != FluxMethod::Optimum) {
        // What comes first may take the time that a wild type has; it is not this answer's.
        NearestFluxes &problem =
            method == FluxMethod::Parsimonious ? problem_->leastFlux(control) : problem_->leastChange(control);
        const Patience patience(control.cancel, Problem::AnswerTime);
        const std::vector<std::int32_t> &blocked = result.growth.blockedReactions;
        NearestFluxes::Answer answer =
            method == FluxMethod::Parsimonious
                ? problem.nearest(blocked, growthToKeep(optimum.verdict.value), patience)
                : problem.nearestGrowingBest(blocked, MomaGrowthTolerance * problem_->wildTypeGrowth, patience);
        if (answer.claim != Claim::Optimal) {
            giveUp(result);
            return result;
        }
        result.fluxes = std::move(answer.fluxes);
        if (method == FluxMethod::LinearMoma) {
            // Beside the growth of w, which is less than the best there is by the slack.
            result.growth.fitness = std::max(0.0, answer.growth) / growthToKeep(problem_->wildTypeGrowth);
            result.growth.growth = result.growth.fitness * problem_->wildTypeGrowth;
            result.distance = answer.distance;
        }
    }
    result.total = totalOf(result.fluxes);
    return result;
}

} // namespace knockscape
