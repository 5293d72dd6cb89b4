#include "engine/fba/flux_balance.h"

#include "engine/cell/growth_reaction.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/flux_balance_problem.h"
#include "engine/fba/growth_conditions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace knockscape
{

namespace
{

/// The metabolism itself. Throws InputError where it cannot be simulated.
const Metabolism &checked(const Metabolism &metabolism)
{
    const auto metaboliteCount = static_cast<std::int32_t>(metabolism.metabolites.size());
    for (const Reaction &reaction : metabolism.reactions) {
        // Written so that NaN is refused too.
        if (!(reaction.lowerBound <= reaction.upperBound)) {
            throw InputError(errorAt(reaction.id, translate("Engine", "the lower bound exceeds the upper bound"),
                                     translate("Engine", "Correct the bounds of this reaction.")));
        }
        for (const StoichiometricTerm &term : reaction.terms) {
            if (term.metabolite < 0 || term.metabolite >= metaboliteCount || !std::isfinite(term.coefficient)) {
                throw InputError(errorAt(reaction.id, translate("Engine", "the stoichiometry cannot be used"),
                                         translate("Engine", "Correct the coefficients of this reaction.")));
            }
        }
    }
    if (metabolism.reactions.empty()) {
        throw InputError(errorAt({}, translate("Engine", "the cell has no metabolism"),
                                 translate("Engine", "Import the cell with an SBML or COBRA model.")));
    }
    if (!hasObjective(metabolism)) {
        const std::vector<std::string> candidates = growthCandidates(metabolism);
        std::string remedy =
            translate("Engine", "Name the growth reaction with --objective, or give it an objective of 1 "
                                "in the column objective.");
        if (!candidates.empty()) {
            remedy += ' ';
            remedy += translate("Engine", "Perhaps it is %1.", {joined(candidates, ", ")});
        }
        throw InputError(
            errorAt("reactions.tsv", translate("Engine", "no reaction is marked as the objective"), remedy));
    }
    return metabolism;
}

std::string namesOf(const std::vector<std::int32_t> &rows, const std::vector<Reaction> &reactions)
{
    std::string names;
    for (const std::int32_t row : rows) {
        names += (names.empty() ? "" : ", ") + reactions[static_cast<std::size_t>(row)].id;
    }
    return names;
}

} // namespace

FluxBalance::Problem::Problem(std::shared_ptr<const Cell> theCell)
    : cell(std::move(theCell)), growth(checked(cell->metabolism)), metabolicGenes(*cell),
      reactionsOfGene(cell->genes.size())
{
    for (std::int32_t r = 0; r < static_cast<std::int32_t>(reactions().size()); ++r) {
        for (const auto &isozyme : reactions()[static_cast<std::size_t>(r)].isozymes) {
            for (const GeneIndex gene : isozyme) {
                if (gene >= 0 && static_cast<std::size_t>(gene) < reactionsOfGene.size()) {
                    reactionsOfGene[static_cast<std::size_t>(gene)].push_back(r);
                }
            }
        }
    }
}

void FluxBalance::Problem::solveWildType(const JobControl &control)
{
    const Verdict verdict = growth.growth(BoundChanges{}, Patience(control.cancel, Problem::WildTypeTime));
    if (verdict.claim == Claim::Unbounded) {
        throw InputError(errorAt("reactions.tsv", translate("Engine", "growth of the wild type is unbounded"),
                                 translate("Engine", "Limit the uptake reactions by their bounds.")));
    }
    if (verdict.claim == Claim::Infeasible) {
        throw InputError(errorAt(
            "reactions.tsv",
            translate("Engine", "the wild type cannot grow: it cannot even meet the lower bounds of %1",
                      {namesOf(growth.unmetDemands(), reactions())}),
            translate("Engine", "Open the uptake of the nutrients that these reactions need, or correct the bounds.")));
    }
    if (verdict.claim != Claim::Optimal) {
        throw EngineError(errorAt(
            "reactions.tsv",
            translate("Engine", "growth of the wild type could not be computed: the numbers of the model are too far "
                                "apart for the solver, and what it says does not hold"),
            translate("Engine", "Check for stoichiometric coefficients and bounds that are many powers of ten "
                                "larger or smaller than the others.")));
    }
    if (!(verdict.value > ZeroGrowth)) {
        throw InputError(errorAt("reactions.tsv", translate("Engine", "the wild type cannot grow"),
                                 translate("Engine", "Open the uptake of the nutrients that growth needs, and check "
                                                     "that every part of the biomass can be made.")));
    }
    wildTypeGrowth = verdict.value;
    wildTypeFluxes = fluxesOf(verdict, {});
    growth.startFromHere(wildTypeGrowth);
}

std::vector<std::int32_t> FluxBalance::Problem::blockedBy(const Genotype &genotype) const
{
    std::vector<std::int32_t> blocked;
    for (const GeneIndex gene : genotype.genes()) {
        if (gene < 0 || static_cast<std::size_t>(gene) >= reactionsOfGene.size()) {
            throw InputError(errorAt(std::to_string(gene), translate("Engine", "no such gene in this cell"), {}));
        }
        for (const std::int32_t reaction : reactionsOfGene[static_cast<std::size_t>(gene)]) {
            if (reactions()[static_cast<std::size_t>(reaction)].blockedBy(genotype)) {
                blocked.push_back(reaction);
            }
        }
    }
    std::sort(blocked.begin(), blocked.end());
    blocked.erase(std::unique(blocked.begin(), blocked.end()), blocked.end());
    return blocked;
}

/// The fluxes of an optimum, without what arithmetic of doubles adds to bounds and to nothing.
std::vector<double> FluxBalance::Problem::fluxesOf(const Verdict &verdict,
                                                   const std::vector<std::int32_t> &blocked) const
{
    std::vector<double> fluxes;
    for (std::size_t i = 0; i < reactions().size(); ++i) {
        const double flux = std::clamp(verdict.columns[i], reactions()[i].lowerBound, reactions()[i].upperBound);
        fluxes.push_back(std::abs(flux) < ZeroFlux ? 0.0 : flux);
    }
    for (const std::int32_t reaction : blocked) {
        fluxes[static_cast<std::size_t>(reaction)] = 0.0;
    }
    return fluxes;
}

bool FluxBalance::Problem::carriesFlux(const std::vector<std::int32_t> &blocked) const
{
    return std::any_of(blocked.begin(), blocked.end(), [this](std::int32_t reaction) {
        return wildTypeFluxes[static_cast<std::size_t>(reaction)] != 0.0;
    });
}

/// Growth, fitness and status as the verdict has them.
void FluxBalance::Problem::take(const Verdict &verdict, SimulatedGrowth &result) const
{
    switch (verdict.claim) {
    case Claim::Optimal:
        result.growth = verdict.value < ZeroGrowth ? 0.0 : verdict.value;
        break;
    case Claim::Infeasible:
        result.status = "infeasible";
        result.growth = 0.0;
        break;
    case Claim::Unbounded:
    case Claim::None:
        result.status = noReliableAnswer();
        result.growth = std::numeric_limits<double>::quiet_NaN();
        break;
    }
    result.fitness = result.growth / wildTypeGrowth;
}

/// What is known of a genotype before anything is solved.
SimulatedGrowth FluxBalance::Problem::blockedAnswer(const Genotype &genotype) const
{
    SimulatedGrowth result;
    result.genesInModel = deletedGenesInModel(metabolicGenes, genotype);
    result.blockedReactions = blockedBy(genotype);
    if (!genotype.empty() && result.genesInModel == 0) {
        result.status = translate("Engine", "not in the metabolic model");
    }
    return result;
}

FluxBalance::Problem::Answer FluxBalance::Problem::answer(const Genotype &genotype, bool afresh,
                                                          const JobControl &control)
{
    Answer answer;
    answer.growth = blockedAnswer(genotype);
    SimulatedGrowth &result = answer.growth;
    if (afresh || carriesFlux(result.blockedReactions)) {
        answer.verdict =
            growth.growth(heldAtZero(result.blockedReactions), Patience(control.cancel, AnswerTime), afresh);
        if (answer.verdict.claim == Claim::Optimal) {
            answer.fluxes = fluxesOf(answer.verdict, result.blockedReactions);
        }
    } else {
        control.cancel.throwIfCancelled();
        answer.verdict.claim = Claim::Optimal;
        answer.verdict.value = wildTypeGrowth;
        answer.fluxes = wildTypeFluxes;
    }
    take(answer.verdict, result);
    return answer;
}

FluxBalance::FluxBalance(std::shared_ptr<const Cell> cell, const JobControl &control)
    : problem_(std::make_unique<Problem>(std::move(cell)))
{
    problem_->solveWildType(control);
}

FluxBalance::~FluxBalance() = default;
FluxBalance::FluxBalance(FluxBalance &&) noexcept = default;
FluxBalance &FluxBalance::operator=(FluxBalance &&) noexcept = default;

double FluxBalance::wildTypeGrowth() const
{
    return problem_->wildTypeGrowth;
}

const std::vector<double> &FluxBalance::wildTypeFluxes() const
{
    return problem_->wildTypeFluxes;
}

SimulatedGrowth FluxBalance::simulate(const Genotype &genotype, const JobControl &control)
{
    return problem_->answer(genotype, false, control).growth;
}

KnownOptimum FluxBalance::optimumOf(const Genotype &genotype, const JobControl &control)
{
    const Problem::Answer answer = problem_->answer(genotype, false, control);
    KnownOptimum known{std::numeric_limits<double>::quiet_NaN(), {}};
    if (!answer.fluxes.empty()) {
        known.growth = answer.growth.growth;
        std::transform(answer.fluxes.begin(), answer.fluxes.end(), std::back_inserter(known.carriesFlux),
                       [](double flux) { return flux != 0.0; });
    }
    return known;
}

SimulatedGrowth FluxBalance::simulateBeside(const Genotype &genotype, std::span<const KnownOptimum *const> parts,
                                            const JobControl &control)
{
    SimulatedGrowth result = problem_->blockedAnswer(genotype);
    const auto isOptimum = [&](const KnownOptimum *known) {
        return known != nullptr && !std::isnan(known->growth) &&
               std::none_of(result.blockedReactions.begin(), result.blockedReactions.end(), [&](std::int32_t reaction) {
                   return known->carriesFlux[static_cast<std::size_t>(reaction)];
               });
    };
    const auto found = std::find_if(parts.begin(), parts.end(), isOptimum);
    if (found == parts.end()) {
        return simulate(genotype, control);
    }
    control.cancel.throwIfCancelled();
    result.growth = (*found)->growth;
    result.fitness = result.growth / problem_->wildTypeGrowth;
    return result;
}

SimulatedGrowth FluxBalance::simulateAfresh(const Genotype &genotype, const JobControl &control)
{
    return problem_->answer(genotype, true, control).growth;
}

SimulatedGrowth FluxBalance::simulateOnRichMedium(const Genotype &genotype, const JobControl &control)
{
    if (!problem_->rich) {
        problem_->rich = std::make_unique<FluxBalance>(onRichMedium(problem_->cell), control);
    }
    return problem_->rich->simulate(genotype, control);
}

Viability FluxBalance::viability(const Genotype &genotype, const JobControl &control)
{
    const double own = simulate(genotype, control).fitness;
    if (std::isnan(own)) {
        return Viability::Unknown;
    }
    if (own >= LethalFitness) {
        return Viability::Viable;
    }
    try {
        const double rich = simulateOnRichMedium(genotype, control).fitness;
        return std::isnan(rich)        ? Viability::Unknown
               : rich >= LethalFitness ? Viability::RichMediumOnly
                                       : Viability::Lethal;
    } catch (const std::runtime_error &) {
        // InputError or EngineError: there is no growth to compare with on the rich medium.
        return Viability::Unknown;
    }
}

double FluxBalance::growthByExactArithmetic(const Genotype &genotype, const JobControl &control)
{
    GrowthProblem fresh(problem_->cell->metabolism);
    const Verdict verdict =
        fresh.exactGrowth(heldAtZero(problem_->blockedBy(genotype)), Patience(control.cancel, std::chrono::hours(24)));
    switch (verdict.claim) {
    case Claim::Optimal:
        return verdict.value;
    case Claim::Infeasible:
        return 0.0;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace knockscape
