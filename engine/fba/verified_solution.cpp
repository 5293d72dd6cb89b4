#include "engine/fba/verified_solution.h"

#include "engine/fba/refined_solution.h"

#include <cmath>

namespace knockscape
{

namespace
{

using std::chrono::milliseconds;

constexpr double SimplexTolerance = 1e-9;
constexpr double SharpTolerance = 1e-12;
/// A part of the objective that does not matter.
constexpr double RelativeTolerance = 1e-9;
/// For one attempt among several.
constexpr milliseconds AttemptTime{20'000};
/// From a basis that is optimal but for rounding, rational arithmetic takes milliseconds to seconds.
constexpr milliseconds ExactTime{10'000};

class Attempts
{
public:
    Attempts(LinearProgram &program, const SolveOptions &options, const Patience &patience)
        : program_(program), options_(options), patience_(patience)
    {
    }

    Verdict run()
    {
        if (options_.start.empty()) {
            program_.setAdvancedBasis();
        }
        if ((options_.start.empty() || program_.setBasis(options_.start)) && fromHere(options_.method)) {
            return verdict_;
        }
        if (options_.infeasibleIsPlausible && verdict_.claim == Claim::Infeasible) {
            return verdict_;
        }
        if (fromOtherBases() || unboundedTwice()) {
            return verdict_;
        }
        if (program_.enforceAll() > 0 && fromOtherBases()) {
            return verdict_;
        }
        if (!unboundedTwice() && inRationals()) {
            return verdict_;
        }
        return verdict_;
    }

private:
    bool unboundedTwice() const { return unbounded_ >= 2; }

    bool fromOtherBases()
    {
        program_.setAdvancedBasis();
        if (fromHere(Simplex::Dual)) {
            return true;
        }
        program_.setSlackBasis();
        if (fromHere(Simplex::Primal)) {
            return true;
        }
        program_.setSlackBasis();
        return holds(program_.presolvedSimplex(SimplexTolerance, patience_)) || polished();
    }

    /// True once the optimum is shown.
    bool fromHere(Simplex method) { return solvedWith(method, SimplexTolerance) || (optimumWasSaid_ && polished()); }

    bool polished()
    {
        return optimumWasSaid_ &&
               (solvedWith(Simplex::Primal, SharpTolerance) || exactFromHere(patience_.atMost(ExactTime)));
    }

    /// The simplex method, again with each bound that its optimum exceeds because the solver did not see it.
    bool solvedWith(Simplex method, double tolerance)
    {
        const Patience patience = patience_.atMost(AttemptTime);
        while (true) {
            const Claim claim = program_.simplex(method, tolerance, patience);
            if (claim == Claim::Unbounded && program_.enforceAll() > 0) {
                method = Simplex::Primal;
                continue;
            }
            if (holds(claim)) {
                return true;
            }
            if (!exceeded_) {
                return false;
            }
            method = Simplex::Dual;
        }
    }

    /// Judges what was claimed of the present basis.
    bool holds(Claim claim)
    {
        exceeded_ = false;
        optimumWasSaid_ = claim == Claim::Optimal;
        if (!optimumWasSaid_) {
            unbounded_ += claim == Claim::Unbounded ? 1 : 0;
            verdict_.claim = claim == Claim::None ? verdict_.claim : claim;
            return false;
        }
        RefinedSolution solution = refine(program_);
        exceeded_ = solution.accurate && program_.enforceExceeded(solution.columns) > 0;
        const double tolerance = options_.tolerance + RelativeTolerance * std::abs(solution.value);
        if (exceeded_ || !solution.isOptimum(tolerance)) {
            return false;
        }
        verdict_ = {Claim::Optimal, solution.value, std::move(solution.columns), std::move(solution.reducedCosts)};
        return true;
    }

    bool exactFromHere(const Patience &patience)
    {
        while (true) {
            LinearProgram::Exact exact = program_.exactSimplex(patience);
            if (holds(exact.claim)) {
                return true;
            }
            if (exact.claim != Claim::Optimal) {
                return false;
            }
            // What the doubles do not show is so for the decimal fractions that they stand for.
            if (!exceeded_ && program_.enforceExceeded(exact.columns) == 0) {
                verdict_ = {Claim::Optimal, exact.value, std::move(exact.columns), {}};
                return true;
            }
        }
    }

    /// The last resort, from the beginning and as long as it takes.
    bool inRationals()
    {
        program_.setAdvancedBasis();
        program_.simplex(Simplex::Primal, SimplexTolerance, patience_.atMost(AttemptTime));
        return exactFromHere(patience_);
    }

    LinearProgram &program_;
    const SolveOptions &options_;
    const Patience &patience_;
    Verdict verdict_;
    int unbounded_ = 0;
    bool optimumWasSaid_ = false;
    bool exceeded_ = false;
};

} // namespace

Verdict solveVerified(LinearProgram &program, const SolveOptions &options, const Patience &patience)
{
    return Attempts(program, options, patience).run();
}

} // namespace knockscape
