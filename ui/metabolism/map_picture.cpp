#include "ui/metabolism/map_picture.h"

#include "ui/metabolism/map_legend.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// Heights that the shape of a map may ask for, in millimetres, and what its legend takes of them.
constexpr double kLowestPicture = 60.0;
constexpr double kHighestPicture = 240.0;
constexpr double kLegendOnPaper = 12.0;

} // namespace

PictureSource mapPicture(const MapScenePtr &scene, const MapPainting &painting, const QString &title)
{
    PictureSource source;
    source.kind = QStringLiteral("map");
    source.title = title;
    if (!scene || scene->empty())
        return source;
    const double shape = scene->bounds.height() / std::max(1.0, scene->bounds.width());
    source.layout.height = std::clamp(source.layout.width * shape + kLegendOnPaper, kLowestPicture, kHighestPicture);
    source.paint = [scene, painting](QPaintDevice &device, const PictureLayout &layout, bool) {
        QPainter painter(&device);
        paintMapPicture(painter, *scene, painting, lightPalette(), layout.logicalSize(), layout.font());
    };
    source.remark = [scene, painting](const PictureLayout &layout) {
        const auto out = static_cast<qint64>(textsLeftOut(*scene, painting, layout.logicalSize(), layout.font()));
        return out == 0 ? QString()
                        : trCount("MapPicture", "%1 name finds no room at this size; a larger picture shows it.",
                                  "%1 names find no room at this size; a larger picture shows more.", out);
    };
    return source;
}

} // namespace knockscape::ui
