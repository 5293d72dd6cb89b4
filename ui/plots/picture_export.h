#pragma once

#include <QSize>
#include <QString>

#include <functional>

class QPaintDevice;

namespace knockscape::ui
{

/// Paints one picture on a device whose logical size is the picture's size; `vector` is true for SVG and PDF, where
/// caches and pixel tricks would turn text and lines into images.
using PaintPicture = std::function<void(QPaintDevice &device, bool vector)>;

/// Writes a picture of this size (in logical pixels) as .png (twice the pixels, for print and high-density screens),
/// .svg or .pdf, chosen by the file's suffix, on white. The file is replaced only when everything was written.
/// False and a sentence in `error` (may be null) on failure.
bool writePicture(const QString &file, const QSize &size, const QString &title, const PaintPicture &paint,
                  QString *error);

} // namespace knockscape::ui
