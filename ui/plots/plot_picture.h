#pragma once

#include <QSize>

class QCustomPlot;
class QPaintDevice;

namespace knockscape::ui
{

/// Gives everything on the canvas its place for the viewport that it has at the moment, without drawing it.
void layOut(QCustomPlot &plot);

/// Paints the canvas in this size (logical units of the device) in the colours and fonts that it has at the moment.
/// `vector` as in PictureSource.
void paintPlot(QCustomPlot &plot, QPaintDevice &device, const QSize &size, bool vector);

} // namespace knockscape::ui
