#include "engine/maps/automatic/flow_order.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t shortestCycle = 4;
constexpr std::size_t longestCycle = 14;
/// Steps of the search for the longest path from one metabolite: paths are nearly trees, so few are enough.
constexpr int pathBudget = 1500;

/// A way from a metabolite to another through a reaction.
struct FlowStep {
    std::size_t plan = 0;
    /// As the plan has it, from substrate to product.
    bool forward = true;
    /// Along the line of the reaction.
    bool main = true;
};

class FlowOrder
{
public:
    explicit FlowOrder(std::vector<ReactionPlan> &plans) : plans_(plans), placed_(plans.size(), false)
    {
        for (const bool wantMain : {true, false}) {
            addSteps(wantMain, true);
        }
        for (const bool wantMain : {true, false}) {
            addSteps(wantMain, false);
        }
    }

    std::unordered_map<std::int32_t, std::int32_t> order()
    {
        for (const std::vector<std::int32_t> &cycle : chosenCycles()) {
            placeCycle(cycle);
        }
        for (const auto &[from, step] : longestPath()) {
            place(step.plan, !step.forward);
            plans_[step.plan].onLongestPath = true;
        }
        // What may run one way only before what may run both ways.
        for (const bool free : {false, true}) {
            for (std::size_t i = 0; i < plans_.size(); ++i) {
                if (plans_[i].free == free) {
                    place(i, false);
                }
            }
        }
        return group();
    }

private:
    void addSteps(bool wantMain, bool forward)
    {
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            if (!forward && !plans_[i].free) {
                continue;
            }
            for (const std::int32_t from : plans_[i].nodes(forward)) {
                for (const std::int32_t to : plans_[i].nodes(!forward)) {
                    const std::int32_t start = forward ? plans_[i].substrate : plans_[i].product;
                    const std::int32_t end = forward ? plans_[i].product : plans_[i].substrate;
                    const bool isMain = from == start && to == end;
                    if (from != to && isMain == wantMain) {
                        steps_[from].try_emplace(to, FlowStep{i, forward, isMain});
                    }
                }
            }
        }
    }

    /// Whether `target` is below `start` already.
    bool isBelow(std::int32_t start, std::int32_t target) const
    {
        std::vector<std::int32_t> open = {start};
        std::set<std::int32_t> seen = {start};
        while (!open.empty()) {
            const std::int32_t metabolite = open.back();
            open.pop_back();
            if (metabolite == target) {
                return true;
            }
            const auto below = below_.find(metabolite);
            if (below == below_.end()) {
                continue;
            }
            for (const std::int32_t next : below->second) {
                if (seen.insert(next).second) {
                    open.push_back(next);
                }
            }
        }
        return false;
    }

    bool closesCircle(const std::vector<std::int32_t> &tops, const std::vector<std::int32_t> &bottoms) const
    {
        return std::any_of(tops.begin(), tops.end(), [&](std::int32_t top) {
            return std::any_of(bottoms.begin(), bottoms.end(),
                               [&](std::int32_t bottom) { return isBelow(bottom, top); });
        });
    }

    /// Draws a reaction downwards or upwards; the other way where this one closes a circle. Linked metabolites that
    /// close one either way become side nodes.
    void place(std::size_t i, bool upwards)
    {
        if (placed_[i]) {
            return;
        }
        placed_[i] = true;
        ReactionPlan &plan = plans_[i];
        if (closesCircle(plan.nodes(!upwards), plan.nodes(upwards))) {
            const bool otherWay = !closesCircle(plan.nodes(upwards), plan.nodes(!upwards));
            const bool mainCloses =
                plan.substrate >= 0 && plan.product >= 0 && plan.substrate != plan.product &&
                isBelow(upwards ? plan.substrate : plan.product, upwards ? plan.product : plan.substrate);
            upwards = otherWay || mainCloses ? !upwards : upwards;
        }
        plan.upwards = upwards;
        dropLinksAgainst(plan);
        for (const std::int32_t top : plan.nodes(!upwards)) {
            for (const std::int32_t bottom : plan.nodes(upwards)) {
                if (top != bottom) {
                    below_[top].insert(bottom);
                }
            }
        }
    }

    void dropLinksAgainst(ReactionPlan &plan) const
    {
        for (const bool substrates : {true, false}) {
            std::vector<std::int32_t> &linked = substrates ? plan.linkedSubstrates : plan.linkedProducts;
            std::vector<std::int32_t> &side = substrates ? plan.sideSubstrates : plan.sideProducts;
            for (std::size_t i = 0; i < linked.size();) {
                const std::vector<std::int32_t> others = plan.nodes(!substrates);
                const bool isTop = substrates != plan.upwards;
                const bool against = isTop ? closesCircle({linked[i]}, others) : closesCircle(others, {linked[i]});
                if (against) {
                    side.push_back(linked[i]);
                    linked.erase(linked.begin() + static_cast<std::ptrdiff_t>(i));
                } else {
                    ++i;
                }
            }
        }
    }

    /// The shortest way from `to` back to `from`, beginning with `from`; empty if there is none.
    std::vector<std::int32_t> shortestCycleThrough(std::int32_t from, std::int32_t to, std::size_t plan) const
    {
        std::map<std::int32_t, std::int32_t> previous = {{to, -1}};
        std::deque<std::int32_t> open = {to};
        while (!open.empty()) {
            const std::int32_t metabolite = open.front();
            open.pop_front();
            const auto steps = steps_.find(metabolite);
            if (steps == steps_.end()) {
                continue;
            }
            for (const auto &[next, step] : steps->second) {
                if (step.plan == plan || !previous.try_emplace(next, metabolite).second) {
                    continue;
                }
                if (next == from) {
                    std::vector<std::int32_t> cycle;
                    for (std::int32_t at = from; at >= 0; at = previous.at(at)) {
                        cycle.push_back(at);
                    }
                    std::reverse(cycle.begin() + 1, cycle.end());
                    return cycle;
                }
                open.push_back(next);
            }
        }
        return {};
    }

    const FlowStep &stepAt(const std::vector<std::int32_t> &cycle, std::size_t i) const
    {
        return steps_.at(cycle[i]).at(cycle[(i + 1) % cycle.size()]);
    }

    /// Cycles without a common metabolite, the longest first.
    std::vector<std::vector<std::int32_t>> chosenCycles() const
    {
        using Candidate = std::tuple<std::size_t, std::size_t, std::vector<std::int32_t>>;
        std::set<Candidate, std::greater<>> candidates;
        for (const auto &[from, steps] : steps_) {
            for (const auto &[to, step] : steps) {
                std::vector<std::int32_t> cycle = shortestCycleThrough(from, to, step.plan);
                if (cycle.size() < shortestCycle || cycle.size() > longestCycle) {
                    continue;
                }
                std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
                std::set<std::size_t> plans;
                std::size_t beside = 0;
                std::size_t forward = 0;
                for (std::size_t i = 0; i < cycle.size(); ++i) {
                    plans.insert(stepAt(cycle, i).plan);
                    beside += stepAt(cycle, i).main ? 0 : 1;
                    forward += stepAt(cycle, i).forward ? 1 : 0;
                }
                if (plans.size() == cycle.size() && beside <= 1) {
                    candidates.insert({cycle.size(), forward, std::move(cycle)});
                }
            }
        }
        std::vector<std::vector<std::int32_t>> chosen;
        std::set<std::int32_t> taken;
        for (const Candidate &candidate : candidates) {
            const auto &cycle = std::get<2>(candidate);
            const bool isFree = std::none_of(cycle.begin(), cycle.end(),
                                             [&](std::int32_t metabolite) { return taken.contains(metabolite); });
            if (isFree) {
                taken.insert(cycle.begin(), cycle.end());
                chosen.push_back(cycle);
            }
        }
        return chosen;
    }

    /// How many more lines come to a metabolite from outside of a cycle than leave it.
    int inflow(std::int32_t metabolite, const std::set<std::int32_t> &cycle) const
    {
        int flow = 0;
        for (const ReactionPlan &plan : plans_) {
            flow += plan.product == metabolite && !cycle.contains(plan.substrate) ? 1 : 0;
            flow -= plan.substrate == metabolite && !cycle.contains(plan.product) ? 1 : 0;
        }
        return flow;
    }

    void placeCycle(std::vector<std::int32_t> cycle)
    {
        const std::set<std::int32_t> members(cycle.begin(), cycle.end());
        const auto top = std::max_element(cycle.begin(), cycle.end(), [&](std::int32_t a, std::int32_t b) {
            return inflow(a, members) < inflow(b, members);
        });
        std::rotate(cycle.begin(), top, cycle.end());
        const std::size_t half = (cycle.size() + 1) / 2;
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            const FlowStep &step = stepAt(cycle, i);
            place(step.plan, i < half ? !step.forward : step.forward);
        }
    }

    using Path = std::vector<std::pair<std::int32_t, FlowStep>>;

    struct PathSearch {
        Path path;
        std::set<std::int32_t> seen;
        std::size_t forward = 0;
        int budget = pathBudget;
        Path best;
        std::size_t bestForward = 0;
    };

    void extend(std::int32_t metabolite, PathSearch &search) const
    {
        const auto better = std::pair(search.path.size(), search.forward);
        if (better > std::pair(search.best.size(), search.bestForward)) {
            search.best = search.path;
            search.bestForward = search.forward;
        }
        const auto steps = steps_.find(metabolite);
        if (--search.budget < 0 || steps == steps_.end()) {
            return;
        }
        for (const auto &[next, step] : steps->second) {
            const bool against = placed_[step.plan] && plans_[step.plan].upwards == step.forward;
            if (!step.main || against || !search.seen.insert(next).second) {
                continue;
            }
            search.path.emplace_back(metabolite, step);
            search.forward += step.forward ? 1 : 0;
            extend(next, search);
            search.forward -= step.forward ? 1 : 0;
            search.path.pop_back();
            search.seen.erase(next);
        }
    }

    Path longestPath() const
    {
        PathSearch search;
        for (const auto &[start, steps] : steps_) {
            search.seen = {start};
            search.budget = pathBudget;
            extend(start, search);
        }
        return search.best;
    }

    /// Divides the lines into straight ones, taking the longest each time.
    std::unordered_map<std::int32_t, std::int32_t> group()
    {
        lines_.clear();
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            const ReactionPlan &plan = plans_[i];
            if (plan.substrate >= 0 && plan.product >= 0 && plan.substrate != plan.product) {
                const std::int32_t top = plan.upwards ? plan.product : plan.substrate;
                lines_[top].push_back(i);
            }
        }
        std::unordered_map<std::int32_t, std::int32_t> groups;
        for (std::int32_t number = 0;; ++number) {
            std::map<std::int32_t, Reach> reaches;
            std::int32_t start = -1;
            int longest = 0;
            for (const auto &[metabolite, lines] : lines_) {
                const int length = groups.contains(metabolite) ? 0 : reachOf(metabolite, groups, reaches).length;
                if (length > longest) {
                    longest = length;
                    start = metabolite;
                }
            }
            if (start < 0) {
                return groups;
            }
            groups[start] = number;
            for (Reach reach = reaches.at(start); reach.next >= 0; reach = reaches.at(reach.next)) {
                plans_[reach.plan].group = number;
                groups[reach.next] = number;
            }
        }
    }

    /// How long a straight line downwards from a metabolite can be, and its first step.
    struct Reach {
        int length = 0;
        std::int32_t next = -1;
        std::size_t plan = 0;
    };

    Reach reachOf(std::int32_t metabolite, const std::unordered_map<std::int32_t, std::int32_t> &groups,
                  std::map<std::int32_t, Reach> &reaches) const
    {
        if (const auto known = reaches.find(metabolite); known != reaches.end()) {
            return known->second;
        }
        Reach best;
        const auto lines = lines_.find(metabolite);
        for (const std::size_t i : lines == lines_.end() ? std::vector<std::size_t>() : lines->second) {
            const ReactionPlan &plan = plans_[i];
            const std::int32_t bottom = plan.upwards ? plan.substrate : plan.product;
            if (plan.group >= 0 || groups.contains(bottom)) {
                continue;
            }
            // The longest path of all comes first and whole.
            const int length = reachOf(bottom, groups, reaches).length + (plan.onLongestPath ? 3 : 1);
            if (length > best.length) {
                best = {length, bottom, i};
            }
        }
        reaches[metabolite] = best;
        return best;
    }

    std::vector<ReactionPlan> &plans_;
    std::vector<bool> placed_;
    std::map<std::int32_t, std::map<std::int32_t, FlowStep>> steps_;
    std::map<std::int32_t, std::set<std::int32_t>> below_;
    /// Plans by the metabolite at the top of their line.
    std::map<std::int32_t, std::vector<std::size_t>> lines_;
};

} // namespace

std::unordered_map<std::int32_t, std::int32_t> orderFlow(std::vector<ReactionPlan> &plans)
{
    return FlowOrder(plans).order();
}

} // namespace knockscape
