#include "engine/fba/growth_problem.h"

#include "engine/fba/reaction_terms.h"

#include <cmath>

namespace knockscape
{

namespace
{

/// The part of a demand that may be lacking.
constexpr double SmallestShortfall = 1e-9;
/// What the optimum may be wrong by, relative to the wild type's growth.
constexpr double GrowthTolerance = 1e-7;

} // namespace

/// Changes bounds while it lives.
class GrowthProblem::Changed
{
public:
    Changed(GrowthProblem &problem, const BoundChanges &changes) : problem_(problem), changes_(changes)
    {
        problem_.program_.forgetEnforced();
        for (const auto &[reaction, bounds] : changes_) {
            problem_.program_.setBounds(reaction, bounds);
        }
    }
    Changed(const Changed &) = delete;
    Changed &operator=(const Changed &) = delete;
    ~Changed()
    {
        for (const auto &[reaction, bounds] : changes_) {
            const Reaction &original = problem_.reactions_[static_cast<std::size_t>(reaction)];
            problem_.program_.setBounds(reaction, {original.lowerBound, original.upperBound});
        }
    }

private:
    GrowthProblem &problem_;
    const BoundChanges &changes_;
};

BoundChanges heldAtZero(const std::vector<std::int32_t> &blocked)
{
    BoundChanges changes;
    for (const std::int32_t reaction : blocked) {
        changes.emplace_back(reaction, Bounds{0.0, 0.0});
    }
    return changes;
}

GrowthProblem::GrowthProblem(const Metabolism &metabolism) : reactions_(metabolism.reactions)
{
    for (std::size_t metabolite = 0; metabolite < metabolism.metabolites.size(); ++metabolite) {
        program_.addRow({0.0, 0.0});
    }
    for (const Reaction &reaction : reactions_) {
        program_.addColumn({reaction.lowerBound, reaction.upperBound}, objectiveOf(reaction), termsOf(reaction, 1.0));
    }
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        const Reaction &reaction = reactions_[i];
        const double flux = demandOf(reaction);
        if (flux != 0.0) {
            const int column = program_.addColumn({0.0, 0.0}, 0.0, termsOf(reaction, -1.0));
            demands_.push_back({static_cast<std::int32_t>(i), column, flux});
        }
    }
    program_.scale();
}

SolveOptions GrowthProblem::options() const
{
    SolveOptions options;
    options.start = start_;
    options.tolerance = tolerance_;
    return options;
}

Verdict GrowthProblem::growth(const BoundChanges &changes, const Patience &patience, bool afresh)
{
    SolveOptions from = options();
    from.start = afresh ? Basis{} : start_;
    return growth(from, changes, patience);
}

Verdict GrowthProblem::growthFrom(const Basis &basis, const BoundChanges &changes, const Patience &patience)
{
    SolveOptions from = options();
    from.start = basis;
    return growth(from, changes, patience);
}

Verdict GrowthProblem::growth(const SolveOptions &from, const BoundChanges &changes, const Patience &patience)
{
    const Changed changed(*this, changes);
    SolveOptions first = from;
    first.infeasibleIsPlausible = !demands_.empty();
    Verdict verdict = solveVerified(program_, first, patience);
    if (verdict.claim == Claim::Infeasible && demands_.empty()) {
        // Resting is feasible: this was rounding.
        verdict.claim = Claim::None;
    }
    if (verdict.claim == Claim::Infeasible && demandsCanBeMet(patience, verdict)) {
        SolveOptions again = from;
        again.start = program_.basis();
        again.method = Simplex::Primal;
        verdict = solveVerified(program_, again, patience);
        if (verdict.claim == Claim::Infeasible) {
            verdict.claim = Claim::None;
        }
    }
    return verdict;
}

/// Sets the objective to the flux that must stand in, of which there shall be little, or back to growth.
void GrowthProblem::openDemands(bool open)
{
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        program_.setObjective(static_cast<int>(i), open ? 0.0 : objectiveOf(reactions_[i]));
    }
    for (const Demand &demand : demands_) {
        const Bounds all = demand.flux > 0.0 ? Bounds{0.0, demand.flux} : Bounds{demand.flux, 0.0};
        program_.setBounds(demand.column, open ? all : Bounds{});
        program_.setObjective(demand.column, open ? -1.0 / demand.flux : 0.0);
    }
}

/// True where they can be, which leaves the program at a basis that does so. False otherwise, with a verdict that says
/// whether this was shown.
bool GrowthProblem::demandsCanBeMet(const Patience &patience, Verdict &verdict)
{
    unmet_.clear();
    openDemands(true);
    SolveOptions least;
    least.start = start_;
    least.method = Simplex::Primal;
    try {
        verdict = solveVerified(program_, least, patience);
    } catch (...) {
        openDemands(false);
        throw;
    }
    openDemands(false);
    if (verdict.claim != Claim::Optimal) {
        verdict.claim = Claim::None;
        return false;
    }
    for (const Demand &demand : demands_) {
        if (verdict.columns[static_cast<std::size_t>(demand.column)] / demand.flux > SmallestShortfall) {
            unmet_.push_back(demand.reaction);
        }
    }
    verdict.claim = unmet_.empty() ? Claim::None : Claim::Infeasible;
    return unmet_.empty();
}

Verdict GrowthProblem::exactGrowth(const BoundChanges &changes, const Patience &patience)
{
    const Changed changed(*this, changes);
    program_.enforceAll();
    program_.setAdvancedBasis();
    program_.simplex(Simplex::Dual, 1e-9, patience);
    LinearProgram::Exact exact = program_.exactSimplex(patience);
    program_.forgetEnforced();
    return {exact.claim, exact.value, std::move(exact.columns), {}};
}

void GrowthProblem::startFromHere(double growth)
{
    start_ = program_.basis();
    program_.keepEnforced();
    tolerance_ = std::max(ZeroGrowth, GrowthTolerance * growth);
}

const LinearProgram &GrowthProblem::program()
{
    program_.forgetEnforced();
    program_.setBasis(start_);
    return program_;
}

} // namespace knockscape
