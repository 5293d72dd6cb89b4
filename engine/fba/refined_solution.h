#pragma once

#include "engine/fba/linear_program.h"

#include <limits>
#include <vector>

/// What a basis is worth, computed without the solver's rounding. Private to engine/fba.
namespace knockscape
{

/// The basic solution of a linear program's present basis, primal and dual, to about 30 digits, and how far it is from
/// being an optimum with all bounds that were asked for (whether the solver sees them or not).
struct RefinedSolution {
    /// False where the basis is too close to singular to be solved; then nothing else means anything.
    bool accurate = false;
    /// Largest amount by which a variable passes a bound, relative to the bound where that is above 1.
    double violation = std::numeric_limits<double>::infinity();
    /// The objective of every point that meets bounds and balances is at most value + gap (weak duality with the
    /// basis's prices).
    double gap = std::numeric_limits<double>::infinity();
    /// What a flux of 1 could change of that, were a coefficient wrong in its last digit. Decimal fractions are, as
    /// doubles, and a cycle that conserves something with them may be closed by nothing else.
    double sensitivity = std::numeric_limits<double>::infinity();
    double value = std::numeric_limits<double>::quiet_NaN();
    /// One per column.
    std::vector<double> columns;
    /// What the objective gains, by the basis's prices, for each unit more of a column; 0 where it is basic. No optimum
    /// has a column with a gain (or loss) away from the bound where it is held.
    std::vector<double> reducedCosts;

    /// Whether this shows the optimum, to within `tolerance` of the objective.
    bool isOptimum(double tolerance) const;
};

/// Iterative refinement with residuals in double-double arithmetic (Wilkinson 1963; Demmel et al. 2006,
/// doi:10.1145/1141885.1141894), on the solver's own factorisation: a few sparse products, about a millisecond for a
/// genome. The coefficients count as the doubles that they are.
RefinedSolution refine(const LinearProgram &program);

} // namespace knockscape
