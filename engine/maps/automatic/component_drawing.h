#pragma once

#include "engine/cell/cell.h"
#include "engine/maps/automatic/component_layout.h"
#include "engine/maps/map_builder.h"

namespace knockscape
{

/// Draws a placed component into a map, its top left corner at `corner`.
void drawComponent(const Cell &cell, const PlacedComponent &component, const MapPoint &corner, MapBuilder &builder);

} // namespace knockscape
