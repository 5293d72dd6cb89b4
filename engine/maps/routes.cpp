#include "engine/maps/reaction_sets.h"

#include "engine/cell/database_entries.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/maps/automatic/cofactors.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

namespace knockscape
{
namespace
{

/// A way from one metabolite to another.
struct RouteStep {
    std::int32_t to = -1;
    std::int32_t reaction = -1;
    double cost = 1.0;
};

/// The nodes of a route and the reaction that leads to each; that of the first is -1.
struct Route {
    std::vector<std::int32_t> metabolites;
    std::vector<std::int32_t> reactions;
    double cost = 0.0;

    bool operator<(const Route &other) const
    {
        return std::tie(cost, reactions, metabolites) < std::tie(other.cost, other.reactions, other.metabolites);
    }
};

/// The steps of a metabolism, and shortest routes through it. The ends are sets: a route begins at any of one and ends
/// at the first of the other that it meets.
class RouteNetwork
{
public:
    RouteNetwork(const Cell &cell, const MainPairs &pairs) : steps_(cell.metabolism.metabolites.size())
    {
        for (std::size_t i = 0; i < cell.metabolism.reactions.size(); ++i) {
            addSteps(cell.metabolism.reactions[i], static_cast<std::int32_t>(i), pairs);
        }
    }

    double costOf(std::int32_t from, std::int32_t reaction, std::int32_t to) const
    {
        const auto &steps = steps_[static_cast<std::size_t>(from)];
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const RouteStep &step) {
            return step.reaction == reaction && step.to == to;
        });
        return found == steps.end() ? 0.0 : found->cost;
    }

    /// The cheapest route from any of `starts` to any of `ends` without these metabolites and steps.
    Route shortest(const std::vector<std::int32_t> &starts, const std::set<std::int32_t> &ends,
                   const std::set<std::int32_t> &avoidedMetabolites,
                   const std::set<std::pair<std::int32_t, std::int32_t>> &avoidedSteps) const
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        std::vector<double> costs(steps_.size(), infinity);
        std::vector<std::pair<std::int32_t, std::int32_t>> previous(steps_.size(), {-1, -1});
        using Entry = std::pair<double, std::int32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        for (const std::int32_t start : starts) {
            costs[static_cast<std::size_t>(start)] = 0.0;
            open.emplace(0.0, start);
        }
        while (!open.empty()) {
            const auto [cost, metabolite] = open.top();
            open.pop();
            if (cost > costs[static_cast<std::size_t>(metabolite)]) {
                continue;
            }
            if (ends.contains(metabolite) && cost > 0.0) {
                return routeTo(metabolite, previous, cost);
            }
            for (const RouteStep &step : steps_[static_cast<std::size_t>(metabolite)]) {
                const auto to = static_cast<std::size_t>(step.to);
                if (cost + step.cost < costs[to] && !avoidedMetabolites.contains(step.to) &&
                    !avoidedSteps.contains({metabolite, step.reaction})) {
                    costs[to] = cost + step.cost;
                    previous[to] = {metabolite, step.reaction};
                    open.emplace(costs[to], step.to);
                }
            }
        }
        return {};
    }

private:
    void addSteps(const Reaction &reaction, std::int32_t row, const MainPairs &pairs)
    {
        for (const StoichiometricTerm &substrate : reaction.terms) {
            for (const StoichiometricTerm &product : reaction.terms) {
                if (substrate.coefficient >= 0.0 || product.coefficient <= 0.0 ||
                    !pairs.sharesSkeleton(row, substrate.metabolite, product.metabolite)) {
                    continue;
                }
                const auto cost = [&](std::int32_t metabolite) {
                    return 1.0 + 0.02 * std::log2(static_cast<double>(pairs.degree(metabolite)));
                };
                if (reaction.upperBound > 0.0) {
                    steps_[static_cast<std::size_t>(substrate.metabolite)].push_back(
                        {product.metabolite, row, cost(product.metabolite)});
                }
                if (reaction.lowerBound < 0.0) {
                    steps_[static_cast<std::size_t>(product.metabolite)].push_back(
                        {substrate.metabolite, row, cost(substrate.metabolite)});
                }
            }
        }
    }

    static Route routeTo(std::int32_t end, const std::vector<std::pair<std::int32_t, std::int32_t>> &previous,
                         double cost)
    {
        Route route;
        route.cost = cost;
        for (std::int32_t at = end; at >= 0; at = previous[static_cast<std::size_t>(at)].first) {
            route.metabolites.push_back(at);
            route.reactions.push_back(previous[static_cast<std::size_t>(at)].second);
        }
        std::reverse(route.metabolites.begin(), route.metabolites.end());
        std::reverse(route.reactions.begin(), route.reactions.end());
        return route;
    }

    std::vector<std::vector<RouteStep>> steps_;
};

