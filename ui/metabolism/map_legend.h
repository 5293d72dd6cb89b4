#pragma once

#include "ui/metabolism/map_painter.h"

#include <QFont>
#include <QSizeF>

namespace knockscape::ui
{

/// Paints what the colours, widths and marks of a map mean, with numbers, into a strip of this width, wrapping lines;
/// returns the height it needs. With a null painter it only measures. Marks that the map does not have are left out.
double paintMapLegend(QPainter *painter, const MapScene &scene, const MapPainting &painting, const QPalette &palette,
                      const QFont &font, const QRectF &strip);

/// Paints the whole map and its legend below it into a picture of this size, texts no smaller than `font` where there
/// is room for them.
void paintMapPicture(QPainter &painter, const MapScene &scene, const MapPainting &painting, const QPalette &palette,
                     const QSizeF &size, const QFont &font);

/// How many of the map's texts find no room in a picture of this size.
std::size_t textsLeftOut(const MapScene &scene, const MapPainting &painting, const QSizeF &size, const QFont &font);

} // namespace knockscape::ui
