#pragma once

#include "engine/cell/metabolism.h"
#include "engine/fba/growth_problem.h"
#include "engine/fba/verified_solution.h"

#include <cstdint>
#include <map>
#include <vector>

/// Which metabolites a network can make. Private to engine/fba.
namespace knockscape
{

/// Metabolites that can be made, but not with some changes.
struct SupplyLoss {
    /// Rows of Metabolism::metabolites, ascending.
    std::vector<std::int32_t> metabolites;
    /// False where not every answer could be shown; then others may be lost too.
    bool complete = true;
};

/// A network with a column m → nothing beside its reactions for every metabolite. A metabolite is made where that
/// column could carry more than ThresholdSupply, while the bounds hold; growth is not required.
class SupplyProgram
{
public:
    enum class Answer : std::uint8_t { Unknown, No, Yes };

    /// `pilesUp`: S·v ≥ 0 instead of S·v = 0. `demandsRest`: reactions whose bounds demand flux may rest too.
    SupplyProgram(const Metabolism &metabolism, bool pilesUp, bool demandsRest);

    /// Asks for these metabolites, one after the other …
    std::vector<Answer> askEach(const std::vector<std::int32_t> &asked, const BoundChanges &changes,
                                const Patience &patience);
    /// … or for all at once, where each of them may leave.
    std::vector<Answer> askTogether(const std::vector<std::int32_t> &asked, const BoundChanges &changes,
                                    const Patience &patience);

    int metaboliteCount() const { return program_.rowCount(); }
    const Basis &start() const { return start_; }
    void startFrom(const Basis &basis) { start_ = basis; }
    /// Begins the next answers where the last one ended. To be called while nothing was changed.
    void startFromHere();

private:
    class Changed;
    class Open;

    int columnOf(std::int32_t metabolite) const { return reactionCount_ + metabolite; }
    Bounds boundsOf(std::int32_t reaction) const;

    const std::vector<Reaction> &reactions_;
    bool demandsRest_;
    int reactionCount_ = 0;
    LinearProgram program_;
    Basis start_;
};

/// What can be made where by-products may pile up. All metabolites are asked for at once: the program takes a little of
/// each, and those of which it takes something can be made. What is left over is asked for again, together; that the
/// sum of it can be nothing shows that none of it can be made. Two or three programs answer thousands of questions, and
/// a deletion begins where the wild type's answer ended.
class SurplusSupply
{
public:
    SurplusSupply(const Metabolism &metabolism, bool demandsRest) : program_(metabolism, true, demandsRest) {}

    /// Finds what can be made while nothing is changed; to be called once, before lost(). False where not all of it
    /// could be shown.
    bool learnWildType(const Patience &patience);
    SupplyLoss lost(const BoundChanges &changes, const Patience &patience);

    /// Whether each metabolite can be made while nothing is changed.
    const std::vector<bool> &wildType() const { return wildType_; }
    const Basis &start() const { return program_.start(); }

private:
    std::vector<std::int32_t> makeable() const;

    SupplyProgram program_;
    std::vector<bool> wildType_;
};

/// What can be made in balance: nothing else may leave the network but by its exchange reactions, so that each
/// metabolite is a program of its own. What cannot be made where by-products pile up cannot be made like this.
class BalancedSupply
{
public:
    BalancedSupply(const Metabolism &metabolism, bool demandsRest, const Basis &start);

    /// Of `asked`, ascending. What is learned about the wild type is kept.
    SupplyLoss lost(const std::vector<std::int32_t> &asked, const BoundChanges &changes, const Patience &patience);

private:
    SupplyProgram program_;
    std::map<std::int32_t, SupplyProgram::Answer> wildType_;
};

} // namespace knockscape
