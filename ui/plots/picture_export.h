#pragma once

#include "ui/plots/picture_layout.h"

#include <QString>

#include <functional>

class QImage;
class QPaintDevice;

namespace knockscape::ui
{

/// Something that can be written as a picture: what is seen, laid out anew for paper, on white, without selection,
/// cursor and pointer.
struct PictureSource {
    /// What pictures of this kind are called: base name of a file and key of what is remembered ("heat-map").
    QString kind;
    /// Title in the file.
    QString title;
    /// What suits it, unless a person chooses otherwise.
    PictureLayout layout;
    /// Paints on a device whose logical size is layout.logicalSize(); `vector` is true for SVG and PDF, where caches
    /// and pixel tricks would turn text and lines into images. None: there is nothing to draw.
    std::function<void(QPaintDevice &device, const PictureLayout &layout, bool vector)> paint;
    /// A warning about this layout (text too small to read); may be none.
    std::function<QString(const PictureLayout &layout)> remark;
};

/// Writes a picture as .png (at layout.dpi), .svg or .pdf (in millimetres), chosen by the file's suffix. The file is
/// replaced only when everything was written. False and a sentence in `error` (may be null) on failure.
bool writePicture(const PictureSource &source, const PictureLayout &layout, const QString &file, QString *error);
/// As an image of layout.pixels(); null where there is nothing to draw or no memory for it.
QImage pictureImage(const PictureSource &source, const PictureLayout &layout);

} // namespace knockscape::ui
