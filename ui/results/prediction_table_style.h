#pragma once

#include <QTableView>

namespace knockscape::ui
{

/// How every table of predictions looks and is selected in: whole rows of one height, so that nothing is measured and
/// positions are products. Call it before the model is set, which may have millions of rows.
void styleRows(QTableView &table);

/// Sortable headers, and widths for the first `columns` ResultsColumns: titles and numbers fit. The model must be set.
void styleColumns(QTableView &table, int columns);

} // namespace knockscape::ui
