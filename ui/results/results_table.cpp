#include "ui/results/results_table.h"

#include "ui/results/prediction_table_style.h"
#include "ui/results/results_clipboard.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace knockscape::ui
{

ResultsTable::ResultsTable(ResultsModel *model, QWidget *parent) : PinnedColumnTable(parent), model_(model)
{
    setObjectName(QStringLiteral("resultsTable"));
    setAccessibleName(tr("Predictions"));
    styleRows(*this);
    setModel(model);
    styleColumns(*this, resultsColumnCount);
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ResultsTable::sortBy);
    setColumnHidden(static_cast<int>(ResultsColumn::FitnessSd), true);
    setColumnHidden(static_cast<int>(ResultsColumn::InteractionSd), true);
    setColumnHidden(static_cast<int>(ResultsColumn::Essential), !model_->knowsEssential());
    // The headline interaction before what it is compared with.
    placeBefore(ResultsColumn::Interaction, ResultsColumn::Expected);
    placeBefore(ResultsColumn::InteractionSd, ResultsColumn::Expected);
    // Beside what was predicted, once there is something to show.
    const int simulated = static_cast<int>(ResultsColumn::Simulated);
    placeBefore(ResultsColumn::Simulated, ResultsColumn::Delta);
    setColumnHidden(simulated, true);
    connect(model, &ResultsModel::simulatedSeen, this, [this, simulated] { setColumnHidden(simulated, false); });
    connect(model, &QAbstractItemModel::modelReset, this, [this, simulated] {
        if (!model_->hasSimulated() && model_->rows().empty()) {
            setColumnHidden(simulated, true);
            setColumnHidden(static_cast<int>(ResultsColumn::Essential), !model_->knowsEssential());
        }
    });
    connect(model, &ResultsModel::ensembleSeen, this, [this] {
        setColumnHidden(static_cast<int>(ResultsColumn::FitnessSd), false);
        setColumnHidden(static_cast<int>(ResultsColumn::InteractionSd), false);
    });
}

void ResultsTable::placeBefore(ResultsColumn column, ResultsColumn next)
{
    QHeaderView *header = horizontalHeader();
    const int from = header->visualIndex(static_cast<int>(column));
    const int to = header->visualIndex(static_cast<int>(next));
    header->moveSection(from, from < to ? to - 1 : to);
}

void ResultsTable::sortBy(int column, Qt::SortOrder order)
{
    ownOrder_ = true;
    keepingSelection([&] { model_->sort(column, order); });
}

void ResultsTable::startOrder(ResultsColumn column)
{
    ownOrder_ = false;
    followOrder(column);
}

void ResultsTable::followOrder(ResultsColumn column)
{
    if (ownOrder_)
        return;
    showSortIndicator(static_cast<int>(column), Qt::AscendingOrder);
    keepingSelection([&] { model_->sort(static_cast<int>(column), Qt::AscendingOrder); });
}

std::vector<int> ResultsTable::selectedSources() const
{
    std::vector<int> sources;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            sources.push_back(model_->sourceRow(row));
    }
    // Ranges are in the order of clicking, and may hold a row twice when columns were selected piecewise.
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

int ResultsTable::currentSource() const
{
    return currentIndex().isValid() ? model_->sourceRow(currentIndex().row()) : -1;
}

void ResultsTable::restore(const std::vector<int> &selected, int current)
{
    std::vector<int> rows;
    for (const int source : selected) {
        if (const int row = model_->rowOfSource(source); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    // Neighbouring rows become one range: selecting everything stays one.
    QItemSelection selection;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.append(
            QItemSelectionRange(model_->index(rows[first], 0), model_->index(rows[last], model_->columnCount() - 1)));
        first = last + 1;
    }
    const int row = model_->rowOfSource(current);
    if (row >= 0)
        selectionModel()->setCurrentIndex(model_->index(row, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (row >= 0)
        scrollTo(model_->index(row, 0));
}

void ResultsTable::selectSources(const std::vector<int> &sources, int current)
{
    quiet_ = true;
    restore(sources, current);
    quiet_ = false;
}

void ResultsTable::copySelection() const
{
    if (!model_->cell())
        return;
    std::vector<std::pair<int, int>> seen;
    for (const int source : selectedSources())
        seen.emplace_back(model_->rowOfSource(source), source);
    if (seen.empty())
        return;
    std::sort(seen.begin(), seen.end());
    std::vector<PredictionRow> rows;
    rows.reserve(seen.size());
    for (const auto &[row, source] : seen)
        rows.push_back(model_->rows()[static_cast<std::size_t>(source)]);
    QApplication::clipboard()->setText(resultsAsText(rows, model_->cell()->genes));
}

void ResultsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentSource() >= 0)
            emit chosen(currentSource());
        return;
    }
    PinnedColumnTable::keyPressEvent(event);
}

void ResultsTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    PinnedColumnTable::selectionChanged(selected, deselected);
    if (!quiet_)
        emit selectionEdited();
}

void ResultsTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    PinnedColumnTable::currentChanged(current, previous);
    if (!quiet_ && current.isValid())
        emit currentEdited(model_->sourceRow(current.row()));
}

} // namespace knockscape::ui
