#include "ui/plots/plot_picture.h"

#include "ui/plots/picture_export.h"

#include <qcustomplot.h>
#include <QImage>

namespace knockscape::ui
{

namespace
{

void paintPlot(QCustomPlot &plot, QPaintDevice &device, const QSize &size, bool vector)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
}

} // namespace

bool writePlot(QCustomPlot &plot, const QString &file, const QSize &size, const QString &title, QString *error)
{
    return writePicture(
        file, size, title, [&plot, &size](QPaintDevice &device, bool vector) { paintPlot(plot, device, size, vector); },
        error);
}

QImage plotImage(QCustomPlot &plot, const QSize &size)
{
    constexpr int kScale = 2;
    QImage image(size * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(Qt::white);
    paintPlot(plot, image, size, false);
    return image;
}

} // namespace knockscape::ui
