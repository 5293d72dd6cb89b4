#include "ui/screening/screen_table.h"

#include "ui/results/prediction_table_style.h"
#include "ui/results/results_clipboard.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace knockscape::ui
{

ScreenTable::ScreenTable(ScreenTableModel *model, QWidget *parent) : PinnedColumnTable(parent), model_(model)
{
    setObjectName(QStringLiteral("screenTable"));
    setAccessibleName(tr("Genotypes of the screen"));
    styleRows(*this);
    setModel(model);
    setVerticalScrollMode(ScrollPerItem);
    styleColumns(*this, ScreenTableModel::Simulated);
    const int figures = columnWidth(static_cast<int>(ResultsColumn::Fitness));
    setColumnWidth(ScreenTableModel::Simulated, figures + gridUnit);
    setColumnWidth(ScreenTableModel::Agree, fontMetrics().horizontalAdvance(tr("simulation disagrees")) + 5 * gridUnit);
    setColumnWidth(ScreenTableModel::Essential,
                   fontMetrics().horizontalAdvance(QStringLiteral("CDC19 CDC28")) + 5 * gridUnit);
    // What is simulated stands beside what is predicted.
    horizontalHeader()->moveSection(ScreenTableModel::Simulated, static_cast<int>(ResultsColumn::FitnessSd) + 1);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(ScreenTableModel::Agree),
                                    horizontalHeader()->visualIndex(static_cast<int>(ResultsColumn::Interaction)) + 1);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ScreenTable::sortRequested);
    connect(this, &QWidget::customContextMenuRequested, this, &ScreenTable::showMenu);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { emit activatedRow(index.row()); });
}

void ScreenTable::showSorted(int column, Qt::SortOrder order)
{
    showSortIndicator(column, order);
}

std::vector<int> ScreenTable::selectedTableRows() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        ranges.emplace_back(range.top(), range.bottom());
    }
    std::sort(ranges.begin(), ranges.end());
    std::vector<int> rows;
    int next = 0;
    for (const auto &[top, bottom] : ranges) {
        for (int row = std::max(top, next); row <= bottom && rows.size() < mostSelected; ++row) {
            rows.push_back(row);
        }
        next = std::max(next, bottom + 1);
    }
    return rows;
}

std::vector<PredictionRow> ScreenTable::selectedRows() const
{
    std::vector<PredictionRow> rows;
    for (const int row : selectedTableRows()) {
        rows.push_back(model_->at(row));
    }
    return rows;
}

void ScreenTable::copySelection() const
{
    const std::vector<PredictionRow> rows = selectedRows();
    if (!rows.empty()) {
        QApplication::clipboard()->setText(resultsAsText(rows, model_->cell()->genes));
    }
}

void ScreenTable::addSelection()
{
    std::vector<Genotype> genotypes;
    for (PredictionRow &row : selectedRows()) {
        genotypes.push_back(std::move(row.genotype));
    }
    if (!genotypes.empty()) {
        emit addRequested(genotypes);
    }
}

void ScreenTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && plain) {
        if (currentIndex().isValid()) {
            emit activatedRow(currentIndex().row());
        }
        return;
    }
    PinnedColumnTable::keyPressEvent(event);
}

void ScreenTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    PinnedColumnTable::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row()) {
        emit currentRowChanged(current.row());
    }
}

void ScreenTable::showMenu(const QPoint &position)
{
    if (!currentIndex().isValid()) {
        return;
    }
    QMenu menu(this);
    QAction *open = menu.addAction(themedIcon(QStringLiteral("knockout")), tr("Make it the knockout set"));
    open->setShortcut(Qt::Key_Return);
    QAction *add = menu.addAction(themedIcon(QStringLiteral("add")), tr("Add to the list of genotypes"));
    QAction *simulate = menu.addAction(themedIcon(QStringLiteral("metabolism")), tr("Simulate growth"));
    simulate->setEnabled(simulationReason_.isEmpty());
    QAction *copy = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    const QAction *chosen = menu.exec(viewport()->mapToGlobal(position));
    if (chosen == open) {
        emit activatedRow(currentIndex().row());
    } else if (chosen == simulate) {
        emit simulationRequested();
    } else if (chosen == add) {
        addSelection();
    } else if (chosen == copy) {
        copySelection();
    }
}

} // namespace knockscape::ui
