#pragma once

#include "ui/metabolism/map_scene.h"

#include <vector>

namespace knockscape::ui
{

/// How large texts are, in pixels: a text that would be smaller than `smallest` grows to it, one beyond `largest`
/// stops there.
struct LabelSizes {
    double smallest = 11.0;
    double largest = 30.0;
};

/// A text where it found room; lengths in units of the map.
struct PlacedLabel {
    std::int32_t label = 0;
    /// No two boxes overlap, and none covers a large disc.
    QRectF box;
    /// Beginning of its baseline, and height of its letters.
    QPointF baseline;
    double height = 0.0;
};

/// Finds room for the texts of a map at `zoom` pixels per unit, the more important first; what finds none is left out.
/// A text stands where the map has it, else at another side of its disc or line. Texts that are larger than the map
/// was made for keep off the lines. The whole map at once, so that nothing changes while it is moved.
std::vector<PlacedLabel> placeLabels(const MapScene &scene, double zoom, const LabelSizes &sizes);

/// The map with its texts as they are placed at `zoom`: texts that grew may reach beyond its bounds.
QRectF boundsWithLabels(const MapScene &scene, double zoom, const LabelSizes &sizes);

/// The same at the zoom that `zoomFor(bounds)` chooses for it: the smaller the map is shown, the larger are its texts.
template <typename ZoomFor>
QRectF boundsToFit(const MapScene &scene, const LabelSizes &sizes, ZoomFor zoomFor)
{
    constexpr int rounds = 4;
    QRectF bounds = scene.bounds;
    for (int i = 0; i < rounds; ++i)
        bounds = boundsWithLabels(scene, zoomFor(bounds), sizes);
    return bounds;
}

} // namespace knockscape::ui
