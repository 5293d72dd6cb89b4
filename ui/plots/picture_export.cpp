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

namespace knockscape::ui
{

namespace
{

constexpr int kPngScale = 2;
/// Logical pixels are 1/96 inch on paper.
constexpr int kLogicalDpi = 96;
constexpr double kPointsPerPixel = 72.0 / kLogicalDpi;

QString text(const char *source)
{
    return QCoreApplication::translate("PictureExport", source);
}

QByteArray pngOf(const QSize &size, const QString &title, const PaintPicture &paint)
{
    QImage image(size * kPngScale, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(kPngScale);
    image.fill(Qt::white);
    image.setText(QStringLiteral("Title"), title);
    paint(image, false);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray svgOf(const QSize &size, const QString &title, const PaintPicture &paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setResolution(kLogicalDpi);
    generator.setTitle(title);
    paint(generator, true);
    return buffer.data();
}

QByteArray pdfOf(const QSize &size, const QString &title, const PaintPicture &paint)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(QStringLiteral("Knockscape"));
    writer.setTitle(title);
    writer.setResolution(kLogicalDpi);
    writer.setPageSize(QPageSize(QSizeF(size) * kPointsPerPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    paint(writer, true);
    return buffer.data();
}

bool failed(QString *error, const QString &reason)
{
    if (error)
        *error = reason;
    return false;
}

} // namespace

bool writePicture(const QString &file, const QSize &size, const QString &title, const PaintPicture &paint,
                  QString *error)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool known =
        suffix == QLatin1String("png") || suffix == QLatin1String("svg") || suffix == QLatin1String("pdf");
    if (!known) {
        return failed(error, text("%1: the file type is not known. Choose a name that ends in .png, .svg or .pdf.")
                                 .arg(QFileInfo(file).fileName()));
    }
    if (size.isEmpty())
        return failed(error, text("There is nothing to export yet."));
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return failed(error, text("%1: cannot be written (%2).").arg(file, target.errorString()));
    const QByteArray bytes = suffix == QLatin1String("png")   ? pngOf(size, title, paint)
                             : suffix == QLatin1String("svg") ? svgOf(size, title, paint)
                                                              : pdfOf(size, title, paint);
    if (bytes.isEmpty())
        return failed(error, text("%1: the picture could not be drawn.").arg(file));
    if (target.write(bytes) != bytes.size() || !target.commit())
        return failed(error, text("%1: cannot be written (%2).").arg(file, target.errorString()));
    return true;
}

} // namespace knockscape::ui
