#pragma once

#include "engine/cell/cell.h"
#include "engine/layout/layout_protocol.h"
#include "engine/maps/automatic/reaction_block.h"
#include "engine/maps/automatic/reaction_plan.h"
#include "engine/maps/map_document.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Room between a frame and what is in it.
inline constexpr double frameMargin = 22.0;

/// A line between a metabolite and the block of a reaction, downwards: 1 + 3n control points.
struct PlacedLine {
    std::size_t plan = 0;
    std::int32_t metabolite = -1;
    bool substrate = true;
    std::vector<MapPoint> points;
    /// Its ends lie at one height and it turns round below or above them; its points lead from the metabolite to the
    /// block.
    bool turnsRound = false;

    /// Whether the metabolite is at the upper end.
    bool fromMetabolite(const ReactionPlan &reaction) const { return substrate != reaction.upwards; }
};

/// A component with everything in its place; its top left corner is at (0, 0).
struct PlacedComponent {
    std::vector<ReactionPlan> plans;
    std::vector<ReactionBlock> blocks;
    /// Of each block: the line (x) and the top (y).
    std::vector<MapPoint> places;
    std::unordered_map<std::int32_t, MapPoint> metabolites;
    std::unordered_map<std::int32_t, MetaboliteBlock> metaboliteBlocks;
    std::vector<PlacedLine> lines;
    /// One per compartment, or one around everything where all is in one.
    std::vector<MapCompartment> frames;
    double width = 0.0;
    double height = 0.0;
};

/// Asks Graphviz for the places of one component: blocks and metabolites are its nodes, compartments its clusters.
class ComponentLayout
{
public:
    ComponentLayout(const Cell &cell, std::vector<ReactionPlan> plans);

    const LayoutRequest &request() const noexcept { return request_; }
    /// What the answer to that request means. The answer has no error.
    PlacedComponent placed(const LayoutResult &result) const;

private:
    void addMetabolites();
    void addReactions();
    std::string compartmentOf(const ReactionPlan &plan) const;
    std::int32_t clusterOf(const std::string &compartment) const;
    const Metabolite &metaboliteAt(std::int32_t row) const;

    const Cell &cell_;
    std::vector<ReactionPlan> plans_;
    std::unordered_map<std::int32_t, std::int32_t> groups_;
    std::vector<ReactionBlock> blocks_;
    /// Metabolites in the order of their nodes, which come before those of the plans.
    std::vector<std::int32_t> metabolites_;
    std::unordered_map<std::int32_t, std::int32_t> nodes_;
    std::vector<std::string> compartments_;
    std::vector<PlacedLine> lines_;
    LayoutRequest request_;
};

} // namespace knockscape
