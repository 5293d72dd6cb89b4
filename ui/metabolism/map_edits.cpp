#include "ui/metabolism/map_edits.h"

#include <cmath>
#include <optional>

namespace knockscape::ui
{

namespace
{

QPointF pointOf(const MapPoint &point)
{
    return {point.x, point.y};
}

void shift(MapPoint &point, const QPointF &by)
{
    point.x += by.x();
    point.y += by.y();
}

void shift(std::optional<MapPoint> &point, const QPointF &by)
{
    if (point)
        shift(*point, by);
}

template <typename Map>
auto &segmentOf(Map &map, const MapHandle &handle)
{
    return map.reactions[static_cast<std::size_t>(handle.element)].segments[static_cast<std::size_t>(handle.segment)];
}

void moveNode(MapDocument &map, std::int32_t index, const QPointF &by)
{
    MapNode &node = map.nodes[static_cast<std::size_t>(index)];
    shift(node.position, by);
    if (node.kind == MapNodeKind::Metabolite)
        shift(node.label, by);
    for (MapReaction &reaction : map.reactions) {
        // The name stays beside the middle of its reaction.
        bool isMiddle = false;
        for (MapSegment &segment : reaction.segments) {
            isMiddle = isMiddle || segment.from == index || segment.to == index;
            if (segment.from == index)
                shift(segment.control1, by);
            if (segment.to == index)
                shift(segment.control2, by);
        }
        if (isMiddle && node.kind == MapNodeKind::Midmarker)
            shift(reaction.label, by);
    }
}

} // namespace

QPointF placeOf(const MapDocument &map, const MapHandle &handle)
{
    const auto element = static_cast<std::size_t>(handle.element);
    switch (handle.kind) {
    case MapHandle::Kind::Node:
        return pointOf(map.nodes[element].position);
    case MapHandle::Kind::NodeLabel:
        return pointOf(map.nodes[element].label);
    case MapHandle::Kind::ReactionLabel:
        return pointOf(map.reactions[element].label);
    case MapHandle::Kind::Text:
        return pointOf(map.texts[element].position);
    case MapHandle::Kind::Control1:
        return pointOf(curveOf(map, segmentOf(map, handle)).control1);
    case MapHandle::Kind::Control2:
        return pointOf(curveOf(map, segmentOf(map, handle)).control2);
    }
    return {};
}

MapDocument movedHandle(const MapDocument &map, const MapHandle &handle, const QPointF &to)
{
    MapDocument moved = map;
    const bool drawable = std::abs(to.x()) <= mapCoordinateLimit && std::abs(to.y()) <= mapCoordinateLimit;
    if (!drawable)
        return moved;
    const MapPoint place{to.x(), to.y()};
    const auto element = static_cast<std::size_t>(handle.element);
    switch (handle.kind) {
    case MapHandle::Kind::Node:
        moveNode(moved, handle.element, to - placeOf(map, handle));
        break;
    case MapHandle::Kind::NodeLabel:
        moved.nodes[element].label = place;
        break;
    case MapHandle::Kind::ReactionLabel:
        moved.reactions[element].label = place;
        break;
    case MapHandle::Kind::Text:
        moved.texts[element].position = place;
        break;
    case MapHandle::Kind::Control1:
    case MapHandle::Kind::Control2: {
        MapSegment &segment = segmentOf(moved, handle);
        // Both, so that a straight line becomes a curve that Escher can draw.
        const MapCurve curve = curveOf(map, segmentOf(map, handle));
        segment.control1 = handle.kind == MapHandle::Kind::Control1 ? place : curve.control1;
        segment.control2 = handle.kind == MapHandle::Kind::Control2 ? place : curve.control2;
        break;
    }
    }
    return moved;
}

} // namespace knockscape::ui
