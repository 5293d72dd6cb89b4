#include "engine/fba/nearest_fluxes.h"

#include "engine/fba/reaction_terms.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape
{

namespace
{

constexpr double Infinity = std::numeric_limits<double>::infinity();
constexpr Bounds Free{-Infinity, Infinity};
/// What a sum of fluxes may be wrong by, in mmol/gDW/h.
constexpr double DistanceTolerance = 1e-7;
/// Prices are known to many more digits than this; what is more leads away from the nearest.
constexpr double ZeroReducedCost = 1e-12;

} // namespace

/// Holds reactions at zero, and at its end lets go of them and of whatever else was asked for.
class NearestFluxes::Question
{
public:
    Question(NearestFluxes &problem, const std::vector<std::int32_t> &blocked) : problem_(problem), blocked_(blocked)
    {
        problem_.program_.forgetEnforced();
        for (const std::int32_t reaction : blocked_) {
            problem_.setPair(static_cast<std::size_t>(reaction), {0.0, 0.0});
        }
    }
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;
    ~Question() { problem_.reset(); }

private:
    NearestFluxes &problem_;
    const std::vector<std::int32_t> &blocked_;
};

NearestFluxes::NearestFluxes(const Metabolism &metabolism, const std::vector<double> &reference)
    : reactions_(metabolism.reactions),
      reference_(reference.empty() ? std::vector<double>(reactions_.size()) : reference)
{
    for (std::size_t metabolite = 0; metabolite < metabolism.metabolites.size(); ++metabolite) {
        program_.addRow({0.0, 0.0});
    }
    growthRow_ = program_.addRow(Free);
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        addPair(i);
        referenceGrowth_ += objectiveOf(reactions_[i]) * reference_[i];
    }
    program_.scale();
    start_ = program_.slackBasis();
}

void NearestFluxes::addPair(std::size_t reaction)
{
    const Reaction &original = reactions_[reaction];
    const double reference = reference_[reaction];
    const auto column = [&](double sign) {
        LinearProgram::Terms terms = termsOf(original, sign);
        terms.emplace_back(growthRow_, sign * objectiveOf(original));
        return program_.addColumn({0.0, 0.0}, -1.0, terms);
    };
    // A deleted reaction comes down to 0 even where its bounds demand flux.
    Pair pair;
    pair.more = original.upperBound > reference || reference < 0.0 ? column(1.0) : -1;
    pair.less = original.lowerBound < reference || reference > 0.0 ? column(-1.0) : -1;
    pairs_.push_back(pair);
    setPair(reaction, {original.lowerBound, original.upperBound});
}

void NearestFluxes::setPair(std::size_t reaction, Bounds bounds)
{
    const Pair pair = pairs_[reaction];
    const double low = bounds.lower - reference_[reaction];
    const double high = bounds.upper - reference_[reaction];
    if (pair.more >= 0) {
        program_.setBounds(pair.more, {std::max(0.0, low), std::max(0.0, high)});
    }
    if (pair.less >= 0) {
        program_.setBounds(pair.less, {std::max(0.0, -high), std::max(0.0, -low)});
    }
}

void NearestFluxes::maximiseGrowth()
{
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        const Pair pair = pairs_[i];
        if (pair.more >= 0) {
            program_.setObjective(pair.more, objectiveOf(reactions_[i]));
        }
        if (pair.less >= 0) {
            program_.setObjective(pair.less, -objectiveOf(reactions_[i]));
        }
    }
}

/// The least distance, whatever growth, and every bound as it was.
void NearestFluxes::reset()
{
    program_.setRowBounds(growthRow_, Free);
    for (int column = 0; column < program_.columnCount(); ++column) {
        program_.setObjective(column, -1.0);
    }
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        setPair(i, {reactions_[i].lowerBound, reactions_[i].upperBound});
    }
}

/// Holds the columns that are away from their value in no distribution that is as near (complementary slackness: where
/// the prices of one optimum say that a column costs something, every optimum has it at its bound).
void NearestFluxes::keepDistance(const std::vector<double> &reducedCosts, const std::vector<double> &values)
{
    for (int column = 0; column < program_.columnCount(); ++column) {
        const auto at = static_cast<std::size_t>(column);
        if (std::abs(reducedCosts[at]) > ZeroReducedCost) {
            program_.setBounds(column, {values[at], values[at]});
        }
    }
}

SolveOptions NearestFluxes::fromStart() const
{
    SolveOptions options;
    options.start = start_;
    options.tolerance = DistanceTolerance;
    return options;
}

NearestFluxes::Answer NearestFluxes::read(const Verdict &verdict) const
{
    Answer answer;
    answer.claim = verdict.claim;
    if (verdict.claim != Claim::Optimal) {
        return answer;
    }
    // An answer may pass its bounds by what arithmetic of doubles loses; nobody else shall see that.
    const auto valueOf = [&](int column) {
        if (column < 0) {
            return 0.0;
        }
        const Bounds bounds = program_.bounds(column);
        const double value = std::clamp(verdict.columns[static_cast<std::size_t>(column)], bounds.lower, bounds.upper);
        return value < ZeroFlux ? 0.0 : value;
    };
    for (std::size_t i = 0; i < reactions_.size(); ++i) {
        const double difference = valueOf(pairs_[i].more) - valueOf(pairs_[i].less);
        answer.distance += std::abs(difference);
        answer.fluxes.push_back(reference_[i] + difference);
        answer.growth += objectiveOf(reactions_[i]) * answer.fluxes.back();
    }
    return answer;
}

NearestFluxes::Answer NearestFluxes::nearest(const std::vector<std::int32_t> &blocked, double growth,
                                             const Patience &patience)
{
    const Question question(*this, blocked);
    program_.setRowBounds(growthRow_, {growth - referenceGrowth_, Infinity});
    return read(solveVerified(program_, fromStart(), patience));
}

NearestFluxes::Answer NearestFluxes::nearestGrowingBest(const std::vector<std::int32_t> &blocked, double tolerance,
                                                        const Patience &patience)
{
    const Question question(*this, blocked);
    const Verdict nearest = solveVerified(program_, fromStart(), patience);
    if (nearest.claim != Claim::Optimal || nearest.value == 0.0) {
        return read(nearest);
    }
    if (nearest.reducedCosts.empty()) {
        return {};
    }
    SolveOptions options;
    options.start = program_.basis();
    options.method = Simplex::Primal;
    options.tolerance = tolerance;
    keepDistance(nearest.reducedCosts, nearest.columns);
    maximiseGrowth();
    return read(solveVerified(program_, options, patience));
}

void NearestFluxes::startFromHere()
{
    start_ = program_.basis();
    program_.keepEnforced();
}

} // namespace knockscape
