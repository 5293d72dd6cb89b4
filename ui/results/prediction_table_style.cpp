#include "ui/results/prediction_table_style.h"

#include "ui/results/results_columns.h"
#include "ui/results/results_delegate.h"
#include "ui/results/results_model.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// The widest number there is, in the widest figures of the font: not every font has figures of one width.
QString widestIn(const QFontMetrics &metrics)
{
    QChar widest = QLatin1Char('0');
    for (char16_t figure = u'1'; figure <= u'9'; ++figure) {
        if (metrics.horizontalAdvance(QChar(figure)) > metrics.horizontalAdvance(widest)) {
            widest = QChar(figure);
        }
    }
    QString number = widestNumber();
    std::replace_if(
        number.begin(), number.end(), [](QChar c) { return c.isDigit(); }, widest);
    return number;
}

} // namespace

void styleRows(QTableView &table)
{
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + gridUnit);
    table.setItemDelegate(new ResultsDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.setCornerButtonEnabled(false);
    table.setIconSize({gridUnit * 3 / 2, gridUnit * 3 / 2});
}

void styleColumns(QTableView &table, int columns)
{
    const QFontMetrics metrics = table.fontMetrics();
    QHeaderView *header = table.horizontalHeader();
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    const int figures = metrics.horizontalAdvance(widestIn(metrics)) + 2 * gridUnit;
    for (int column = 0; column < columns; ++column) {
        const int title = metrics.horizontalAdvance(columnTitle(static_cast<ResultsColumn>(column))) + 4 * gridUnit;
        header->resizeSection(column, std::max(figures, title));
    }
    header->resizeSection(0, metrics.horizontalAdvance(QStringLiteral("hxk2Δ pgi1Δ zwf1Δ")) + 3 * gridUnit);
    header->resizeSection(static_cast<int>(ResultsColumn::Count), 5 * gridUnit);
    if (const int simulated = static_cast<int>(ResultsColumn::Simulated); simulated < columns)
        header->resizeSection(simulated,
                              std::max(header->sectionSize(simulated),
                                       metrics.horizontalAdvance(ResultsModel::tr("– not in model")) + 2 * gridUnit));
    header->setStretchLastSection(true);
}

} // namespace knockscape::ui
