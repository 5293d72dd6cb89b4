#pragma once

#include "ui/graph/graph_scene.h"

#include <QPalette>

class QPainter;

namespace knockscape::ui
{

/// What is marked in a picture besides its content.
struct GraphMarks {
    /// Node with the keyboard's or the pointer's attention: its edges stand out, everything else steps back; -1 none.
    int current = -1;
};

/// Paints the scene in its own coordinates: one layer of edges, one of nodes. The one painter of the network view,
/// for screen, PNG, SVG and PDF.
void paintScene(QPainter &painter, const GraphScene &scene, const QPalette &palette, const GraphMarks &marks = {});

/// Paints legend and caption in a strip of this width, wrapping lines; returns the height it needs. With a null
/// painter it only measures.
double paintLegend(QPainter *painter, const GraphScene &scene, const QPalette &palette, const QRectF &strip);

/// The size that scene and legend below it take in their own coordinates; empty for an empty scene.
QSizeF pictureSize(const GraphScene &scene, const QPalette &palette);
/// How large the scene becomes in a picture of this size with its legend in `font`: as large as fits, its names no
/// larger than the legend.
double pictureScale(const GraphScene &scene, const QPalette &palette, const QSizeF &size, const QFont &font);
/// Paints scene and legend below it into a picture of this size.
void paintPicture(QPainter &painter, const GraphScene &scene, const QPalette &palette, const QSizeF &size,
                  const QFont &font);

} // namespace knockscape::ui
