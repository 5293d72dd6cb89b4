#pragma once

#include "engine/fba/linear_program.h"

#include <cmath>

/// How GLPK wants to be spoken to. Private to engine/fba.
namespace knockscape
{

/// GLPK prints to the terminal unless told not to, per thread.
class SilentTerminal
{
public:
    SilentTerminal() : previous_(glp_term_out(GLP_OFF)) {}
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;
    ~SilentTerminal() { glp_term_out(previous_); }

private:
    int previous_;
};

inline int typeOf(Bounds bounds)
{
    const bool lower = std::isfinite(bounds.lower);
    const bool upper = std::isfinite(bounds.upper);
    if (lower && upper) {
        return bounds.lower < bounds.upper ? GLP_DB : GLP_FX;
    }
    return lower ? GLP_LO : upper ? GLP_UP : GLP_FR;
}

inline Claim claimOf(glp_prob *problem)
{
    switch (glp_get_status(problem)) {
    case GLP_OPT:
        return Claim::Optimal;
    case GLP_NOFEAS:
        return Claim::Infeasible;
    case GLP_UNBND:
        return Claim::Unbounded;
    default:
        // The dual simplex tells infeasibility as "no primal feasible solution".
        return glp_get_prim_stat(problem) == GLP_NOFEAS ? Claim::Infeasible : Claim::None;
    }
}

/// As GLPK wants them: counted from 1, with a place in front, every number once.
struct GlpkTerms {
    explicit GlpkTerms(const LinearProgram::Terms &terms) : indices{0}, values{0.0}
    {
        for (const auto &[index, value] : terms) {
            indices.push_back(index + 1);
            values.push_back(value);
        }
    }
    int size() const { return static_cast<int>(indices.size()) - 1; }

    std::vector<int> indices;
    std::vector<double> values;
};

} // namespace knockscape
