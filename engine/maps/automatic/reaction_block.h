#pragma once

#include "engine/cell/cell.h"
#include "engine/maps/automatic/reaction_plan.h"
#include "engine/maps/map_document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// A metabolite beside a reaction: small, joined to the line by a curve.
struct SideNode {
    std::int32_t metabolite = -1;
    /// Relative to the line (x) and the top of the block (y), for a reaction drawn downwards.
    MapPoint place;
    bool substrate = true;
};

/// The room a reaction takes: its line, drawn downwards through x = 0 from y = 0 to `height`, what stands beside it and
/// its label. Nothing in it overlaps, so nothing overlaps where blocks do not.
struct ReactionBlock {
    double left = 0.0;
    double right = 0.0;
    double height = 0.0;
    /// Where the curves of substrates join the line, its middle, where those of products leave it.
    double joins = 0.0;
    double middle = 0.0;
    double leaves = 0.0;
    std::vector<SideNode> sides;
    /// Name and genes, one below the other, right of the middle; `labelHeight` of both together.
    std::string name;
    std::string genes;
    double labelHeight = 0.0;
};

ReactionBlock reactionBlock(const Cell &cell, const ReactionPlan &plan);

/// The room a large metabolite takes left of, right of, and above and below its centre.
struct MetaboliteBlock {
    double left = 0.0;
    double right = 0.0;
    double height = 0.0;
};
MetaboliteBlock metaboliteBlock(const Metabolite &metabolite);

/// Between the line and the name of its reaction.
inline constexpr double reactionLabelGap = 16.0;

} // namespace knockscape
