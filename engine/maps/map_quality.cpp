#include "engine/maps/map_quality.h"

#include "engine/core/translate.h"
#include "engine/maps/automatic/main_pairs.h"
#include "engine/maps/automatic/map_text.h"
#include "engine/maps/automatic_map.h"
#include "engine/maps/reaction_sets.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>
#include <vector>

namespace knockscape
{
namespace
{

constexpr int chords = 8;

struct DrawnSegment {
    std::size_t reaction = 0;
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::vector<MapPoint> points;
    MapBox box;
};

double sideOf(const MapPoint &a, const MapPoint &b, const MapPoint &c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cut(const MapPoint &p, const MapPoint &q, const MapPoint &r, const MapPoint &s)
{
    return sideOf(p, q, r) * sideOf(p, q, s) < 0.0 && sideOf(r, s, p) * sideOf(r, s, q) < 0.0;
}

bool cut(const DrawnSegment &a, const DrawnSegment &b)
{
    for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
        for (std::size_t k = 0; k + 1 < b.points.size(); ++k) {
            if (cut(a.points[i], a.points[i + 1], b.points[k], b.points[k + 1])) {
                return true;
            }
        }
    }
    return false;
}

std::vector<DrawnSegment> segmentsOf(const MapDocument &map)
{
    std::vector<DrawnSegment> segments;
    for (std::size_t i = 0; i < map.reactions.size(); ++i) {
        for (const MapSegment &segment : map.reactions[i].segments) {
            DrawnSegment drawn{i, segment.from, segment.to, {}, {}};
            const MapCurve curve = curveOf(map, segment);
            const int pieces = segment.control1 || segment.control2 ? chords : 1;
            for (int k = 0; k <= pieces; ++k) {
                drawn.points.push_back(pointOn(curve, static_cast<double>(k) / pieces));
                const MapBox point = {drawn.points.back().x, drawn.points.back().y, 0.0, 0.0};
                drawn.box = k == 0 ? point : united(drawn.box, point);
            }
            segments.push_back(std::move(drawn));
        }
    }
    return segments;
}

std::size_t crossingsOf(const std::vector<DrawnSegment> &segments)
{
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const DrawnSegment &a = segments[i];
            const DrawnSegment &b = segments[k];
            const bool joined = a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
            crossings += a.reaction != b.reaction && !joined && a.box.overlaps(grown(b.box, 1e-6)) && cut(a, b) ? 1 : 0;
        }
    }
    return crossings;
}

/// Names stand to the right of `label` on this baseline.
MapBox textBox(const MapPoint &label, const std::string &text, double height)
{
    return {label.x, label.y - 0.75 * height, mapTextWidth(text, height), 0.95 * height};
}

std::vector<MapBox> boxesOf(const MapDocument &map, const Cell &cell)
{
    std::unordered_map<std::string, const Metabolite *> metabolites;
    for (const Metabolite &metabolite : cell.metabolism.metabolites) {
        metabolites.emplace(metabolite.id, &metabolite);
    }
    std::unordered_map<std::string, const Reaction *> reactions;
    for (const Reaction &reaction : cell.metabolism.reactions) {
        reactions.emplace(reaction.id, &reaction);
    }
    std::vector<MapBox> boxes;
    for (const MapNode &node : map.nodes) {
        const auto found = metabolites.find(node.metabolite);
        if (node.kind != MapNodeKind::Metabolite || found == metabolites.end()) {
            continue;
        }
        const double radius = node.primary ? MapSizes::primaryRadius : MapSizes::sideRadius;
        const MapBox disc = {node.position.x - radius, node.position.y - radius, 2.0 * radius, 2.0 * radius};
        boxes.push_back(united(disc, textBox(node.label, shortMetaboliteName(*found->second),
                                             node.primary ? MapSizes::primaryText : MapSizes::sideText)));
    }
    for (const MapReaction &reaction : map.reactions) {
        const auto found = reactions.find(reaction.reaction);
        if (found == reactions.end()) {
            continue;
        }
        MapBox box = textBox(reaction.label, shortReactionName(*found->second), MapSizes::reactionText);
        if (const std::string genes = shortGenes(*found->second, cell.genes); !genes.empty()) {
            const MapPoint below = {reaction.label.x, reaction.label.y + MapSizes::geneText + 3.0};
            box = united(box, textBox(below, genes, MapSizes::geneText));
        }
        boxes.push_back(box);
    }
    return boxes;
}

double medianOf(std::vector<double> values)
{
    if (values.empty()) {
        return 0.0;
    }
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0;
}

} // namespace

MapQuality mapQuality(const MapDocument &map, const Cell &cell)
{
    MapQuality quality;
    const std::vector<DrawnSegment> segments = segmentsOf(map);
    quality.reactions = map.reactions.size();
    quality.segments = segments.size();
    quality.crossings = crossingsOf(segments);
    MapBox nodes;
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
        const MapBox point = {map.nodes[i].position.x, map.nodes[i].position.y, 0.0, 0.0};
        nodes = i == 0 ? point : united(nodes, point);
    }
    quality.aspect = (nodes.width + 1.0) / (nodes.height + 1.0);
    const std::vector<MapBox> boxes = boxesOf(map, cell);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            quality.overlaps += boxes[i].overlaps(boxes[k]) ? 1 : 0;
        }
    }
    return quality;
}

MapBenchmark measureMaps(const Cell &cell, LayoutHelper &helper, const JobControl &control)
{
    const MainPairs pairs(cell.metabolism);
    MapBenchmark result;
    std::vector<double> crossings;
    std::vector<double> aspects;
    std::vector<double> seconds;
    const auto all = pathways(cell.metabolism);
    for (std::size_t i = 0; i < all.size(); ++i) {
        control.report(translate("Engine", "Drawing pathways"), i, all.size());
        std::vector<std::int32_t> reactions;
        for (std::size_t row = 0; row < cell.metabolism.reactions.size(); ++row) {
            if (cell.metabolism.reactions[row].subsystem == all[i].first) {
                reactions.push_back(static_cast<std::int32_t>(row));
            }
        }
        AutomaticMapOptions options;
        options.name = all[i].first;
        const auto start = std::chrono::steady_clock::now();
        const AutomaticMaps drawn = drawMaps(cell, pairs, reactions, helper, options, {control.cancel, {}});
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        seconds.push_back(elapsed.count() / static_cast<double>(drawn.maps.size()));
        for (const MapDocument &map : drawn.maps) {
            const MapQuality quality = mapQuality(map, cell);
            crossings.push_back(quality.crossingsPerSegment());
            aspects.push_back(quality.aspect);
            result.overlaps += quality.overlaps;
            ++result.maps;
        }
    }
    result.medianCrossings = medianOf(crossings);
    result.medianAspect = medianOf(aspects);
    result.medianSeconds = medianOf(seconds);
    result.slowestSeconds = seconds.empty() ? 0.0 : *std::max_element(seconds.begin(), seconds.end());
    return result;
}

} // namespace knockscape
