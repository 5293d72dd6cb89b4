#include "engine/fba/flux_balance.h"

#include "engine/cell/growth_reaction.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/flux_balance_problem.h"
#include "engine/fba/growth_conditions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace knockscape
{

namespace
{

/// Fluxes smaller than this are the solver's rounding, in mmol/gDW/h; well under its feasibility tolerance.
constexpr double ZeroFlux = 1e-10;
/// Growth below this is none, in 1/h.
constexpr double ZeroGrowth = 1e-9;

void checkReactions(const Metabolism &metabolism)
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
}

} // namespace

void FluxBalance::Problem::build()
{
    lp.reset(glp_create_prob());
    glp_set_obj_dir(lp.get(), GLP_MAX);
    const auto rowCount = static_cast<int>(cell->metabolism.metabolites.size());
    if (rowCount > 0) {
        glp_add_rows(lp.get(), rowCount);
    }
    for (int row = 1; row <= rowCount; ++row) {
        glp_set_row_bnds(lp.get(), row, GLP_FX, 0.0, 0.0);
    }
    glp_add_cols(lp.get(), static_cast<int>(reactions().size()));
    std::vector<int> indices;
    std::vector<double> values;
    for (std::int32_t r = 0; r < static_cast<std::int32_t>(reactions().size()); ++r) {
        const Reaction &reaction = reactions()[static_cast<std::size_t>(r)];
        setBounds(lp.get(), column(r), reaction.lowerBound, reaction.upperBound);
        glp_set_obj_coef(lp.get(), column(r), std::isfinite(reaction.objective) ? reaction.objective : 0.0);
        // GLPK wants a row once per column, and counts from 1.
        std::map<int, double> terms;
        for (const StoichiometricTerm &term : reaction.terms) {
            terms[term.metabolite + 1] += term.coefficient;
        }
        indices.assign(1, 0);
        values.assign(1, 0.0);
        for (const auto &[row, coefficient] : terms) {
            indices.push_back(row);
            values.push_back(coefficient);
        }
        glp_set_mat_col(lp.get(), column(r), static_cast<int>(indices.size()) - 1, indices.data(), values.data());
    }
    glp_scale_prob(lp.get(), GLP_SF_AUTO);
}

