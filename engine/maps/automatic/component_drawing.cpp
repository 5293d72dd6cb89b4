#include "engine/maps/automatic/component_drawing.h"

#include "engine/maps/automatic/map_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace knockscape
{
namespace
{

/// Lines this little apart count as one straight line.
constexpr double straightTolerance = 1.5;
/// How far a curve keeps its direction at either end, as part of its height.
constexpr double curveHold = 0.6;

class ComponentDrawing
{
public:
    ComponentDrawing(const Cell &cell, const PlacedComponent &component, const MapPoint &corner, MapBuilder &builder)
        : cell_(cell), component_(component), corner_(corner), builder_(builder)
    {
    }

    void draw()
    {
        for (const MapCompartment &frame : component_.frames) {
            const MapPoint place = moved({frame.box.x, frame.box.y});
            builder_.map().compartments.push_back(
                {frame.id, frame.name, {place.x, place.y, frame.box.width, frame.box.height}});
        }
        // In the order of the lines, not of the hash table.
        for (const PlacedLine &line : component_.lines) {
            if (!metabolites_.contains(line.metabolite)) {
                const MapPoint place = moved(component_.metabolites.at(line.metabolite));
                metabolites_[line.metabolite] = addMetabolite(line.metabolite, place, true, false);
            }
        }
        for (std::size_t i = 0; i < component_.plans.size(); ++i) {
            drawReaction(i);
        }
        for (const PlacedLine &line : component_.lines) {
            drawLine(line);
        }
    }

private:
    /// The markers of a reaction: where substrates join its line, its middle, where products leave it.
    struct Markers {
        std::int32_t reaction = -1;
        std::int32_t joins = -1;
        std::int32_t middle = -1;
        std::int32_t leaves = -1;
        /// Where the line enters and leaves the block; made when a curve needs them.
        std::int32_t entry = -1;
        std::int32_t exit = -1;
    };

    MapPoint moved(const MapPoint &point) const { return {point.x + corner_.x, point.y + corner_.y}; }

    /// A place in a block, which is turned upside down for a reaction that is drawn upwards.
    MapPoint inBlock(std::size_t i, const MapPoint &place) const
    {
        const double y = component_.plans[i].upwards ? component_.blocks[i].height - place.y : place.y;
        return moved({component_.places[i].x + place.x, component_.places[i].y + y});
    }

    const Metabolite &metaboliteAt(std::int32_t row) const
    {
        return cell_.metabolism.metabolites[static_cast<std::size_t>(row)];
    }

    std::int32_t addMetabolite(std::int32_t row, const MapPoint &place, bool primary, bool labelLeft)
    {
        const Metabolite &metabolite = metaboliteAt(row);
        const std::int32_t node = builder_.addMetabolite(metabolite.id, metabolite.name, place, primary);
        const double text = primary ? MapSizes::primaryText : MapSizes::sideText;
        const double radius = primary ? MapSizes::primaryRadius : MapSizes::sideRadius;
        const double gap = radius + MapSizes::labelGap;
        const double x =
            labelLeft ? place.x - gap - mapTextWidth(shortMetaboliteName(metabolite), text) : place.x + gap;
        builder_.map().nodes.back().label = {x, place.y + text * 0.35};
        return node;
    }

    void drawReaction(std::size_t i)
    {
        const ReactionPlan &plan = component_.plans[i];
        const ReactionBlock &block = component_.blocks[i];
        const Reaction &source = cell_.metabolism.reactions[static_cast<std::size_t>(plan.reaction)];
        Markers markers;
        markers.reaction = builder_.addReaction(source.id, source.name);
        describe(source);
        const MapPoint middle = inBlock(i, {0.0, block.middle});
        builder_.map().reactions.back().label = {middle.x + reactionLabelGap,
                                                 middle.y - block.labelHeight / 2.0 + MapSizes::reactionText * 0.85};
        markers.joins = builder_.addMarker(MapNodeKind::Multimarker, inBlock(i, {0.0, block.joins}));
        markers.middle = builder_.addMarker(MapNodeKind::Midmarker, middle);
        markers.leaves = builder_.addMarker(MapNodeKind::Multimarker, inBlock(i, {0.0, block.leaves}));
        builder_.addSegment(markers.reaction, markers.joins, markers.middle);
        builder_.addSegment(markers.reaction, markers.middle, markers.leaves);
        for (const SideNode &side : block.sides) {
            drawSide(i, side, markers);
        }
        drawOpenEnd(i, markers);
        markers_.push_back(markers);
    }

    void describe(const Reaction &source)
    {
        MapReaction &reaction = builder_.map().reactions.back();
        reaction.reversible = source.lowerBound < 0.0;
        reaction.geneRule = source.ruleText;
        for (const StoichiometricTerm &term : source.terms) {
            reaction.terms.push_back({metaboliteAt(term.metabolite).id, term.coefficient});
        }
        for (const std::vector<GeneIndex> &isozyme : source.isozymes) {
            for (const GeneIndex gene : isozyme) {
                if (gene >= 0) {
                    builder_.addGene(static_cast<std::int32_t>(builder_.map().reactions.size()) - 1,
                                     cell_.genes[gene].id, cell_.genes[gene].label());
                }
            }
        }
    }

    void drawSide(std::size_t i, const SideNode &side, const Markers &markers)
    {
        const ReactionBlock &block = component_.blocks[i];
        const MapPoint place = inBlock(i, side.place);
        const std::int32_t node = addMetabolite(side.metabolite, place, false, side.place.x < 0.0);
        const double end = side.substrate ? block.joins : block.leaves;
        const MapPoint near = inBlock(i, {side.place.x * 0.35, side.place.y});
        const MapPoint far = inBlock(i, {0.0, side.place.y + (end - side.place.y) * 0.35});
        if (side.substrate) {
            builder_.addCurve(markers.reaction, node, near, far, markers.joins);
        } else {
            builder_.addCurve(markers.reaction, markers.leaves, far, near, node);
        }
    }

    /// A reaction without a metabolite at one end (an exchange) has a line that leads out of the map.
    void drawOpenEnd(std::size_t i, const Markers &markers)
    {
        const ReactionPlan &plan = component_.plans[i];
        for (const bool substrates : {true, false}) {
            const bool sides = !(substrates ? plan.sideSubstrates : plan.sideProducts).empty();
            if (plan.nodes(substrates).empty() && !sides) {
                const double y = substrates ? 0.0 : component_.blocks[i].height;
                const std::int32_t end = builder_.addMarker(MapNodeKind::Multimarker, inBlock(i, {0.0, y}));
                builder_.addSegment(markers.reaction, substrates ? end : markers.leaves,
                                    substrates ? markers.joins : end);
            }
        }
    }

    /// Where the line meets the edge of the block, made on first use; the piece within the block is straight.
    std::int32_t blockEnd(std::size_t i, bool substrate)
    {
        Markers &markers = markers_[i];
        std::int32_t &end = substrate ? markers.entry : markers.exit;
        if (end < 0) {
            const double y = substrate ? 0.0 : component_.blocks[i].height;
            end = builder_.addMarker(MapNodeKind::Multimarker, inBlock(i, {0.0, y}));
            builder_.addSegment(markers.reaction, substrate ? end : markers.leaves, substrate ? markers.joins : end);
        }
        return end;
    }

    void drawLine(const PlacedLine &line)
    {
        const ReactionPlan &plan = component_.plans[line.plan];
        const std::int32_t metabolite = metabolites_.at(line.metabolite);
        const MapPoint &place = builder_.map().nodes[static_cast<std::size_t>(metabolite)].position;
        const double lineX = moved(component_.places[line.plan]).x;
        if (line.points.size() <= 4 && !line.turnsRound && std::abs(place.x - lineX) < straightTolerance) {
            const std::int32_t marker = line.substrate ? markers_[line.plan].joins : markers_[line.plan].leaves;
            builder_.addSegment(markers_[line.plan].reaction, line.substrate ? metabolite : marker,
                                line.substrate ? marker : metabolite);
            return;
        }
        const std::int32_t end = blockEnd(line.plan, line.substrate);
        const bool down = line.turnsRound || line.fromMetabolite(plan);
        std::vector<MapPoint> points = curvePoints(line, down ? metabolite : end, down ? end : metabolite);
        std::vector<std::int32_t> nodes = {down ? metabolite : end};
        for (std::size_t i = 3; i + 1 < points.size(); i += 3) {
            nodes.push_back(builder_.addMarker(MapNodeKind::Multimarker, points[i]));
        }
        nodes.push_back(down ? end : metabolite);
        // From the metabolite to the block for a substrate, the other way for a product.
        if (line.substrate != down) {
            std::reverse(points.begin(), points.end());
            std::reverse(nodes.begin(), nodes.end());
        }
        for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
            builder_.addCurve(markers_[line.plan].reaction, nodes[i], points[3 * i + 1], points[3 * i + 2],
                              nodes[i + 1]);
        }
    }

    /// The route of a line with its ends at these nodes; one of a single piece leaves and arrives upright.
    std::vector<MapPoint> curvePoints(const PlacedLine &line, std::int32_t top, std::int32_t bottom) const
    {
        const MapPoint start = builder_.map().nodes[static_cast<std::size_t>(top)].position;
        const MapPoint end = builder_.map().nodes[static_cast<std::size_t>(bottom)].position;
        std::vector<MapPoint> points;
        for (const MapPoint &point : line.points) {
            points.push_back(moved(point));
        }
        if (points.size() <= 4 && !line.turnsRound) {
            const double upper = points.empty() ? start.y : points.front().y;
            const double lower = points.empty() ? end.y : points.back().y;
            const double hold = (lower - upper) * curveHold;
            return {start, {start.x, upper + hold}, {end.x, lower - hold}, end};
        }
        points.front() = start;
        points.back() = end;
        return points;
    }

    const Cell &cell_;
    const PlacedComponent &component_;
    MapPoint corner_;
    MapBuilder &builder_;
    std::map<std::int32_t, std::int32_t> metabolites_;
    std::vector<Markers> markers_;
};

} // namespace

void drawComponent(const Cell &cell, const PlacedComponent &component, const MapPoint &corner, MapBuilder &builder)
{
    ComponentDrawing(cell, component, corner, builder).draw();
}

} // namespace knockscape
