#include "ui/metabolism/map_legend.h"

#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace knockscape::ui
{

namespace
{

constexpr double kBarLength = 132.0;
constexpr double kSymbol = 26.0;
constexpr double kSpace = 6.0;
constexpr double kBetweenItems = 20.0;
constexpr double kPaperMargin = 8.0;
constexpr int kBarSteps = 66;

QString words(const char *source)
{
    return QCoreApplication::translate("MapLegend", source);
}

/// One thing of the legend: how wide it is, and how it is painted from its left end, at the middle of its line.
struct LegendItem {
    double width = 0.0;
    std::function<void(QPainter &, const QPointF &)> paint;
};

class LegendItems
{
public:
    LegendItems(const MapScene &scene, const MapPainting &painting, const QPalette &palette, const QFont &font)
        : scene_(scene), painting_(painting), genes_(painting.scaleOfGenes()), palette_(palette), metrics_(font)
    {
        addScale(painting_);
        addScale(genes_);
        addMarks();
    }

    const std::vector<LegendItem> &items() const { return items_; }

private:
    /// `scale` outlives the items.
    void addScale(const MapPainting &scale)
    {
        if (scale.scale == MapPainting::Scale::None)
            return;
        const QString title =
            scale.unit.isEmpty() ? scale.title : QStringLiteral("%1 (%2)").arg(scale.title, scale.unit);
        if (scale.limit <= 0.0) {
            addText(words("%1: none here").arg(title));
            return;
        }
        const bool signedScale = scale.scale == MapPainting::Scale::Difference;
        const double low = signedScale ? -scale.limit : 0.0;
        const QString left = signedScale ? formatSigned(low) : QStringLiteral("0");
        const QString right = signedScale ? formatSigned(scale.limit) : formatValue(scale.limit);
        const QString middle = signedScale ? QStringLiteral("0") : formatValue(scale.limit / 4.0);
        const double titleWidth = metrics_.horizontalAdvance(title);
        LegendItem item;
        item.width = titleWidth + kSpace + metrics_.horizontalAdvance(left) + kBarLength +
                     metrics_.horizontalAdvance(right) + 2.0 * kSpace;
        item.paint = [this, &scale, title, left, right, middle, low, titleWidth](QPainter &painter, const QPointF &at) {
            drawText(painter, at.x(), at.y(), title);
            double x = at.x() + titleWidth + kSpace;
            drawText(painter, x, at.y(), left);
            x += metrics_.horizontalAdvance(left) + kSpace;
            drawBar(painter, scale, QPointF(x, at.y()), low);
            QFont small = painter.font();
            small.setPointSizeF(0.85 * QFontInfo(small).pointSizeF());
            const double width = QFontMetricsF(small).horizontalAdvance(middle);
            painter.save();
            painter.setFont(small);
            painter.drawText(QPointF(x + kBarLength / 2.0 - width / 2.0, at.y() + metrics_.height() * 0.88), middle);
            painter.restore();
            drawText(painter, x + kBarLength + kSpace, at.y(), right);
        };
        items_.push_back(std::move(item));
    }

    /// As wide and coloured as the lines of these values. Values grow with the square of the place, as lines do with
    /// their root.
    void drawBar(QPainter &painter, const MapPainting &scale, const QPointF &at, double low) const
    {
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < kBarSteps; ++i) {
            const double place = (i + 0.5) / kBarSteps;
            const double share = low < 0.0 ? 2.0 * place - 1.0 : place;
            const double value = scale.limit * share * std::abs(share);
            const double width = valueWidth(scale, value) * 0.7;
            painter.setBrush(valueColour(scale, value, palette_));
            painter.drawRect(QRectF(at.x() + kBarLength * i / kBarSteps, at.y() - width / 2.0 - 1.0,
                                    kBarLength / kBarSteps + 0.3, width));
        }
        painter.setPen(QPen(dimmedText(palette_), 0.8));
        const double middle = at.x() + kBarLength / 2.0;
        painter.drawLine(QPointF(middle, at.y() + 4.0), QPointF(middle, at.y() + 7.0));
    }

    void addMarks()
    {
        const auto has = [](const auto &list, std::int32_t row, auto test) {
            return row >= 0 && static_cast<std::size_t>(row) < list.size() && test(list[static_cast<std::size_t>(row)]);
        };
        bool blocked = false;
        bool unknown = false;
        for (const std::int32_t row : scene_.match.reactions) {
            blocked = blocked || has(painting_.blocked, row, [](bool value) { return value; });
            unknown = unknown || row < 0;
        }
        bool lost = false;
        bool rescued = false;
        for (const std::int32_t row : scene_.match.metabolites) {
            lost = lost || has(painting_.metabolites, row, [](auto mark) { return mark == MetaboliteMark::Lost; });
            rescued =
                rescued || has(painting_.metabolites, row, [](auto mark) { return mark == MetaboliteMark::Rescued; });
        }
        if (blocked)
            addSymbol(words("no enzyme left"),
                      [this](QPainter &painter, const QPointF &at) { drawCross(painter, at); });
        if (lost)
            addSymbol(words("can no longer be made"),
                      [this](QPainter &painter, const QPointF &at) { drawRing(painter, at, false); });
        if (rescued)
            addSymbol(words("made again with the nutrient"),
                      [this](QPainter &painter, const QPointF &at) { drawRing(painter, at, true); });
        if (unknown)
            addSymbol(words("not in this cell"), [this](QPainter &painter, const QPointF &at) {
                painter.setPen(QPen(noValueColour(palette_), 2.0));
                painter.drawLine(at, at + QPointF(kSymbol, 0.0));
            });
    }

    void addSymbol(const QString &text, std::function<void(QPainter &, const QPointF &)> symbol)
    {
        LegendItem item;
        item.width = kSymbol + kSpace + metrics_.horizontalAdvance(text);
        item.paint = [this, text, symbol = std::move(symbol)](QPainter &painter, const QPointF &at) {
            symbol(painter, at);
            drawText(painter, at.x() + kSymbol + kSpace, at.y(), text);
        };
        items_.push_back(std::move(item));
    }

    void addText(const QString &text)
    {
        items_.push_back({metrics_.horizontalAdvance(text), [this, text](QPainter &painter, const QPointF &at) {
                              drawText(painter, at.x(), at.y(), text);
                          }});
    }

    void drawCross(QPainter &painter, const QPointF &at) const
    {
        QPen pen(palette_.color(QPalette::Text), 1.4);
        pen.setDashPattern({3.0, 2.5});
        painter.setPen(pen);
        painter.drawLine(at, at + QPointF(kSymbol, 0.0));
        painter.setPen(QPen(categoricalColour(5, palette_), 2.0));
        const QPointF middle = at + QPointF(kSymbol / 2.0, 0.0);
        painter.drawLine(middle - QPointF(4.0, 4.0), middle + QPointF(4.0, 4.0));
        painter.drawLine(middle - QPointF(4.0, -4.0), middle + QPointF(4.0, -4.0));
    }

    void drawRing(QPainter &painter, const QPointF &at, bool ringed) const
    {
        const QPointF middle = at + QPointF(kSymbol - 7.0, 0.0);
        painter.setBrush(palette_.color(QPalette::Base));
        painter.setPen(QPen(palette_.color(QPalette::Text), 1.6));
        painter.drawEllipse(middle, 4.0, 4.0);
        if (ringed) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(categoricalColour(2, palette_), 1.6));
            painter.drawEllipse(middle, 6.5, 6.5);
        }
    }

    void drawText(QPainter &painter, double x, double y, const QString &text) const
    {
        painter.setPen(palette_.color(QPalette::Text));
        painter.drawText(QPointF(x, y + (metrics_.ascent() - metrics_.descent()) / 2.0), text);
    }

    const MapScene &scene_;
    const MapPainting &painting_;
    MapPainting genes_;
    const QPalette &palette_;
    QFontMetricsF metrics_;
    std::vector<LegendItem> items_;
};

