#pragma once

#include "engine/maps/map_document.h"

#include <vector>

namespace knockscape
{

struct PackedSize {
    double width = 0.0;
    double height = 0.0;
};

/// Places boxes side by side, `gap` apart, so that all of them fill a view whose width is `aspect` times its height:
/// tallest first, each where it lies highest, in the width that leaves the least room. Returns their top left corners.
std::vector<MapPoint> packBoxes(const std::vector<PackedSize> &sizes, double aspect, double gap);

} // namespace knockscape
