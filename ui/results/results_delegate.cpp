#include "ui/results/results_delegate.h"

#include "ui/results/results_columns.h"
#include "ui/results/results_model.h"
#include "ui/theme/colours.h"

#include <QPainter>

#include <cmath>

namespace knockscape::ui
{

namespace
{

// The value at which the tint is full: the same for every run, so that colours can be compared.
double tintLimit(ResultsColumn column)
{
    return column == ResultsColumn::Delta ? 1.0 : 0.5;
}

// Most deltas are small and must still be told from none.
double spread(double value, double limit)
{
    return std::copysign(std::pow(std::min(1.0, std::abs(value) / limit), 0.7), value);
}

} // namespace

void ResultsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto column = static_cast<ResultsColumn>(index.column());
    const double value = isSigned(column) ? index.data(ResultsModel::valueRole).toDouble() : 0.0;
    if (isSigned(column) && std::isfinite(value)) {
        const QColor tint = divergingColour(spread(value, tintLimit(column)), 1.0, option.palette);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const QRect area = option.rect.adjusted(1, 1, -1, -1);
        if (!selected)
            painter->fillRect(area, mixed(option.palette.color(QPalette::Base), tint, 0.6));
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace knockscape::ui