/// Where the map is in a picture with its legend below.
MapView viewInPicture(const MapScene &scene, const QSizeF &room, const LabelSizes &sizes)
{
    const auto zoomFor = [&room](const QRectF &bounds) {
        const QSizeF size = bounds.size().expandedTo(QSizeF(1.0, 1.0));
        return std::min(room.width() / size.width(), room.height() / size.height());
    };
    const QRectF bounds = boundsToFit(scene, sizes, zoomFor);
    MapView view;
    view.zoom = zoomFor(bounds);
    view.offset =
        QPointF(kPaperMargin + room.width() / 2.0, kPaperMargin + room.height() / 2.0) - bounds.center() * view.zoom;
    return view;
}

QSizeF roomForMap(const MapScene &scene, const MapPainting &painting, const QSizeF &size, const QFont &font)
{
    const double width = size.width() - 2.0 * kPaperMargin;
    const double legend = paintMapLegend(nullptr, scene, painting, QPalette(), font, QRectF(0.0, 0.0, width, 0.0));
    return {width, std::max(1.0, size.height() - legend - 3.0 * kPaperMargin)};
}

/// Texts of a picture are as the person asked, never much larger.
LabelSizes sizesFor(const QFont &font)
{
    const double pixels = QFontMetricsF(font).ascent() + QFontMetricsF(font).descent();
    return {0.72 * pixels, 1.1 * pixels};
}

} // namespace

double paintMapLegend(QPainter *painter, const MapScene &scene, const MapPainting &painting, const QPalette &palette,
                      const QFont &font, const QRectF &strip)
{
    const LegendItems legend(scene, painting, palette, font);
    if (legend.items().empty())
        return 0.0;
    const double line = 1.8 * QFontMetricsF(font).height();
    double x = strip.left();
    double y = strip.top() + 0.42 * line;
    if (painter != nullptr)
        painter->setFont(font);
    for (const LegendItem &item : legend.items()) {
        if (x > strip.left() && x + item.width > strip.right()) {
            x = strip.left();
            y += line;
        }
        if (painter != nullptr)
            item.paint(*painter, QPointF(x, y));
        x += item.width + kBetweenItems;
    }
    return y + 0.58 * line - strip.top();
}

void paintMapPicture(QPainter &painter, const MapScene &scene, const MapPainting &painting, const QPalette &palette,
                     const QSizeF &size, const QFont &font)
{
    painter.fillRect(QRectF(QPointF(), size), palette.color(QPalette::Base));
    if (scene.empty())
        return;
    const QSizeF room = roomForMap(scene, painting, size, font);
    const MapView view = viewInPicture(scene, room, sizesFor(font));
    paintMap(painter, scene, placeLabels(scene, view.zoom, sizesFor(font)), painting, view, QRectF(QPointF(), size),
             palette);
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = room.height() + 2.0 * kPaperMargin;
    paintMapLegend(&painter, scene, painting, palette, font,
                   QRectF(kPaperMargin, top, room.width(), size.height() - top));
}

std::size_t textsLeftOut(const MapScene &scene, const MapPainting &painting, const QSizeF &size, const QFont &font)
{
    const MapView view = viewInPicture(scene, roomForMap(scene, painting, size, font), sizesFor(font));
    return scene.labels.size() - placeLabels(scene, view.zoom, sizesFor(font)).size();
}

} // namespace knockscape::ui
