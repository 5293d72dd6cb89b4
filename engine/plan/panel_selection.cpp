#include "engine/plan/panel_selection.h"

#include "engine/core/translate.h"
#include "engine/plan/selection_state.h"

#include <algorithm>
#include <iterator>
#include <queue>
#include <span>

namespace knockscape
{

namespace
{

/// Problems of so many items are tried exactly, for so long.
constexpr std::size_t MostExactItems = 40;
constexpr std::size_t MostNodes = 200'000;

/// What an item is tried by: gain per strain, where one that costs nothing goes before all that cost something.
double keyOf(double gain, std::size_t cost, bool perStrain)
{
    constexpr double Free = 1e6;
    return !perStrain ? gain : cost == 0 ? Free * gain : gain / static_cast<double>(cost);
}

/// Lazy greedy choice (Minoux 1978): gains never grow, so an old one is an upper bound, and only those on top of the
/// queue are computed anew. Costs fall as strains come to be shared; the items concerned are queued again.
class LazyGreedy
{
public:
    LazyGreedy(const SelectionProblem &problem, PanelValue &value, bool perStrain)
        : problem_(problem), value_(value), state_(problem), perStrain_(perStrain), bounds_(problem.items.size())
    {
        holders_.resize(problem.strains);
        for (std::size_t item = 0; item < problem.items.size(); ++item) {
            bounds_[item] = value.gain(item);
            for (const std::uint32_t strain : problem.items[item].strains) {
                holders_[strain].push_back(static_cast<std::uint32_t>(item));
            }
            enqueue(item);
        }
    }

    void run(const JobControl &control)
    {
        while (!queue_.empty()) {
            const Entry top = queue_.top();
            queue_.pop();
            if (!state_.admits(top.item)) {
                // Its strains may come to be shared later, which queues it again.
                continue;
            }
            const double key = keyOf(bounds_[top.item], state_.cost(top.item), perStrain_);
            if (key < top.key) {
                enqueue(top.item);
                continue;
            }
            bounds_[top.item] = value_.gain(top.item);
            const double now = keyOf(bounds_[top.item], state_.cost(top.item), perStrain_);
            if (!queue_.empty() && now < queue_.top().key) {
                enqueue(top.item);
            } else if (bounds_[top.item] > 0.0) {
                take(top.item);
                control.report(translate("Engine", "Choosing genotypes"), state_.strains(), problem_.budget);
            }
        }
    }

    std::size_t strains() const { return state_.strains(); }

private:
    struct Entry {
        double key = 0.0;
        std::size_t item = 0;

        bool operator<(const Entry &other) const { return key != other.key ? key < other.key : item > other.item; }
    };

    void enqueue(std::size_t item) { queue_.push({keyOf(bounds_[item], state_.cost(item), perStrain_), item}); }

    void take(std::size_t item)
    {
        value_.add(item);
        for (const std::uint32_t strain : state_.take(item)) {
            for (const std::uint32_t other : holders_[strain]) {
                if (!state_.isTaken(other)) {
                    enqueue(other);
                }
            }
        }
    }

    const SelectionProblem &problem_;
    PanelValue &value_;
    SelectionState state_;
    bool perStrain_;
    std::vector<double> bounds_;
    std::vector<std::vector<std::uint32_t>> holders_;
    std::priority_queue<Entry> queue_;
};

Selection greedy(const SelectionProblem &problem, PanelValue &value, bool perStrain, const JobControl &control)
{
    LazyGreedy choice(problem, value, perStrain);
    choice.run(control);
    return {value.chosen(), value.value(), choice.strains(), 0.0, false};
}

void clear(PanelValue &value)
{
    while (!value.chosen().empty()) {
        value.removeLast();
    }
}

void choose(const std::vector<std::size_t> &items, PanelValue &value)
{
    clear(value);
    for (const std::size_t item : items) {
        value.add(item);
    }
}

/// Depth first over "with" and "without" each item, the most promising first.
class BranchAndBound
{
public:
    BranchAndBound(const SelectionProblem &problem, PanelValue &value, std::size_t mostNodes, Selection &best)
        : problem_(problem), value_(value), state_(problem), mostNodes_(mostNodes), best_(best)
    {
        for (std::size_t item = 0; item < problem.items.size(); ++item) {
            order_.push_back(item);
        }
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return keyOf(value.gain(a), problem.items[a].strains.size(), true) >
                   keyOf(value.gain(b), problem.items[b].strains.size(), true);
        });
    }

