#pragma once

#include <QStyledItemDelegate>

namespace knockscape::ui
{

/// Rows with half a grid unit of air above and below the text.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace knockscape::ui
