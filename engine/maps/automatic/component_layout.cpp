#include "engine/maps/automatic/component_layout.h"

#include "engine/maps/automatic/flow_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{
namespace
{

constexpr double rankGap = 42.0;
constexpr double columnGap = 20.0;
/// How much straighter than others a line is to be.
constexpr std::int32_t longestPathWeight = 40;
constexpr std::int32_t straightWeight = 20;
constexpr std::int32_t lineWeight = 6;

std::int32_t weightOf(const ReactionPlan &plan, bool main)
{
    if (!main) {
        return 1;
    }
    return plan.onLongestPath ? longestPathWeight : plan.group >= 0 ? straightWeight : lineWeight;
}

} // namespace

ComponentLayout::ComponentLayout(const Cell &cell, std::vector<ReactionPlan> plans)
    : cell_(cell), plans_(std::move(plans))
{
    groups_ = orderFlow(plans_);
    request_.engine = "dot";
    request_.rankSeparation = rankGap;
    request_.nodeSeparation = columnGap;
    addMetabolites();
    addReactions();
}

const Metabolite &ComponentLayout::metaboliteAt(std::int32_t row) const
{
    return cell_.metabolism.metabolites[static_cast<std::size_t>(row)];
}

std::string ComponentLayout::compartmentOf(const ReactionPlan &plan) const
{
    std::string compartment;
    for (const bool substrates : {true, false}) {
        for (const std::int32_t metabolite : plan.nodes(substrates)) {
            const std::string &its = metaboliteAt(metabolite).compartment;
            if (!compartment.empty() && its != compartment) {
                return {};
            }
            compartment = its;
        }
    }
    return compartment;
}

std::int32_t ComponentLayout::clusterOf(const std::string &compartment) const
{
    const auto found = std::find(compartments_.begin(), compartments_.end(), compartment);
    return compartments_.size() < 2 || found == compartments_.end()
               ? -1
               : static_cast<std::int32_t>(found - compartments_.begin());
}

void ComponentLayout::addMetabolites()
{
    for (const ReactionPlan &plan : plans_) {
        for (const bool substrates : {true, false}) {
            for (const std::int32_t metabolite : plan.nodes(substrates)) {
                if (nodes_.try_emplace(metabolite, static_cast<std::int32_t>(metabolites_.size())).second) {
                    metabolites_.push_back(metabolite);
                }
            }
        }
    }
    for (const std::int32_t metabolite : metabolites_) {
        const std::string &compartment = metaboliteAt(metabolite).compartment;
        if (!compartment.empty() &&
            std::find(compartments_.begin(), compartments_.end(), compartment) == compartments_.end()) {
            compartments_.push_back(compartment);
        }
    }
    for (const std::int32_t metabolite : metabolites_) {
        const MetaboliteBlock block = metaboliteBlock(metaboliteAt(metabolite));
        LayoutRequest::Node node;
        node.width = block.left + block.right;
        node.height = block.height;
        node.anchor = block.left;
        const auto group = groups_.find(metabolite);
        node.group = group == groups_.end() || group->second > kMaxLayoutNumber ? -1 : group->second;
        node.cluster = clusterOf(metaboliteAt(metabolite).compartment);
        request_.nodes.push_back(node);
    }
}

void ComponentLayout::addReactions()
{
    for (std::size_t i = 0; i < plans_.size(); ++i) {
        const ReactionPlan &plan = plans_[i];
        blocks_.push_back(reactionBlock(cell_, plan));
        LayoutRequest::Node node;
        node.width = std::min(blocks_[i].left + blocks_[i].right, kMaxLayoutNodeSize);
        node.height = std::min(blocks_[i].height, kMaxLayoutNodeSize);
        node.anchor = std::min(blocks_[i].left, node.width);
        node.group = plan.group > kMaxLayoutNumber ? -1 : plan.group;
        node.cluster = clusterOf(compartmentOf(plan));
        request_.nodes.push_back(node);
        const auto own = static_cast<std::int32_t>(metabolites_.size() + i);
        for (const bool substrates : {true, false}) {
            for (const std::int32_t metabolite : plan.nodes(substrates)) {
                lines_.push_back({i, metabolite, substrates, {}, false});
                const bool main = metabolite == plan.substrate || metabolite == plan.product;
                const std::int32_t other = nodes_.at(metabolite);
                const bool fromMetabolite = lines_.back().fromMetabolite(plan);
                request_.edges.push_back(
                    {fromMetabolite ? other : own, fromMetabolite ? own : other, true, weightOf(plan, main)});
            }
        }
    }
}

PlacedComponent ComponentLayout::placed(const LayoutResult &result) const
{
    PlacedComponent component;
    component.plans = plans_;
    component.blocks = blocks_;
    component.lines = lines_;
    MapBox box;
    for (std::size_t i = 0; i < request_.nodes.size(); ++i) {
        const LayoutRequest::Node &node = request_.nodes[i];
        const auto [x, y] = result.nodes[i];
        const MapBox own = {x - node.width / 2.0, y - node.height / 2.0, node.width, node.height};
        box = i == 0 ? own : united(box, own);
        if (i < metabolites_.size()) {
            component.metabolites[metabolites_[i]] = {own.x + node.anchor, y};
            component.metaboliteBlocks[metabolites_[i]] = metaboliteBlock(metaboliteAt(metabolites_[i]));
        } else {
            component.places.push_back({own.x + node.anchor, own.y});
        }
    }
    for (std::size_t i = 0; i < component.lines.size(); ++i) {
        for (const auto &[x, y] : result.edges[i]) {
            component.lines[i].points.push_back({x, y});
            box = united(box, {x, y, 0.0, 0.0});
        }
    }
    for (std::size_t i = 0; i < result.clusters.size() && i < compartments_.size(); ++i) {
        const auto &[x, y, width, height] = result.clusters[i];
        component.frames.push_back({compartments_[i], compartments_[i], {x, y, width, height}});
        box = united(box, component.frames.back().box);
    }
    if (component.frames.empty() && compartments_.size() == 1) {
        component.frames.push_back({compartments_[0], compartments_[0], grown(box, frameMargin)});
        box = component.frames.back().box;
    }
    const auto move = [&](MapPoint &point) { point = {point.x - box.x, point.y - box.y}; };
    for (auto &[metabolite, place] : component.metabolites) {
        move(place);
    }
    std::for_each(component.places.begin(), component.places.end(), move);
    for (PlacedLine &line : component.lines) {
        std::for_each(line.points.begin(), line.points.end(), move);
    }
    for (MapCompartment &frame : component.frames) {
        frame.box.x -= box.x;
        frame.box.y -= box.y;
    }
    component.width = box.width;
    component.height = box.height;
    return component;
}

} // namespace knockscape
