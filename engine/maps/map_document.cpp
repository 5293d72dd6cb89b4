#include "engine/maps/map_document.h"

#include <algorithm>

namespace knockscape
{

MapBox united(const MapBox &a, const MapBox &b)
{
    const double left = std::min(a.x, b.x);
    const double top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

MapBox grown(const MapBox &box, double margin)
{
    return {box.x - margin, box.y - margin, box.width + 2.0 * margin, box.height + 2.0 * margin};
}

MapCurve curveOf(const MapDocument &map, const MapSegment &segment)
{
    const MapPoint start = map.nodes[static_cast<std::size_t>(segment.from)].position;
    const MapPoint end = map.nodes[static_cast<std::size_t>(segment.to)].position;
    const auto between = [&](double share) {
        return MapPoint{start.x + share * (end.x - start.x), start.y + share * (end.y - start.y)};
    };
    if (!segment.control1 && !segment.control2) {
        return {start, between(1.0 / 3.0), between(2.0 / 3.0), end};
    }
    return {start, segment.control1.value_or(start), segment.control2.value_or(end), end};
}

MapPoint pointOn(const MapCurve &curve, double t)
{
    const double u = 1.0 - t;
    const double a = u * u * u;
    const double b = 3.0 * u * u * t;
    const double c = 3.0 * u * t * t;
    const double d = t * t * t;
    return {a * curve.start.x + b * curve.control1.x + c * curve.control2.x + d * curve.end.x,
            a * curve.start.y + b * curve.control1.y + c * curve.control2.y + d * curve.end.y};
}

std::optional<MapPoint> middleOf(const MapDocument &map, const MapReaction &reaction)
{
    for (const MapSegment &segment : reaction.segments) {
        for (const std::int32_t end : {segment.from, segment.to}) {
            const MapNode &node = map.nodes[static_cast<std::size_t>(end)];
            if (node.kind == MapNodeKind::Midmarker) {
                return node.position;
            }
        }
    }
    if (reaction.segments.empty()) {
        return std::nullopt;
    }
    return pointOn(curveOf(map, reaction.segments.front()), 0.5);
}

MapPoint placeForLabel(const MapDocument &map, const MapReaction &reaction)
{
    const MapPoint middle = middleOf(map, reaction).value_or(MapPoint{map.canvas.x, map.canvas.y});
    return {middle.x + 20.0, middle.y};
}

MapBox drawnBox(const MapDocument &map)
{
    std::optional<MapBox> box;
    const auto add = [&](const MapBox &part) { box = box ? united(*box, part) : part; };
    for (const MapNode &node : map.nodes) {
        add({node.position.x, node.position.y, 0.0, 0.0});
    }
    for (const MapReaction &reaction : map.reactions) {
        for (const MapSegment &segment : reaction.segments) {
            const MapCurve curve = curveOf(map, segment);
            for (int i = 1; i < 8; ++i) {
                const MapPoint point = pointOn(curve, i / 8.0);
                add({point.x, point.y, 0.0, 0.0});
            }
        }
    }
    for (const MapText &text : map.texts) {
        add({text.position.x, text.position.y, 0.0, 0.0});
    }
    for (const MapCompartment &compartment : map.compartments) {
        add(compartment.box);
    }
    return box.value_or(MapBox{});
}

} // namespace knockscape
