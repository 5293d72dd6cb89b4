#include "engine/fba/metabolite_supply.h"

#include "engine/fba/reaction_terms.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace knockscape
{

namespace
{

/// What counts as made, in mmol/gDW/h.
constexpr double ThresholdSupply = 1e-6;
/// How much of each is taken: enough to tell it from nothing, and so little that all together are no burden.
constexpr double TakenSupply = 1e-5;
constexpr double SupplyTolerance = 1e-9;

} // namespace

/// Changes bounds while it lives.
class SupplyProgram::Changed
{
public:
    Changed(SupplyProgram &supply, const BoundChanges &changes) : supply_(supply), changes_(changes)
    {
        supply_.program_.forgetEnforced();
        for (const auto &[reaction, bounds] : changes_) {
            supply_.program_.setBounds(reaction, bounds);
        }
    }
    Changed(const Changed &) = delete;
    Changed &operator=(const Changed &) = delete;
    ~Changed()
    {
        for (const auto &[reaction, bounds] : changes_) {
            supply_.program_.setBounds(reaction, supply_.boundsOf(reaction));
        }
    }

private:
    SupplyProgram &supply_;
    const BoundChanges &changes_;
};

/// Lets a little of these metabolites leave, and wants it, while it lives.
class SupplyProgram::Open
{
public:
    Open(SupplyProgram &supply, std::vector<std::int32_t> asked) : supply_(supply), asked_(std::move(asked))
    {
        for (const std::int32_t metabolite : asked_) {
            supply_.program_.setBounds(supply_.columnOf(metabolite), {0.0, TakenSupply});
            supply_.program_.setObjective(supply_.columnOf(metabolite), 1.0);
        }
    }
    Open(const Open &) = delete;
    Open &operator=(const Open &) = delete;
    ~Open()
    {
        for (const std::int32_t metabolite : asked_) {
            supply_.program_.setBounds(supply_.columnOf(metabolite), {0.0, 0.0});
            supply_.program_.setObjective(supply_.columnOf(metabolite), 0.0);
        }
    }

private:
    SupplyProgram &supply_;
    std::vector<std::int32_t> asked_;
};

SupplyProgram::SupplyProgram(const Metabolism &metabolism, bool pilesUp, bool demandsRest)
    : reactions_(metabolism.reactions), demandsRest_(demandsRest),
      reactionCount_(static_cast<int>(metabolism.reactions.size()))
{
    const double most = pilesUp ? std::numeric_limits<double>::infinity() : 0.0;
    for (std::size_t metabolite = 0; metabolite < metabolism.metabolites.size(); ++metabolite) {
        program_.addRow({0.0, most});
    }
    for (int reaction = 0; reaction < reactionCount_; ++reaction) {
        program_.addColumn(boundsOf(reaction), 0.0, termsOf(reactions_[static_cast<std::size_t>(reaction)], 1.0));
    }
    for (int metabolite = 0; metabolite < program_.rowCount(); ++metabolite) {
        program_.addColumn({0.0, 0.0}, 0.0, {{metabolite, -1.0}});
    }
    program_.scale();
    start_ = program_.slackBasis();
}

Bounds SupplyProgram::boundsOf(std::int32_t reaction) const
{
    const Reaction &original = reactions_[static_cast<std::size_t>(reaction)];
    Bounds bounds{original.lowerBound, original.upperBound};
    if (demandsRest_) {
        bounds.lower = std::min(bounds.lower, 0.0);
        bounds.upper = std::max(bounds.upper, 0.0);
    }
    return bounds;
}

void SupplyProgram::startFromHere()
{
    start_ = program_.basis();
    program_.keepEnforced();
}

std::vector<SupplyProgram::Answer> SupplyProgram::askTogether(const std::vector<std::int32_t> &asked,
                                                              const BoundChanges &changes, const Patience &patience)
{
    const Changed changed(*this, changes);
    const Open open(*this, asked);
    std::vector<Answer> answers(asked.size(), Answer::Unknown);
    std::vector<std::size_t> left(asked.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    SolveOptions options;
    options.start = start_;
    options.tolerance = SupplyTolerance;
    while (!left.empty()) {
        const Verdict verdict = solveVerified(program_, options, patience);
        if (verdict.claim != Claim::Optimal) {
            break;
        }
        std::vector<std::size_t> untaken;
        for (const std::size_t i : left) {
            const int column = columnOf(asked[i]);
            if (verdict.columns[static_cast<std::size_t>(column)] > ThresholdSupply) {
                answers[i] = Answer::Yes;
                // It may still be taken, so that the basis stays feasible, but counts no more.
                program_.setObjective(column, 0.0);
            } else {
                untaken.push_back(i);
            }
        }
        if (verdict.value <= ThresholdSupply) {
            for (const std::size_t i : untaken) {
                answers[i] = Answer::No;
            }
            break;
        }
        if (untaken.size() == left.size()) {
            // Traces of several are more than nothing together, which shows none of them: one after the other.
            for (const std::size_t i : untaken) {
                program_.setObjective(columnOf(asked[i]), 0.0);
            }
            for (const std::size_t i : untaken) {
                program_.setObjective(columnOf(asked[i]), 1.0);
                options.start = program_.basis();
                const Verdict single = solveVerified(program_, options, patience);
                program_.setObjective(columnOf(asked[i]), 0.0);
                if (single.claim == Claim::Optimal) {
                    answers[i] = single.value > ThresholdSupply ? Answer::Yes : Answer::No;
                }
            }
            break;
        }
        left = std::move(untaken);
        options.start = program_.basis();
        options.method = Simplex::Primal;
    }
    return answers;
}

std::vector<SupplyProgram::Answer> SupplyProgram::askEach(const std::vector<std::int32_t> &asked,
                                                          const BoundChanges &changes, const Patience &patience)
{
    const Changed changed(*this, changes);
    std::vector<Answer> answers;
    SolveOptions options;
    options.start = start_;
    options.tolerance = SupplyTolerance;
    for (const std::int32_t metabolite : asked) {
        // Only one column has an objective, and two bounds: any basis will do for the dual simplex method.
        const Open open(*this, {metabolite});
        const Verdict verdict = solveVerified(program_, options, patience);
        options.start = program_.basis();
        answers.push_back(verdict.claim != Claim::Optimal   ? Answer::Unknown
                          : verdict.value > ThresholdSupply ? Answer::Yes
                                                            : Answer::No);
    }
    return answers;
}

std::vector<std::int32_t> SurplusSupply::makeable() const
{
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i < wildType_.size(); ++i) {
        if (wildType_[i]) {
            rows.push_back(static_cast<std::int32_t>(i));
        }
    }
    return rows;
}

bool SurplusSupply::learnWildType(const Patience &patience)
{
    std::vector<std::int32_t> all(static_cast<std::size_t>(program_.metaboliteCount()));
    std::iota(all.begin(), all.end(), 0);
    const std::vector<SupplyProgram::Answer> answers = program_.askTogether(all, {}, patience);
    program_.startFromHere();
    wildType_.assign(all.size(), false);
    for (std::size_t i = 0; i < all.size(); ++i) {
        wildType_[i] = answers[i] == SupplyProgram::Answer::Yes;
    }
    // Deletions are asked for what the wild type makes, so that is the optimum to begin at.
    program_.askTogether(makeable(), {}, patience);
    program_.startFromHere();
    return std::find(answers.begin(), answers.end(), SupplyProgram::Answer::Unknown) == answers.end();
}

SupplyLoss SurplusSupply::lost(const BoundChanges &changes, const Patience &patience)
{
    const std::vector<std::int32_t> asked = makeable();
    const std::vector<SupplyProgram::Answer> answers = program_.askTogether(asked, changes, patience);
    SupplyLoss loss;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (answers[i] == SupplyProgram::Answer::No) {
            loss.metabolites.push_back(asked[i]);
        }
        loss.complete = loss.complete && answers[i] != SupplyProgram::Answer::Unknown;
    }
    return loss;
}