    /// False where it gave up.
    bool run(const JobControl &control)
    {
        descend(0, control);
        return nodes_ <= mostNodes_;
    }

private:
    void descend(std::size_t place, const JobControl &control)
    {
        if (++nodes_ > mostNodes_) {
            return;
        }
        if (nodes_ % 1024 == 0) {
            control.cancel.throwIfCancelled();
        }
        if (value_.value() > best_.value + Negligible) {
            best_ = {value_.chosen(), value_.value(), state_.strains(), 0.0, false};
        }
        const std::span<const std::size_t> rest = std::span(order_).subspan(place);
        if (rest.empty() || value_.value() + mostFromMore(problem_, state_, value_, rest) <= best_.value + Negligible) {
            return;
        }
        const std::size_t item = rest.front();
        if (state_.admits(item)) {
            value_.add(item);
            const std::vector<std::uint32_t> built = state_.take(item);
            descend(place + 1, control);
            state_.giveBack(item, built);
            value_.removeLast();
        }
        descend(place + 1, control);
    }

    static constexpr double Negligible = 1e-12;

    const SelectionProblem &problem_;
    PanelValue &value_;
    SelectionState state_;
    std::size_t mostNodes_;
    std::size_t nodes_ = 0;
    Selection &best_;
    std::vector<std::size_t> order_;
};

std::vector<std::size_t> allItems(const SelectionProblem &problem)
{
    std::vector<std::size_t> items(problem.items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i] = i;
    }
    return items;
}

} // namespace

Selection selectGreedily(const SelectionProblem &problem, PanelValue &value, const JobControl &control)
{
    const std::vector<std::size_t> all = allItems(problem);
    // From nothing; the state of nothing has all to pay.
    const double fromNothing = mostFromMore(problem, SelectionState(problem), value, all);
    Selection best = greedy(problem, value, true, control);
    clear(value);
    const Selection other = greedy(problem, value, false, control);
    if (other.value > best.value) {
        best = other;
    }
    choose(best.items, value);
    // What others may add to the choice, whatever the best one pays for: as if nothing were built yet.
    std::vector<bool> chosen(problem.items.size(), false);
    for (const std::size_t item : best.items) {
        chosen[item] = true;
    }
    std::vector<std::size_t> others;
    std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](std::size_t item) { return !chosen[item]; });
    const double fromChoice = value.value() + mostFromMore(problem, SelectionState(problem), value, others);
    best.upperBound = std::max(best.value, std::min(fromNothing, fromChoice));
    return best;
}

Selection selectExactly(const SelectionProblem &problem, PanelValue &value, std::size_t mostNodes,
                        const JobControl &control)
{
    Selection best = selectGreedily(problem, value, control);
    const double bound = best.upperBound;
    clear(value);
    const bool complete = BranchAndBound(problem, value, mostNodes, best).run(control);
    // Candidates outside the items could be better than all that was looked at.
    best.proven = complete && problem.leftOutGain <= 0.0;
    best.upperBound = best.proven ? best.value : std::max(bound, best.value);
    choose(best.items, value);
    return best;
}

Selection selectPanel(const SelectionProblem &problem, PanelValue &value, const JobControl &control)
{
    return problem.items.size() <= MostExactItems ? selectExactly(problem, value, MostNodes, control)
                                                  : selectGreedily(problem, value, control);
}

} // namespace knockscape
