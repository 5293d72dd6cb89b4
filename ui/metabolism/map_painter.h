#pragma once

#include "ui/metabolism/map_labels.h"
#include "ui/metabolism/map_painting.h"

#include <QPalette>

#include <vector>

class QPainter;

namespace knockscape::ui
{

/// Where a map is seen: pixel = place · zoom + offset.
struct MapView {
    double zoom = 1.0;
    QPointF offset;

    QPointF toPixel(const QPointF &place) const { return place * zoom + offset; }
    QPointF toPlace(const QPointF &pixel) const { return (pixel - offset) / zoom; }
    QRectF toPixel(const QRectF &area) const { return {toPixel(area.topLeft()), area.size() * zoom}; }
    QRectF toPlace(const QRectF &area) const { return {toPlace(area.topLeft()), area.size() / zoom}; }
};

/// Paints what of the map lies in `area` (pixels): frames, lines, discs, texts. The one painter of maps, for screen,
/// PNG, SVG and PDF.
void paintMap(QPainter &painter, const MapScene &scene, const std::vector<PlacedLabel> &labels,
              const MapPainting &painting, const MapView &view, const QRectF &area, const QPalette &palette);

/// An element that a person points at, once more and with a halo, over everything else.
void paintMark(QPainter &painter, const MapScene &scene, const MapElement &element, const MapView &view,
               const QPalette &palette, bool selected);

/// Thin lines and dots only, to find one's way.
void paintOverview(QPainter &painter, const MapScene &scene, const MapPainting &painting, const MapView &view,
                   const QPalette &palette);

} // namespace knockscape::ui
