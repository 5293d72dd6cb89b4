#include "engine/maps/automatic/reaction_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace knockscape
{
namespace
{

constexpr double smallestFlux = 1e-9;
constexpr std::size_t linkLimit = 2;

bool runsBackwards(const Reaction &reaction, std::int32_t row, std::span<const double> fluxes)
{
    const double flux = fluxes.empty() ? 0.0 : fluxes[static_cast<std::size_t>(row)];
    if (std::abs(flux) > smallestFlux) {
        return flux < 0.0;
    }
    return reaction.lowerBound < 0.0 && reaction.upperBound <= 0.0;
}

/// Whether a line leads from a metabolite to itself in another compartment.
bool isSameSubstance(const Metabolism &metabolism, std::int32_t a, std::int32_t b)
{
    if (a < 0 || b < 0) {
        return false;
    }
    const Metabolite &first = metabolism.metabolites[static_cast<std::size_t>(a)];
    const Metabolite &second = metabolism.metabolites[static_cast<std::size_t>(b)];
    return first.compartment != second.compartment && first.formula == second.formula &&
           (plainMetaboliteId(first) == plainMetaboliteId(second) ||
            (!first.name.empty() && first.name == second.name));
}

class DisjointSets
{
public:
    explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

    std::size_t find(std::size_t item)
    {
        while (parent_[item] != item) {
            parent_[item] = parent_[parent_[item]];
            item = parent_[item];
        }
        return item;
    }
    void unite(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

private:
    std::vector<std::size_t> parent_;
};

} // namespace

std::vector<std::int32_t> ReactionPlan::nodes(bool substrates) const
{
    const std::vector<std::int32_t> &linked = substrates ? linkedSubstrates : linkedProducts;
    std::vector<std::int32_t> result;
    result.reserve(linked.size() + 1);
    if (const std::int32_t main = substrates ? substrate : product; main >= 0) {
        result.push_back(main);
    }
    for (const std::int32_t metabolite : linked) {
        result.push_back(metabolite);
    }
    return result;
}

std::vector<ReactionPlan> planReactions(const Metabolism &metabolism, const MainPairs &pairs,
                                        std::span<const std::int32_t> reactions, std::span<const double> fluxes)
{
    std::vector<ReactionPlan> plans;
    std::unordered_map<std::int32_t, std::size_t> onLines;
    std::unordered_map<std::int32_t, std::size_t> beside;
    for (const std::int32_t row : reactions) {
        const Reaction &reaction = metabolism.reactions[static_cast<std::size_t>(row)];
        ReactionPlan plan;
        plan.reaction = row;
        const MainPair pair = pairs.of(row);
        const bool backwards = runsBackwards(reaction, row, fluxes);
        plan.substrate = backwards ? pair.product : pair.substrate;
        plan.product = backwards ? pair.substrate : pair.product;
        const double flux = fluxes.empty() ? 0.0 : fluxes[static_cast<std::size_t>(row)];
        plan.free = reaction.reversible() && std::abs(flux) <= smallestFlux;
        for (const StoichiometricTerm &term : reaction.terms) {
            const bool isMain = term.metabolite == plan.substrate || term.metabolite == plan.product;
            ++(isMain ? onLines : beside)[term.metabolite];
            if (!isMain) {
                ((term.coefficient < 0.0) != backwards ? plan.sideSubstrates : plan.sideProducts)
                    .push_back(term.metabolite);
            }
        }
        plans.push_back(std::move(plan));
    }
    const auto isLinked = [&](std::int32_t metabolite) {
        return onLines.contains(metabolite) && beside[metabolite] <= linkLimit && !pairs.isCommon(metabolite);
    };
    for (ReactionPlan &plan : plans) {
        const bool isTransport = isSameSubstance(metabolism, plan.substrate, plan.product);
        for (auto [side, linked] : {std::pair(&plan.sideSubstrates, &plan.linkedSubstrates),
                                    std::pair(&plan.sideProducts, &plan.linkedProducts)}) {
            std::sort(side->begin(), side->end());
            const auto middle = std::stable_partition(side->begin(), side->end(), [&](std::int32_t metabolite) {
                return isTransport || !isLinked(metabolite);
            });
            linked->assign(middle, side->end());
            side->erase(middle, side->end());
        }
    }
    return plans;
}

std::vector<std::vector<ReactionPlan>> connectedPlans(std::vector<ReactionPlan> plans)
{
    DisjointSets sets(plans.size());
    std::unordered_map<std::int32_t, std::size_t> firstAt;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (const bool substrates : {true, false}) {
            for (const std::int32_t metabolite : plans[i].nodes(substrates)) {
                sets.unite(i, firstAt.try_emplace(metabolite, i).first->second);
            }
        }
    }
    std::unordered_map<std::size_t, std::size_t> places;
    std::vector<std::vector<ReactionPlan>> components;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const auto [place, isNew] = places.try_emplace(sets.find(i), components.size());
        if (isNew) {
            components.emplace_back();
        }
        components[place->second].push_back(std::move(plans[i]));
    }
    std::stable_sort(components.begin(), components.end(),
                     [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return components;
}

} // namespace knockscape
