#pragma once

#include "engine/cell/cell.h"
#include "engine/maps/automatic/main_pairs.h"

#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// A reaction as it will be drawn. Metabolites are rows of Metabolism::metabolites; substrates are what is consumed in
/// the direction that is drawn.
struct ReactionPlan {
    std::int32_t reaction = -1;
    /// The ends of its line; -1 where a side has none.
    std::int32_t substrate = -1;
    std::int32_t product = -1;
    /// Others that have a node of their own, as they are on the line of another reaction, and those drawn beside it.
    std::vector<std::int32_t> linkedSubstrates;
    std::vector<std::int32_t> linkedProducts;
    std::vector<std::int32_t> sideSubstrates;
    std::vector<std::int32_t> sideProducts;
    /// Neither flux nor bounds say which way it runs: the layout may draw it either way.
    bool free = false;
    /// Drawn from the bottom to the top.
    bool upwards = false;
    /// Reactions of one group are drawn in one straight line; -1: none.
    std::int32_t group = -1;
    /// On the longest path of its component.
    bool onLongestPath = false;

    /// Main and linked metabolites of a side.
    std::vector<std::int32_t> nodes(bool substrates) const;
};

/// Plans `reactions` (rows, each once). `fluxes`, one per reaction of the cell, or none, say which way they run: where
/// there is no flux the bounds do, and where these allow both ways it is as written.
///
/// A metabolite on the line of any of them has one node; where it takes part beside the line it is joined to that node
/// unless it is common, takes part so in more than two reactions, whose lines would cross the map, or is what a
/// transporter exchanges.
std::vector<ReactionPlan> planReactions(const Metabolism &metabolism, const MainPairs &pairs,
                                        std::span<const std::int32_t> reactions, std::span<const double> fluxes);

/// The plans that hang together by nodes; most reactions first, then by the first reaction.
std::vector<std::vector<ReactionPlan>> connectedPlans(std::vector<ReactionPlan> plans);

} // namespace knockscape
