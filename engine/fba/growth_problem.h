#pragma once

#include "engine/cell/metabolism.h"
#include "engine/fba/verified_solution.h"

#include <cstdint>
#include <utility>
#include <vector>

/// The linear program behind FluxBalance. Private to engine/fba.
namespace knockscape
{

/// Fluxes smaller than this are none, in mmol/gDW/h. Growth can hang on very small ones (a cofactor of which 1e-9 mmol
/// go into a gram of biomass); those of an answer are known to more digits than this needs.
constexpr double ZeroFlux = 1e-15;
/// Growth below this is none, in 1/h.
constexpr double ZeroGrowth = 1e-9;

/// Bounds that differ from the model's, by reaction (rows of Metabolism::reactions).
using BoundChanges = std::vector<std::pair<std::int32_t, Bounds>>;

/// A deletion holds the reactions that it blocks at zero.
BoundChanges heldAtZero(const std::vector<std::int32_t> &blocked);

/// Maximal growth of a metabolic model: objective·v with S·v = 0 and v within its bounds.
///
/// Where the bounds of each reaction hold 0, resting (v = 0) is feasible whatever is deleted. Others, as maintenance,
/// demand flux, and may demand what cannot be had. Whether they do is an optimum too: with a column beside each of them
/// that stands in for the flux it lacks, the least of what must stand in. So «infeasible» is shown as an optimum is.
class GrowthProblem
{
public:
    /// For reactions with bounds in order and terms within the metabolites.
    explicit GrowthProblem(const Metabolism &metabolism);

    /// Growth with these bounds changed: Optimal or Infeasible where that is shown, Unbounded, or None. `columns`
    /// begins with the fluxes. Where it is infeasible, `value` is what the demands lack, negative, and `reducedCosts`
    /// are of that. Begins at the basis that startFromHere() kept, unless it shall start afresh; in either case the
    /// answer does not depend on earlier ones.
    Verdict growth(const BoundChanges &changes, const Patience &patience, bool afresh = false);
    /// The same from the basis of an earlier answer: the fewer bounds differ from that one's, the sooner it is there.
    Verdict growthFrom(const Basis &basis, const BoundChanges &changes, const Patience &patience);
    /// The same in rational arithmetic: found with doubles, and then gone on with until nothing is left to improve.
    Verdict exactGrowth(const BoundChanges &changes, const Patience &patience);

    /// Where the last answer ended.
    Basis basis() const { return program_.basis(); }

    /// Keeps the basis of the last answer for the next ones. To be called while nothing is blocked.
    void startFromHere(double growth);
    /// After growth() was shown infeasible: the reactions that demand more flux than they can have.
    const std::vector<std::int32_t> &unmetDemands() const { return unmet_; }

    /// At the basis that startFromHere() kept.
    const LinearProgram &program();

private:
    struct Demand {
        std::int32_t reaction = 0;
        /// The column that stands in for its flux.
        int column = 0;
        /// The flux it must have.
        double flux = 0.0;
    };
    class Changed;

    Verdict growth(const SolveOptions &from, const BoundChanges &changes, const Patience &patience);
    SolveOptions options() const;
    bool demandsCanBeMet(const Patience &patience, Verdict &verdict);
    void openDemands(bool open);

    const std::vector<Reaction> &reactions_;
    LinearProgram program_;
    std::vector<Demand> demands_;
    std::vector<std::int32_t> unmet_;
    Basis start_;
    double tolerance_ = ZeroGrowth;
};

} // namespace knockscape