/// What Yen's method branches off `route` at its node `i`: the same until there, another step from there.
Route branch(const RouteNetwork &network, const std::vector<Route> &found, const Route &route, std::size_t i,
             const std::set<std::int32_t> &ends)
{
    std::set<std::pair<std::int32_t, std::int32_t>> avoidedSteps;
    for (const Route &other : found) {
        const bool sameStart =
            other.metabolites.size() > i + 1 &&
            std::equal(route.metabolites.begin(), route.metabolites.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                       other.metabolites.begin()) &&
            std::equal(route.reactions.begin(), route.reactions.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                       other.reactions.begin());
        if (sameStart) {
            avoidedSteps.insert({other.metabolites[i], other.reactions[i + 1]});
        }
    }
    const std::set<std::int32_t> behind(route.metabolites.begin(),
                                        route.metabolites.begin() + static_cast<std::ptrdiff_t>(i));
    Route rest = network.shortest({route.metabolites[i]}, ends, behind, avoidedSteps);
    if (rest.metabolites.empty()) {
        return rest;
    }
    Route whole;
    whole.cost = rest.cost;
    for (std::size_t step = 0; step < i; ++step) {
        whole.cost += network.costOf(route.metabolites[step], route.reactions[step + 1], route.metabolites[step + 1]);
    }
    whole.metabolites.assign(route.metabolites.begin(), route.metabolites.begin() + static_cast<std::ptrdiff_t>(i));
    whole.reactions.assign(route.reactions.begin(), route.reactions.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    whole.metabolites.insert(whole.metabolites.end(), rest.metabolites.begin(), rest.metabolites.end());
    whole.reactions.insert(whole.reactions.end(), rest.reactions.begin() + 1, rest.reactions.end());
    return whole;
}

bool isCalled(const Metabolite &metabolite, const std::string &wanted)
{
    if (lowered(metabolite.id) == wanted || plainMetaboliteId(metabolite) == wanted ||
        lowered(metabolite.name) == wanted) {
        return true;
    }
    const std::vector<DatabaseEntry> entries =
        metabolite.annotations.empty() ? std::vector<DatabaseEntry>() : splitEntries(metabolite.annotations);
    return std::any_of(entries.begin(), entries.end(),
                       [&](const DatabaseEntry &entry) { return lowered(entry.id) == wanted; });
}

} // namespace

RouteEnd routeEnd(const Cell &cell, const std::string &name)
{
    RouteEnd end;
    end.name = trimmed(name);
    const std::string wanted = lowered(end.name);
    const std::vector<Metabolite> &metabolites = cell.metabolism.metabolites;
    // An exact id means this one alone; any other name the substance in every compartment.
    for (std::size_t i = 0; i < metabolites.size(); ++i) {
        if (metabolites[i].id == end.name) {
            end.metabolites = {static_cast<std::int32_t>(i)};
            return end;
        }
        if (isCalled(metabolites[i], wanted)) {
            end.metabolites.push_back(static_cast<std::int32_t>(i));
        }
    }
    if (!end.metabolites.empty()) {
        return end;
    }
    const NameResolution gene = cell.genes.resolve(end.name);
    if (gene.kind != NameResolution::Kind::Resolved) {
        Issue issue = cell.genes.explain(end.name, gene, end.name);
        issue.what = translate("Engine", "No metabolite and no gene of this cell has this name.");
        throw InputError(issue);
    }
    std::set<std::int32_t> ends;
    const MainPairs pairs(cell.metabolism);
    for (std::size_t i = 0; i < cell.metabolism.reactions.size(); ++i) {
        for (const std::vector<GeneIndex> &isozyme : cell.metabolism.reactions[i].isozymes) {
            if (std::find(isozyme.begin(), isozyme.end(), gene.gene) != isozyme.end()) {
                const MainPair main = pairs.of(static_cast<std::int32_t>(i));
                ends.insert({main.substrate, main.product});
            }
        }
    }
    ends.erase(-1);
    if (ends.empty()) {
        throw InputError(errorAt(end.name, translate("Engine", "This gene has no reaction in the metabolic model."),
                                 translate("Engine", "Choose a gene of the model, or a metabolite.")));
    }
    end.metabolites.assign(ends.begin(), ends.end());
    return end;
}

std::vector<std::vector<std::int32_t>> shortestRoutes(const Cell &cell, const MainPairs &pairs, const RouteEnd &from,
                                                      const RouteEnd &to, std::size_t count)
{
    const RouteNetwork network(cell, pairs);
    std::set<std::int32_t> ends(to.metabolites.begin(), to.metabolites.end());
    for (const std::int32_t start : from.metabolites) {
        ends.erase(start);
    }
    std::vector<Route> found;
    std::set<Route> candidates;
    const Route first = network.shortest(from.metabolites, ends, {}, {});
    if (!first.metabolites.empty()) {
        candidates.insert(first);
    }
    while (!candidates.empty() && found.size() < count) {
        const Route route = *candidates.begin();
        candidates.erase(candidates.begin());
        if (std::any_of(found.begin(), found.end(),
                        [&](const Route &other) { return other.reactions == route.reactions; })) {
            continue;
        }
        found.push_back(route);
        for (std::size_t i = 0; i + 1 < route.metabolites.size(); ++i) {
            const Route next = branch(network, found, route, i, ends);
            if (!next.metabolites.empty()) {
                candidates.insert(next);
            }
        }
    }
    std::vector<std::vector<std::int32_t>> routes;
    for (const Route &route : found) {
        routes.emplace_back(route.reactions.begin() + 1, route.reactions.end());
    }
    return routes;
}

} // namespace knockscape
