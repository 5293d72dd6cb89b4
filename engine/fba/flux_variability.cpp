#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/fba/flux_balance_problem.h"

#include <cmath>
#include <limits>

namespace knockscape
{

namespace
{

/// Slack of the growth demanded, relative to it: rounding must not make the optimum infeasible.
constexpr double GrowthSlack = 1e-9;

using ProblemCopy = std::unique_ptr<glp_prob, DeleteProblem>;

ProblemCopy copyOf(glp_prob *lp)
{
    ProblemCopy copy(glp_create_prob());
    glp_copy_prob(copy.get(), lp, GLP_OFF);
    return copy;
}

/// Demands Σ objective · v ≥ `growth` as a last row, and clears the objective.
void demandGrowth(glp_prob *lp, double growth)
{
    std::vector<int> indices{0};
    std::vector<double> values{0.0};
    for (int column = 1; column <= glp_get_num_cols(lp); ++column) {
        const double coefficient = glp_get_obj_coef(lp, column);
        if (coefficient != 0.0) {
            indices.push_back(column);
            values.push_back(coefficient);
            glp_set_obj_coef(lp, column, 0.0);
        }
    }
    const int row = glp_add_rows(lp, 1);
    glp_set_row_bnds(lp, row, GLP_LO, growth, 0.0);
    glp_set_mat_row(lp, row, static_cast<int>(indices.size()) - 1, indices.data(), values.data());
    glp_set_row_stat(lp, row, GLP_BS);
}

/// The smallest or largest flux of one column from the basis at hand.
double extremeFlux(glp_prob *lp, int column, int direction)
{
    glp_set_obj_dir(lp, direction);
    glp_set_obj_coef(lp, column, 1.0);
    const auto warm = solveFromBasis(lp, GLP_PRIMAL);
    const Outcome outcome = warm ? *warm : solveAfresh(lp);
    double flux = std::numeric_limits<double>::quiet_NaN();
    if (outcome == Outcome::Optimal) {
        flux = glp_get_obj_val(lp);
    } else if (outcome == Outcome::Unbounded) {
        flux =
            direction == GLP_MAX ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
    }
    glp_set_obj_coef(lp, column, 0.0);
    return std::abs(flux) < FeasibilityTolerance ? 0.0 : flux;
}

} // namespace

std::vector<FluxRange> FluxBalance::variability(const std::vector<std::int32_t> &reactions, double fraction,
                                                const JobControl &control)
{
    if (!(fraction >= 0.0 && fraction <= 1.0)) {
        throw InputError(errorAt("fraction", translate("Engine", "the part of growth must lie between 0 and 1"), {}));
    }
    const SilentTerminal silent;
    problem_->restoreBasis();
    const ProblemCopy lp = copyOf(problem_->lp.get());
    demandGrowth(lp.get(), fraction * problem_->wildTypeGrowth * (1.0 - GrowthSlack));
    const std::string stage = translate("Engine", "Flux variability");
    std::vector<FluxRange> ranges;
    for (const std::int32_t reaction : reactions) {
        control.report(stage, ranges.size(), reactions.size());
        if (reaction < 0 || static_cast<std::size_t>(reaction) >= problem_->reactions().size()) {
            throw InputError(
                errorAt(std::to_string(reaction), translate("Engine", "no such reaction in this cell"), {}));
        }
        const int column = Problem::column(reaction);
        const double low = extremeFlux(lp.get(), column, GLP_MIN);
        ranges.push_back({low, extremeFlux(lp.get(), column, GLP_MAX)});
    }
    control.report(stage, reactions.size(), reactions.size());
    return ranges;
}

double FluxBalance::growthByExactArithmetic(const Genotype &genotype)
{
    const SilentTerminal silent;
    Problem fresh(problem_->cell);
    fresh.build();
    for (const std::int32_t reaction : problem_->blockedBy(genotype)) {
        glp_set_col_bnds(fresh.lp.get(), Problem::column(reaction), GLP_FX, 0.0, 0.0);
    }
    // Its answers are exact for the coefficients as they stand, so they must not be scaled.
    glp_unscale_prob(fresh.lp.get());
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    if (glp_exact(fresh.lp.get(), &parameters) != 0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    switch (glp_get_status(fresh.lp.get())) {
    case GLP_OPT:
        return glp_get_obj_val(fresh.lp.get());
    case GLP_NOFEAS:
        return 0.0;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace knockscape