void FluxBalance::Problem::indexGenes()
{
    reactionsOfGene.resize(cell->genes.size());
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

void FluxBalance::Problem::solveWildType()
{
    const Outcome outcome = solveAfresh(lp.get());
    if (outcome == Outcome::Unbounded) {
        throw InputError(errorAt("reactions.tsv", translate("Engine", "growth of the wild type is unbounded"),
                                 translate("Engine", "Limit the uptake reactions by their bounds.")));
    }
    wildTypeGrowth = outcome == Outcome::Optimal ? glp_get_obj_val(lp.get()) : 0.0;
    if (!(wildTypeGrowth > ZeroGrowth)) {
        throw InputError(errorAt("reactions.tsv", translate("Engine", "the wild type cannot grow"),
                                 translate("Engine", "Open the uptake of the nutrients that growth needs, and check "
                                                     "that every part of the biomass can be made.")));
    }
    wildTypeFluxes.resize(reactions().size());
    for (std::int32_t r = 0; r < static_cast<std::int32_t>(reactions().size()); ++r) {
        wildTypeFluxes[static_cast<std::size_t>(r)] = glp_get_col_prim(lp.get(), column(r));
    }
    saveBasis();
}

void FluxBalance::Problem::saveBasis()
{
    const int rowCount = glp_get_num_rows(lp.get());
    const int columnCount = glp_get_num_cols(lp.get());
    wildTypeBasis.rows.resize(static_cast<std::size_t>(rowCount));
    wildTypeBasis.columns.resize(static_cast<std::size_t>(columnCount));
    for (int row = 1; row <= rowCount; ++row) {
        wildTypeBasis.rows[static_cast<std::size_t>(row - 1)] = glp_get_row_stat(lp.get(), row);
    }
    for (int col = 1; col <= columnCount; ++col) {
        wildTypeBasis.columns[static_cast<std::size_t>(col - 1)] = glp_get_col_stat(lp.get(), col);
    }
}

void FluxBalance::Problem::restoreBasis()
{
    for (std::size_t row = 0; row < wildTypeBasis.rows.size(); ++row) {
        glp_set_row_stat(lp.get(), static_cast<int>(row) + 1, wildTypeBasis.rows[row]);
    }
    for (std::size_t col = 0; col < wildTypeBasis.columns.size(); ++col) {
        glp_set_col_stat(lp.get(), static_cast<int>(col) + 1, wildTypeBasis.columns[col]);
    }
    // A factorisation left over from the last answer would carry its rounding into this one.
    glp_factorize(lp.get());
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

bool FluxBalance::Problem::carriesFlux(const std::vector<std::int32_t> &blocked) const
{
    return std::any_of(blocked.begin(), blocked.end(), [this](std::int32_t reaction) {
        return std::abs(wildTypeFluxes[static_cast<std::size_t>(reaction)]) > ZeroFlux;
    });
}

Outcome FluxBalance::Problem::solveBlocked(const std::vector<std::int32_t> &blocked, bool afresh, double &growth)
{
    for (const std::int32_t reaction : blocked) {
        glp_set_col_bnds(lp.get(), column(reaction), GLP_FX, 0.0, 0.0);
    }
    std::optional<Outcome> warm;
    if (!afresh) {
        restoreBasis();
        warm = solveFromBasis(lp.get(), GLP_DUALP);
    }
    const Outcome outcome = warm && *warm != Outcome::Unbounded ? *warm : solveAfresh(lp.get());
    growth = outcome == Outcome::Optimal ? glp_get_obj_val(lp.get()) : 0.0;
    for (const std::int32_t reaction : blocked) {
        const Reaction &original = reactions()[static_cast<std::size_t>(reaction)];
        setBounds(lp.get(), column(reaction), original.lowerBound, original.upperBound);
    }
    return outcome;
}

FluxBalance::FluxBalance(std::shared_ptr<const Cell> cell) : problem_(std::make_unique<Problem>(std::move(cell)))
{
    const SilentTerminal silent;
    checkReactions(problem_->cell->metabolism);
    problem_->build();
    problem_->indexGenes();
    problem_->solveWildType();
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

SimulatedGrowth FluxBalance::simulate(const Genotype &genotype)
{
    const SilentTerminal silent;
    SimulatedGrowth result;
    result.blockedReactions = problem_->blockedBy(genotype);
    result.growth = problem_->wildTypeGrowth;
    result.fitness = 1.0;
    if (problem_->carriesFlux(result.blockedReactions)) {
        result = problem_->answer(std::move(result.blockedReactions), false);
    }
    result.genesInModel = deletedGenesInModel(problem_->metabolicGenes, genotype);
    return result;
}

SimulatedGrowth FluxBalance::simulateOnRichMedium(const Genotype &genotype)
{
    if (!problem_->rich) {
        problem_->rich = std::make_unique<FluxBalance>(onRichMedium(problem_->cell));
    }
    return problem_->rich->simulate(genotype);
}

Viability FluxBalance::viability(const Genotype &genotype)
{
    const double own = simulate(genotype).fitness;
    if (std::isnan(own)) {
        return Viability::Unknown;
    }
    if (own >= LethalFitness) {
        return Viability::Viable;
    }
    try {
        const double rich = simulateOnRichMedium(genotype).fitness;
        return std::isnan(rich)        ? Viability::Unknown
               : rich >= LethalFitness ? Viability::RichMediumOnly
                                       : Viability::Lethal;
    } catch (const InputError &) {
        return Viability::Unknown;
    }
}

SimulatedGrowth FluxBalance::simulateAfresh(const Genotype &genotype)
{
    const SilentTerminal silent;
    SimulatedGrowth result = problem_->answer(problem_->blockedBy(genotype), true);
    result.genesInModel = deletedGenesInModel(problem_->metabolicGenes, genotype);
    return result;
}

SimulatedGrowth FluxBalance::Problem::answer(std::vector<std::int32_t> blocked, bool afresh)
{
    SimulatedGrowth result;
    result.blockedReactions = std::move(blocked);
    switch (solveBlocked(result.blockedReactions, afresh, result.growth)) {
    case Outcome::Optimal:
        if (result.growth < ZeroGrowth) {
            result.growth = 0.0;
        }
        break;
    case Outcome::Infeasible:
        result.status = "infeasible";
        result.growth = 0.0;
        break;
    case Outcome::Unbounded:
    case Outcome::Failed:
        result.status = translate("Engine", "the solver found no answer");
        result.growth = std::numeric_limits<double>::quiet_NaN();
        break;
    }
    result.fitness = result.growth / wildTypeGrowth;
    return result;
}

} // namespace knockscape
