#pragma once

#include <QStyledItemDelegate>

namespace knockscape::ui
{

/// Paints deltas, epistasis and interaction on a diverging tint around zero; the sign stands in the text as well.
class ResultsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace knockscape::ui
