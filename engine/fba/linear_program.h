#pragma once

#include <glpk.h>

#include <optional>
#include <vector>

/// GLPK's linear programs as flux balance uses them. Private to engine/fba.
namespace knockscape
{

/// Growth and fluxes smaller than this are rounding.
constexpr double FeasibilityTolerance = 1e-9;

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

struct DeleteProblem {
    void operator()(glp_prob *problem) const { glp_delete_prob(problem); }
};

struct Basis {
    std::vector<int> rows;
    std::vector<int> columns;
};

enum class Outcome { Optimal, Infeasible, Unbounded, Failed };

/// Bounds of a column; infinite ones are none.
void setBounds(glp_prob *lp, int column, double lower, double upper);

/// Whether the simplex method (GLP_PRIMAL, GLP_DUALP) came to a conclusion from the current basis, and which.
std::optional<Outcome> solveFromBasis(glp_prob *lp, int method);

/// Solves from an advanced basis, then from the trivial one, then with the presolver: for when a warm start failed.
Outcome solveAfresh(glp_prob *lp);

} // namespace knockscape
