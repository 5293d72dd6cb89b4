#pragma once

#include <QStyledItemDelegate>

namespace knockscape::ui
{

/// Rows with half a grid unit of air above and below the text, and tick boxes that stand out in both themes (the style
/// draws them dark on dark).
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace knockscape::ui
