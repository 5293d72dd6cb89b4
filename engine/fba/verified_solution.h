#pragma once

#include "engine/fba/linear_program.h"

#include <limits>
#include <vector>

/// Answers of a linear program that do not rest on the solver's word. Private to engine/fba.
namespace knockscape
{

/// What came of solving a linear program.
struct Verdict {
    /// Optimal: shown to be so, by refine() or in rational arithmetic. Infeasible: only said, by whatever was tried.
    /// Unbounded: said from two bases. None: nothing could be shown in the time there was.
    Claim claim = Claim::None;
    double value = std::numeric_limits<double>::quiet_NaN();
    /// One per column.
    std::vector<double> columns;
    /// The prices' word on each column (RefinedSolution::reducedCosts); empty where only rational arithmetic showed the
    /// optimum.
    std::vector<double> reducedCosts;
};

struct SolveOptions {
    /// Where to begin; empty for a basis of the solver's own making.
    Basis start;
    Simplex method = Simplex::Dual;
    /// How far from the optimum an objective may be, beside a part in 1e9 of it.
    double tolerance = 1e-9;
    /// Whether the first «infeasible» ends it, since the caller has a way to find out; otherwise it is taken for
    /// rounding, and other ways are tried.
    bool infeasibleIsPlausible = false;
};

/// Maximises `program`. A basis that the simplex method calls optimal is refined and judged with every bound; if it
/// does not hold, the same is tried with a sharper tolerance, in rational arithmetic, from other bases, presolved, and
/// with all bounds shown to the solver. Leaves the program at the basis of the answer, with the bounds enforced that
/// this answer needed. Throws Cancelled.
Verdict solveVerified(LinearProgram &program, const SolveOptions &options, const Patience &patience);

} // namespace knockscape
