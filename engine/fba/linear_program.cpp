#include "engine/fba/linear_program.h"

#include <limits>

namespace knockscape
{

namespace
{

/// Largest relative violation of a mass balance or bound that an answer may have (Karush–Kuhn–Tucker, relative error).
constexpr double LargestResidual = 1e-6;
constexpr int TimeLimitMilliseconds = 120'000;

glp_smcp simplexParameters(int method)
{
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method;
    parameters.tol_bnd = FeasibilityTolerance;
    parameters.tol_dj = FeasibilityTolerance;
    parameters.tm_lim = TimeLimitMilliseconds;
    return parameters;
}

bool meetsConstraints(glp_prob *lp)
{
    double absolute = 0.0;
    double relative = 0.0;
    int absoluteAt = 0;
    int relativeAt = 0;
    glp_check_kkt(lp, GLP_SOL, GLP_KKT_PE, &absolute, &absoluteAt, &relative, &relativeAt);
    if (relative > LargestResidual) {
        return false;
    }
    glp_check_kkt(lp, GLP_SOL, GLP_KKT_PB, &absolute, &absoluteAt, &relative, &relativeAt);
    return relative <= LargestResidual;
}

} // namespace

void setBounds(glp_prob *lp, int column, double lower, double upper)
{
    const bool hasLower = lower > -std::numeric_limits<double>::max();
    const bool hasUpper = upper < std::numeric_limits<double>::max();
    int type = GLP_FR;
    if (hasLower && hasUpper) {
        type = lower < upper ? GLP_DB : GLP_FX;
    } else if (hasLower) {
        type = GLP_LO;
    } else if (hasUpper) {
        type = GLP_UP;
    }
    glp_set_col_bnds(lp, column, type, lower, upper);
}

std::optional<Outcome> solveFromBasis(glp_prob *lp, int method)
{
    const glp_smcp parameters = simplexParameters(method);
    if (glp_simplex(lp, &parameters) != 0) {
        return std::nullopt;
    }
    switch (glp_get_status(lp)) {
    case GLP_OPT:
        return meetsConstraints(lp) ? std::optional(Outcome::Optimal) : std::nullopt;
    case GLP_NOFEAS:
        return Outcome::Infeasible;
    case GLP_UNBND:
        return Outcome::Unbounded;
    default:
        // Infeasible is also told by the dual simplex as "no primal feasible solution".
        return glp_get_prim_stat(lp) == GLP_NOFEAS ? std::optional(Outcome::Infeasible) : std::nullopt;
    }
}

Outcome solveAfresh(glp_prob *lp)
{
    glp_adv_basis(lp, 0);
    if (const auto outcome = solveFromBasis(lp, GLP_DUALP)) {
        return *outcome;
    }
    glp_std_basis(lp);
    if (const auto outcome = solveFromBasis(lp, GLP_PRIMAL)) {
        return *outcome;
    }
    glp_smcp parameters = simplexParameters(GLP_DUALP);
    parameters.presolve = GLP_ON;
    const int code = glp_simplex(lp, &parameters);
    if (code == GLP_ENOPFS) {
        return Outcome::Infeasible;
    }
    if (code == GLP_ENODFS) {
        return Outcome::Unbounded;
    }
    const bool optimal = code == 0 && glp_get_status(lp) == GLP_OPT && meetsConstraints(lp);
    return optimal ? Outcome::Optimal : Outcome::Failed;
}

} // namespace knockscape
