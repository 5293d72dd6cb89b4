#pragma once

#include "ui/screening/screen_table_model.h"
#include "ui/tables/pinned_column_table.h"

namespace knockscape::ui
{

/// The table of a screen. Sorting is asked for, not done: it takes a moment for millions of rows. Return opens a
/// genotype, Ctrl+C copies the selected rows as tab-separated text, the menu key offers what can be done with them.
class ScreenTable : public PinnedColumnTable
{
    Q_OBJECT

public:
    /// Rows that are copied or added at once.
    static constexpr int mostSelected = 10'000;

    explicit ScreenTable(ScreenTableModel *model, QWidget *parent = nullptr);

    /// Genotypes of the selected rows in table order, at most `mostSelected`.
    std::vector<PredictionRow> selectedRows() const;
    /// The same as places in the table.
    std::vector<int> selectedTableRows() const;
    /// Why rows cannot be simulated; empty: they can.
    void setSimulationReason(const QString &reason) { simulationReason_ = reason; }
    /// Shows how rows are sorted without asking for it. Column -1: not.
    void showSorted(int column, Qt::SortOrder order);

signals:
    /// Column -1: the order of the screen.
    void sortRequested(int column, Qt::SortOrder order);
    void currentRowChanged(int row);
    /// Return or a double click.
    void activatedRow(int row);
    /// The selected rows are to be simulated.
    void simulationRequested();
    /// These rows go to the list of genotypes.
    void addRequested(const std::vector<knockscape::Genotype> &genotypes);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void copySelection() const;
    void addSelection();
    void showMenu(const QPoint &position);

    ScreenTableModel *model_;
    QString simulationReason_;
};

} // namespace knockscape::ui