BalancedSupply::BalancedSupply(const Metabolism &metabolism, bool demandsRest, const Basis &start)
    : program_(metabolism, false, demandsRest)
{
    program_.startFrom(start);
}

SupplyLoss BalancedSupply::lost(const std::vector<std::int32_t> &asked, const BoundChanges &changes,
                                const Patience &patience)
{
    std::vector<std::int32_t> unknown;
    std::copy_if(asked.begin(), asked.end(), std::back_inserter(unknown),
                 [this](std::int32_t metabolite) { return wildType_.count(metabolite) == 0; });
    const std::vector<SupplyProgram::Answer> learned = program_.askEach(unknown, {}, patience);
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        wildType_[unknown[i]] = learned[i];
    }
    SupplyLoss loss;
    std::vector<std::int32_t> made;
    for (const std::int32_t metabolite : asked) {
        loss.complete = loss.complete && wildType_[metabolite] != SupplyProgram::Answer::Unknown;
        if (wildType_[metabolite] == SupplyProgram::Answer::Yes) {
            made.push_back(metabolite);
        }
    }
    const std::vector<SupplyProgram::Answer> answers = program_.askEach(made, changes, patience);
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (answers[i] == SupplyProgram::Answer::No) {
            loss.metabolites.push_back(made[i]);
        }
        loss.complete = loss.complete && answers[i] != SupplyProgram::Answer::Unknown;
    }
    return loss;
}

} // namespace knockscape
