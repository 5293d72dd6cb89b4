#pragma once

#include "ui/results/results_model.h"
#include "ui/tables/pinned_column_table.h"

#include <vector>

namespace knockscape::ui
{

/// The table of the results: keeps selection and current row, by source row, when rows are sorted or filtered; copies
/// as tab-separated text (Ctrl+C); Return chooses a row.
class ResultsTable : public PinnedColumnTable
{
    Q_OBJECT

public:
    explicit ResultsTable(ResultsModel *model, QWidget *parent = nullptr);

    std::vector<int> selectedSources() const;
    int currentSource() const;
    /// Selects and shows these rows without emitting. `current` -1 keeps the current row.
    void selectSources(const std::vector<int> &sources, int current);
    void copySelection() const;
    /// Orders the rows of a new job by `column`, smallest first, until a person sorts them.
    void startOrder(ResultsColumn column);
    /// The same, unless a person has sorted the rows.
    void followOrder(ResultsColumn column);
    /// Runs `change`, which may reset the model, and puts selection, current row and scroll position back.
    template <typename Change>
    void keepingSelection(Change &&change)
    {
        const std::vector<int> selected = selectedSources();
        const int current = currentSource();
        const bool wasQuiet = quiet_;
        quiet_ = true;
        change();
        restore(selected, current);
        quiet_ = wasQuiet;
    }

signals:
    /// A person chose other rows.
    void selectionEdited();
    /// A person moved to another row.
    void currentEdited(int source);
    void chosen(int source);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void restore(const std::vector<int> &selected, int current);
    void sortBy(int column, Qt::SortOrder order);
    void placeBefore(ResultsColumn column, ResultsColumn next);

    ResultsModel *model_;
    bool quiet_ = false;
    /// A person sorted the rows, or put them back in the order of arrival.
    bool ownOrder_ = false;
};

} // namespace knockscape::ui
