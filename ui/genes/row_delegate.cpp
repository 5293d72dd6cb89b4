#include "ui/genes/row_delegate.h"

#include "ui/theme/colours.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace knockscape::ui
{

namespace
{

void paintTick(QPainter *painter, const QRect &place, bool ticked, bool onSelection, const QPalette &palette)
{
    const qreal side = std::min(place.width(), place.height()) - 1.0;
    const QRectF box(place.center().x() + 0.5 - side / 2, place.center().y() + 0.5 - side / 2, side, side);
    const QColor accent = palette.color(onSelection ? QPalette::HighlightedText : QPalette::Highlight);
    const QColor on = palette.color(onSelection ? QPalette::Highlight : QPalette::HighlightedText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(ticked || onSelection ? accent : dimmedText(palette), 1.0));
    painter->setBrush(ticked ? QBrush(accent) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(box, 2.5, 2.5);
    if (ticked) {
        QPainterPath mark(box.topLeft() + QPointF(0.22, 0.52) * side);
        mark.lineTo(box.topLeft() + QPointF(0.42, 0.72) * side);
        mark.lineTo(box.topLeft() + QPointF(0.78, 0.28) * side);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(on, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(mark);
    }
    painter->restore();
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant tick = index.data(Qt::CheckStateRole);
    if (!tick.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle *style = full.widget != nullptr ? full.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &full, full.widget);
    full.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    style->drawControl(QStyle::CE_ItemViewItem, &full, painter, full.widget);
    paintTick(painter, box, tick.toInt() == Qt::Checked, (full.state & QStyle::State_Selected) != 0, full.palette);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + gridUnit);
    return size;
}

} // namespace knockscape::ui
