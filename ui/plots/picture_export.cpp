#include "ui/plots/picture_export.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Images beyond this many pixels take gigabytes.
constexpr qint64 kMostPixels = 400'000'000;
constexpr double kPointsPerInch = 72.0;

QString text(const char *source)
{
    return QCoreApplication::translate("PictureExport", source);
}

QByteArray pngOf(const PictureSource &source, const PictureLayout &layout)
{
    QImage image = pictureImage(source, layout);
    if (image.isNull())
        return {};
    const int dotsPerMetre = static_cast<int>(std::lround(layout.dpi / kMillimetresPerInch * 1000.0));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QStringLiteral("Title"), source.title);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray svgOf(const PictureSource &source, const PictureLayout &layout)
{
    const QSize size = layout.logicalSize();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // Fonts are measured with the default resolution, so that one unit has to be one of its dots here, too.
    generator.setResolution(QImage(1, 1, QImage::Format_RGB32).logicalDpiY());
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(source.title);
    source.paint(generator, layout, true);
    return buffer.data();
}

QByteArray pdfOf(const PictureSource &source, const PictureLayout &layout)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Knockscape"));
    writer.setTitle(source.title);
    const int dpi = QImage(1, 1, QImage::Format_RGB32).logicalDpiY();
    writer.setResolution(dpi);
    const QSizeF points = QSizeF(layout.logicalSize()) * (kPointsPerInch / dpi);
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    source.paint(writer, layout, true);
    return buffer.data();
}

bool failed(QString *error, const QString &reason)
{
    if (error)
        *error = reason;
    return false;
}

} // namespace

QImage pictureImage(const PictureSource &source, const PictureLayout &layout)
{
    const QSize pixels = layout.pixels();
    if (!source.paint || pixels.isEmpty() || qint64{pixels.width()} * pixels.height() > kMostPixels)
        return {};
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(static_cast<double>(pixels.width()) / layout.logicalSize().width());
    image.fill(Qt::white);
    source.paint(image, layout, false);
    image.setDevicePixelRatio(1.0);
    return image;
}

bool writePicture(const PictureSource &source, const PictureLayout &layout, const QString &file, QString *error)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool known =
        suffix == QLatin1String("png") || suffix == QLatin1String("svg") || suffix == QLatin1String("pdf");
    if (!known) {
        return failed(error, text("%1: the file type is not known. Choose a name that ends in .png, .svg or .pdf.")
                                 .arg(QFileInfo(file).fileName()));
    }
    if (!source.paint)
        return failed(error, text("There is nothing to export yet."));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failed(error, text("%1: cannot be written (%2).").arg(file, target.errorString()));
    const QByteArray bytes = suffix == QLatin1String("png")   ? pngOf(source, layout)
                             : suffix == QLatin1String("svg") ? svgOf(source, layout)
                                                              : pdfOf(source, layout);
    if (bytes.isEmpty())
        return failed(error, text("%1: the picture could not be drawn; choose a smaller size.").arg(file));
    if (target.write(bytes) != bytes.size() || !target.commit())
        return failed(error, text("%1: cannot be written (%2).").arg(file, target.errorString()));
    return true;
}

} // namespace knockscape::ui
