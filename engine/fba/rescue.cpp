#include "engine/core/translate.h"
#include "engine/fba/explanation.h"
#include "engine/fba/flux_balance_problem.h"
#include "engine/fba/growth_conditions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{

namespace
{

/// A part of the demands that is lacking for certain.
constexpr double CertainShortfall = 1e-6;

/// What is known about nutrients that do not rescue. An optimum's prices limit what any change of bounds can gain
/// (weak duality), so that a nutrient which failed often shows that many others fail as well.
class Hopeless
{
public:
    Hopeless(std::size_t reactions, double enough) : hopeless_(reactions, false), enough_(enough) {}

    bool contains(std::size_t reaction) const { return hopeless_[reaction]; }

    /// `verdict`: growth, or the demands that are not met, with the medium as it is or with one nutrient more.
    void learn(const Verdict &verdict)
    {
        const bool infeasible = verdict.claim == Claim::Infeasible;
        const double needed = infeasible ? -CertainShortfall : enough_;
        if ((verdict.claim != Claim::Optimal && !infeasible) || verdict.reducedCosts.empty()) {
            return;
        }
        for (std::size_t i = 0; i < hopeless_.size(); ++i) {
            const double gain = RescueUptake * std::max(0.0, -verdict.reducedCosts[i]);
            hopeless_[i] = hopeless_[i] || verdict.value + gain < needed;
        }
    }

private:
    std::vector<bool> hopeless_;
    double enough_;
};

} // namespace

/// Exchange reactions that take nothing up with these bounds, but for blocked ones.
std::vector<std::int32_t> FluxBalance::Problem::closedExchanges(const BoundChanges &changes,
                                                                const std::vector<std::int32_t> &blocked) const
{
    std::map<std::int32_t, double> lowerBounds;
    for (const auto &[reaction, bounds] : changes) {
        lowerBounds[reaction] = bounds.lower;
    }
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < reactions().size(); ++i) {
        const auto row = static_cast<std::int32_t>(i);
        const auto changed = lowerBounds.find(row);
        const double lower = changed == lowerBounds.end() ? reactions()[i].lowerBound : changed->second;
        if (isExchangeReaction(reactions()[i]) && lower >= 0.0 &&
            !std::binary_search(blocked.begin(), blocked.end(), row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

/// `verdict`: that of growth with the changes, which was the last answer.
void FluxBalance::Problem::findRescues(Explanation &explanation, const BoundChanges &changes, const Verdict &verdict,
                                       const JobControl &control)
{
    const Basis basis = growth.basis();
    const double enough = RescueFitness * wildTypeGrowth;
    // Written so that a genotype without an answer is not asked about.
    if (!(explanation.growth.growth < enough)) {
        return;
    }
    explanation.askedForRescues = true;
    const std::vector<std::int32_t> nutrients = closedExchanges(changes, explanation.growth.blockedReactions);
    Hopeless hopeless(reactions().size(), enough);
    hopeless.learn(verdict);
    const std::string stage = translate("Engine", "Trying nutrients");
    for (std::size_t i = 0; i < nutrients.size(); ++i) {
        control.report(stage, i, nutrients.size());
        const auto nutrient = static_cast<std::size_t>(nutrients[i]);
        if (hopeless.contains(nutrient)) {
            continue;
        }
        BoundChanges opened = changes;
        opened.emplace_back(nutrients[i],
                            Bounds{-RescueUptake, reactions()[nutrient].upperBound}); // the last one counts
        const Patience patience(control.cancel, AnswerTime);
        const Verdict rescued = verdict.claim == Claim::Optimal ? growth.growthFrom(basis, opened, patience)
                                                                : growth.growth(opened, patience);
        if (rescued.claim == Claim::Optimal && rescued.value >= enough) {
            explanation.rescues.push_back({nutrients[i], rescued.value});
        } else {
            explanation.complete = explanation.complete && rescued.claim != Claim::None;
            hopeless.learn(rescued);
        }
    }
}

} // namespace knockscape
