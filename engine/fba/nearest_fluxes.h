#pragma once

#include "engine/cell/metabolism.h"
#include "engine/fba/growth_problem.h"
#include "engine/fba/verified_solution.h"

#include <cstdint>
#include <vector>

/// The linear programs behind parsimonious flux balance and linear MOMA. Private to engine/fba.
namespace knockscape
{

/// The flux distribution v nearest to a reference w, by Σ|v − w| over all reactions, with S·v = 0 and v within its
/// bounds. Nearest to rest (w = 0) is parsimonious flux balance, nearest to the wild type's fluxes linear MOMA.
///
/// v = w + more − less, with a column for each of the two that the bounds allow; at most one of a pair is not 0 where
/// their sum is least. With no flux demanded and nothing deleted, v = w is the optimum, and every price is in order
/// whatever the bounds are, so that the dual simplex method answers a deletion without looking for a start.
class NearestFluxes
{
public:
    /// `reference`: one per reaction, balanced and within its bounds; empty for rest.
    NearestFluxes(const Metabolism &metabolism, const std::vector<double> &reference);

    struct Answer {
        /// Optimal where it is shown; anything else says that there are no fluxes.
        Claim claim = Claim::None;
        /// Σ|v − w|.
        double distance = 0.0;
        /// Growth of these fluxes.
        double growth = 0.0;
        /// v, one per reaction, each within its bounds.
        std::vector<double> fluxes;
    };

    /// The nearest with the reactions in `blocked` held at zero and growth of at least `growth`.
    Answer nearest(const std::vector<std::int32_t> &blocked, double growth, const Patience &patience);
    /// The nearest whatever it grows, and of all that are as near the one that grows best, to within `tolerance`.
    Answer nearestGrowingBest(const std::vector<std::int32_t> &blocked, double tolerance, const Patience &patience);

    /// Begins the next answers where the last one ended. To be called while nothing is blocked.
    void startFromHere();

private:
    /// The columns of one reaction; −1 where its bounds do not let it differ that way.
    struct Pair {
        int more = -1;
        int less = -1;
    };
    class Question;

    void addPair(std::size_t reaction);
    void setPair(std::size_t reaction, Bounds bounds);
    void keepDistance(const std::vector<double> &reducedCosts, const std::vector<double> &values);
    void maximiseGrowth();
    void reset();
    SolveOptions fromStart() const;
    Answer read(const Verdict &verdict) const;

    const std::vector<Reaction> &reactions_;
    std::vector<double> reference_;
    /// What the reference grows.
    double referenceGrowth_ = 0.0;
    LinearProgram program_;
    std::vector<Pair> pairs_;
    /// The row that holds growth; free where it is not asked for.
    int growthRow_ = 0;
    Basis start_;
};

} // namespace knockscape
