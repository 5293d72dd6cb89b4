#pragma once

#include <QSize>
#include <QString>

class QCustomPlot;
class QImage;

namespace knockscape::ui
{

/// A plot that was never shown is drawn at this size.
inline constexpr QSize kUnseenPlotSize(800, 400);

/// Writes the plot at this size (in logical pixels) as writePicture() does, in the colours it has at the moment.
bool writePlot(QCustomPlot &plot, const QString &file, const QSize &size, const QString &title, QString *error);
/// The same as an image of twice the pixels, for the clipboard.
QImage plotImage(QCustomPlot &plot, const QSize &size);

} // namespace knockscape::ui
