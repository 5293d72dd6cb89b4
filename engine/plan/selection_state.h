#pragma once

#include "engine/plan/panel_selection.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// What was chosen so far: which strains are paid, and how often each gene is held.
class SelectionState
{
public:
    explicit SelectionState(const SelectionProblem &problem);

    bool isTaken(std::size_t item) const { return taken_[item]; }
    /// Strains that the item would add.
    std::size_t cost(std::size_t item) const;
    /// Whether it may be chosen now: within the budget and all limits, and not chosen already.
    bool admits(std::size_t item) const;
    /// Chooses it; the strains that it added.
    std::vector<std::uint32_t> take(std::size_t item);
    void giveBack(std::size_t item, std::span<const std::uint32_t> added);

    std::size_t strains() const noexcept { return strains_; }
    std::size_t items() const noexcept { return items_; }
    bool isPaid(std::uint32_t strain) const { return paid_[strain]; }
    /// The largest number of items that may share a strain.
    double mostSharing(std::uint32_t strain) const { return sharing_[strain]; }

private:
    const SelectionProblem *problem_;
    std::vector<bool> taken_;
    std::vector<bool> paid_;
    std::vector<std::uint32_t> perGene_;
    std::vector<double> sharing_;
    std::size_t strains_ = 0;
    std::size_t items_ = 0;
};

/// No feasible set made of `items` adds more than this to the present value: see selectPanel(). `state` says what is
/// paid and how much of the budget is left; what was not kept among the items counts as well.
double mostFromMore(const SelectionProblem &problem, const SelectionState &state, PanelValue &value,
                    std::span<const std::size_t> items);

} // namespace knockscape
