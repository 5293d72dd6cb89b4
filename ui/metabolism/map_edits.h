#pragma once

#include "engine/maps/map_document.h"

#include <QMetaType>
#include <QPointF>

namespace knockscape::ui
{

/// What of a map can be taken hold of: places in MapDocument's lists.
struct MapHandle {
    enum class Kind : std::uint8_t { Node, NodeLabel, ReactionLabel, Text, Control1, Control2 };
    Kind kind = Kind::Node;
    std::int32_t element = -1;
    /// Of a control point.
    std::int32_t segment = -1;

    bool operator==(const MapHandle &) const = default;
};

/// Where the handle is.
QPointF placeOf(const MapDocument &map, const MapHandle &handle);

/// The map with the handle at `to`. A node takes its name and the nearer control points of its curves with it. What is
/// not finite, or beyond mapCoordinateLimit, moves nothing.
MapDocument movedHandle(const MapDocument &map, const MapHandle &handle, const QPointF &to);

} // namespace knockscape::ui
