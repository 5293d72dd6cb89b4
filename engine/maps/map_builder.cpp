#include "engine/maps/map_builder.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

std::int32_t MapBuilder::addMarker(MapNodeKind kind, const MapPoint &position)
{
    MapNode node;
    node.id = nextId();
    node.kind = kind;
    node.position = position;
    map_.nodes.push_back(std::move(node));
    return static_cast<std::int32_t>(map_.nodes.size() - 1);
}

std::int32_t MapBuilder::addMetabolite(const std::string &metabolite, const std::string &name, const MapPoint &position,
                                       bool primary)
{
    const std::int32_t place = addMarker(MapNodeKind::Metabolite, position);
    MapNode &node = map_.nodes.back();
    node.metabolite = metabolite;
    node.name = name;
    node.primary = primary;
    node.label = {position.x + (primary ? 28.0 : 16.0), position.y + 7.0};
    return place;
}

std::int32_t MapBuilder::addReaction(const std::string &reaction, const std::string &name)
{
    MapReaction added;
    added.id = nextId();
    added.reaction = reaction;
    added.name = name;
    map_.reactions.push_back(std::move(added));
    return static_cast<std::int32_t>(map_.reactions.size() - 1);
}

void MapBuilder::addText(const std::string &text, const MapPoint &position)
{
    map_.texts.push_back({nextId(), text, position, {}});
}

void MapBuilder::addTerm(std::int32_t reaction, const std::string &metabolite, double coefficient)
{
    reactionAt(reaction).terms.push_back({metabolite, coefficient});
}

void MapBuilder::addGene(std::int32_t reaction, const std::string &id, const std::string &name)
{
    std::vector<MapGene> &genes = reactionAt(reaction).genes;
    const bool there = std::any_of(genes.begin(), genes.end(), [&](const MapGene &gene) { return gene.id == id; });
    if (!there) {
        genes.push_back({id, name});
    }
}

void MapBuilder::addSegment(std::int32_t reaction, std::int32_t from, std::int32_t to)
{
    MapSegment segment;
    segment.id = nextId();
    segment.from = from;
    segment.to = to;
    reactionAt(reaction).segments.push_back(std::move(segment));
}

void MapBuilder::addCurve(std::int32_t reaction, std::int32_t from, const MapPoint &control1, const MapPoint &control2,
                          std::int32_t to)
{
    addSegment(reaction, from, to);
    reactionAt(reaction).segments.back().control1 = control1;
    reactionAt(reaction).segments.back().control2 = control2;
}

void MapBuilder::addLine(std::int32_t reaction, std::int32_t from, const std::vector<MapPoint> &bends, std::int32_t to)
{
    if (bends.size() == 1) {
        // A curve of the second degree through its one control point, written as one of the third.
        const auto towards = [&](std::int32_t node) {
            const MapPoint &place = placeOf(node);
            return MapPoint{place.x + (bends[0].x - place.x) * 2.0 / 3.0, place.y + (bends[0].y - place.y) * 2.0 / 3.0};
        };
        addCurve(reaction, from, towards(from), towards(to), to);
        return;
    }
    std::int32_t last = from;
    for (const MapPoint &bend : bends) {
        const std::int32_t marker = addMarker(MapNodeKind::Multimarker, bend);
        addSegment(reaction, last, marker);
        last = marker;
    }
    addSegment(reaction, last, to);
}

MapDocument MapBuilder::finish()
{
    map_.canvas = grown(drawnBox(map_), 100.0);
    return std::move(map_);
}

} // namespace knockscape
