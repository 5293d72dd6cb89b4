#include "ui/plots/heat_map_cursor.h"

#include "ui/theme/colours.h"

#include <algorithm>

namespace knockscape::ui
{

namespace
{

/// A cell smaller than this is framed as if it were that large.
constexpr double kSmallestFrame = 5.0;
constexpr double kNamePadding = 3.0;

} // namespace

HeatMapCursor::HeatMapCursor(QCustomPlot *plot, const QString &layer) : QCPLayerable(plot, layer) {}

void HeatMapCursor::setAppearance(const QPalette &palette, const QFont &font)
{
    palette_ = palette;
    font_ = font;
    font_.setBold(true);
}

void HeatMapCursor::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

QRectF HeatMapCursor::rectOf(const HeatMapCell &cell) const
{
    const QCPAxis *x = mParentPlot->xAxis;
    const QCPAxis *y = mParentPlot->yAxis;
    const QPointF corner(x->coordToPixel(cell.column - 0.5), y->coordToPixel(cell.row - 0.5));
    const QPointF opposite(x->coordToPixel(cell.column + 0.5), y->coordToPixel(cell.row + 0.5));
    QRectF rect = QRectF(corner, opposite).normalized();
    const double wider = std::max(0.0, kSmallestFrame - rect.width()) / 2.0;
    return rect.adjusted(-wider, -wider, wider, wider);
}

void HeatMapCursor::draw(QCPPainter *painter)
{
    const QRect map = mParentPlot->axisRect()->rect();
    painter->save();
    painter->setClipRect(map.adjusted(-1, -1, 1, 1));
    if (hover_.valid())
        drawCrosshair(painter);
    if (current_.valid())
        drawFrame(painter, current_, 2.0);
    painter->restore();
    const HeatMapCell &named = hover_.valid() ? hover_ : current_;
    if (!named.valid() || !names_)
        return;
    const QPointF centre = rectOf(named).center();
    if (centre.y() >= map.top() && centre.y() <= map.bottom())
        drawName(painter, named.row, {static_cast<double>(map.left()) - 5.0, centre.y()}, false);
    if (centre.x() >= map.left() && centre.x() <= map.right())
        drawName(painter, named.column, {centre.x(), static_cast<double>(map.bottom()) + 6.0}, true);
}

void HeatMapCursor::drawCrosshair(QCPPainter *painter) const
{
    const QRectF map = mParentPlot->axisRect()->rect();
    const QRectF cell = rectOf(hover_);
    QColor ink = palette_.color(QPalette::Text);
    ink.setAlphaF(0.45F);
    painter->setPen(QPen(ink, 1.0));
    const QPointF centre = cell.center();
    painter->drawLine(QLineF(map.left(), centre.y(), cell.left(), centre.y()));
    painter->drawLine(QLineF(cell.right(), centre.y(), map.right(), centre.y()));
    painter->drawLine(QLineF(centre.x(), map.top(), centre.x(), cell.top()));
    painter->drawLine(QLineF(centre.x(), cell.bottom(), centre.x(), map.bottom()));
    drawFrame(painter, hover_, 1.0);
}

void HeatMapCursor::drawFrame(QCPPainter *painter, const HeatMapCell &cell, double width) const
{
    const QRectF rect = rectOf(cell);
    painter->setBrush(Qt::NoBrush);
    // A rim of the background's colour keeps the frame visible on any colour of the map.
    painter->setPen(QPen(palette_.color(QPalette::Base), width + 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(rect);
    painter->setPen(QPen(palette_.color(QPalette::Text), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(rect);
}

void HeatMapCursor::drawName(QCPPainter *painter, int place, const QPointF &anchor, bool upright) const
{
    const QString name = names_(place);
    const QFontMetricsF metrics(font_);
    const double height = metrics.height();
    painter->save();
    painter->setFont(font_);
    painter->translate(anchor);
    if (upright)
        painter->rotate(-90.0);
    // The text ends at the map; where the margin is too narrow for it, it covers a little of the map.
    const double room = upright ? mParentPlot->viewport().bottom() - anchor.y() : anchor.x();
    const double width = metrics.horizontalAdvance(name) + 2.0 * kNamePadding;
    const double shift = std::max(0.0, width - room);
    const QRectF box(-width + shift, -height / 2.0, width, height);
    painter->setPen(QPen(palette_.color(QPalette::Text), 1.0));
    painter->setBrush(palette_.color(QPalette::Base));
    painter->drawRect(box);
    painter->drawText(box, Qt::AlignCenter, name);
    painter->restore();
}

} // namespace knockscape::ui
