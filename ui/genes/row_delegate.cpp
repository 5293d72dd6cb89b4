#include "ui/genes/row_delegate.h"

#include "ui/theme/theme.h"

namespace knockscape::ui
{

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + gridUnit);
    return size;
}

} // namespace knockscape::ui
