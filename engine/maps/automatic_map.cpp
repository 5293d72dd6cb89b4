#include "engine/maps/automatic_map.h"

#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/maps/automatic/component_drawing.h"
#include "engine/maps/automatic/component_layout.h"
#include "engine/maps/automatic/component_shape.h"
#include "engine/maps/automatic/packing.h"
#include "engine/maps/automatic/reaction_plan.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

constexpr double componentGap = 24.0;
constexpr double canvasMargin = 80.0;
/// A straight line is worth a map that is taller than the view, up to this much; bands are then as tall as that.
constexpr double tooTall = 2.0;
constexpr double bandHeight = 1.4;
constexpr std::size_t foldedReactions = 5;

PlacedComponent placedComponent(const Cell &cell, std::vector<ReactionPlan> plans, LayoutHelper &helper,
                                const JobControl &control)
{
    const ComponentLayout layout(cell, std::move(plans));
    LayoutResult result = helper.layOut(layout.request(), control.cancel);
    if (!result.error.empty()) {
        // Clusters are what Graphviz trips over most: without frames it may go.
        LayoutRequest bare = layout.request();
        for (LayoutRequest::Node &node : bare.nodes) {
            node.cluster = -1;
        }
        result = helper.layOut(bare, control.cancel);
    }
    if (!result.error.empty()) {
        throw EngineError(errorAt("knockscape-layout",
                                  translate("Engine", "The map could not be laid out (%1).", {result.error}),
                                  translate("Engine", "Draw fewer reactions.")));
    }
    PlacedComponent component = layout.placed(result);
    closeGaps(component);
    return component;
}

/// Folds components that are much taller than the view would be if all were packed without loss.
void foldTall(std::vector<PlacedComponent> &components, double aspect)
{
    double area = 0.0;
    for (const PlacedComponent &component : components) {
        area += (component.width + componentGap) * (component.height + componentGap);
    }
    const double fitting = std::sqrt(area / aspect);
    for (PlacedComponent &component : components) {
        if (component.height < tooTall * fitting || component.plans.size() < foldedReactions) {
            continue;
        }
        for (auto bands = static_cast<std::size_t>(std::ceil(component.height / (bandHeight * fitting))); bands > 1;
             --bands) {
            if (foldComponent(component, bands)) {
                break;
            }
        }
    }
}

MapDocument drawnMap(const Cell &cell, const std::vector<PlacedComponent> &components,
                     const AutomaticMapOptions &options)
{
    std::vector<PackedSize> sizes;
    for (const PlacedComponent &component : components) {
        sizes.push_back({component.width, component.height});
    }
    const std::vector<MapPoint> corners = packBoxes(sizes, options.aspect, componentGap);
    MapBuilder builder;
    for (std::size_t i = 0; i < components.size(); ++i) {
        drawComponent(cell, components[i], corners[i], builder);
    }
    MapDocument map = builder.finish();
    double width = 0.0;
    double height = 0.0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        width = std::max(width, corners[i].x + sizes[i].width);
        height = std::max(height, corners[i].y + sizes[i].height);
    }
    map.canvas = grown({0.0, 0.0, width, height}, canvasMargin);
    map.name = options.name;
    return map;
}

/// An id that the same reactions of the same cell always have.
std::string idOf(const Cell &cell, std::span<const std::int32_t> reactions)
{
    std::string text = cell.sha256;
    for (const std::int32_t row : reactions) {
        text += '\n';
        text += cell.metabolism.reactions[static_cast<std::size_t>(row)].id;
    }
    return sha256(text).substr(0, 32);
}

/// Divides reactions into parts of at most `limit`, as equal as may be: components stay whole where they fit, a larger
/// one is divided in the order of its reactions, which models list by pathway.
std::vector<std::vector<std::int32_t>> dividedReactions(const Metabolism &metabolism, const MainPairs &pairs,
                                                        std::span<const std::int32_t> reactions,
                                                        std::span<const double> fluxes, std::size_t limit)
{
    const std::size_t parts = (reactions.size() + limit - 1) / limit;
    if (parts <= 1) {
        return {std::vector<std::int32_t>(reactions.begin(), reactions.end())};
    }
    const std::size_t share = (reactions.size() + parts - 1) / parts;
    std::vector<std::vector<std::int32_t>> result(1);
    for (const auto &component : connectedPlans(planReactions(metabolism, pairs, reactions, fluxes))) {
        if (!result.back().empty() && result.back().size() + component.size() > limit) {
            result.emplace_back();
        }
        for (const ReactionPlan &plan : component) {
            if (result.back().size() >= share) {
                result.emplace_back();
            }
            result.back().push_back(plan.reaction);
        }
    }
    for (std::vector<std::int32_t> &part : result) {
        std::sort(part.begin(), part.end());
    }
    return result;
}

} // namespace

AutomaticMaps drawMaps(const Cell &cell, const MainPairs &pairs, std::span<const std::int32_t> reactions,
                       LayoutHelper &helper, const AutomaticMapOptions &options, const JobControl &control)
{
    if (reactions.empty()) {
        throw InputError(errorAt(options.name, translate("Engine", "There is no reaction to draw."),
                                 translate("Engine", "Choose another pathway, or other genes.")));
    }
    const auto parts = dividedReactions(cell.metabolism, pairs, reactions, options.fluxes, options.reactionLimit);
    AutomaticMaps result;
    std::uint64_t done = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::vector<PlacedComponent> components;
        for (std::vector<ReactionPlan> &plans :
             connectedPlans(planReactions(cell.metabolism, pairs, parts[i], options.fluxes))) {
            control.report(translate("Engine", "Drawing the map"), done, reactions.size());
            done += plans.size();
            components.push_back(placedComponent(cell, std::move(plans), helper, control));
        }
        foldTall(components, options.aspect);
        MapDocument map = drawnMap(cell, components, options);
        map.mapId = idOf(cell, parts[i]);
        if (parts.size() > 1) {
            map.name = translate("Engine", "%1 (%2 of %3)",
                                 {options.name, std::to_string(i + 1), std::to_string(parts.size())});
        }
        result.maps.push_back(std::move(map));
    }
    if (parts.size() > 1) {
        result.issues.push_back(
            noteAt(options.name,
                   translateCount("Engine", "%1 reaction does not fit one map that can be read; it is on %2.",
                                  "%1 reactions do not fit one map that can be read; they are on %2.",
                                  static_cast<std::int64_t>(reactions.size()), {std::to_string(parts.size())}),
                   translate("Engine", "Choose a pathway for a map that shows more connections.")));
    }
    return result;
}

} // namespace knockscape
