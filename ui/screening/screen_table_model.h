#pragma once

#include "engine/cell/cell.h"
#include "engine/inference/screen_query.h"
#include "ui/results/results_columns.h"
#include "ui/screening/screen_simulation.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The rows of a screen in an order: nothing is stored per row, a row is read from the screen when it is looked at, so
/// that tens of millions take no memory here. Columns are those of the results table up to "in range", then what was
/// simulated, how the answers agree, and essential genes; the roles are those of the results table.
class ScreenTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Columns beside those of a prediction.
    enum Beside { Simulated = static_cast<int>(ResultsColumn::InRange) + 1, Agree, Essential };
    static constexpr int columns = Essential + 1;

    /// `simulation` must outlive the model.
    explicit ScreenTableModel(ScreenSimulation *simulation, QObject *parent = nullptr);

    /// Whether the rows are simulated, not predicted.
    void setSimulatedAnswers(bool simulated);
    void clear();
    /// Shows `rows` in `order`; rows of `cell`.
    void show(std::shared_ptr<const Cell> cell, std::shared_ptr<const ScreenRows> rows,
              std::shared_ptr<const RowOrder> order);

    const std::shared_ptr<const ScreenRows> &rows() const noexcept { return rows_; }
    const std::shared_ptr<const RowOrder> &order() const noexcept { return order_; }
    const std::shared_ptr<const Cell> &cell() const noexcept { return cell_; }
    /// What table row `row` shows.
    const PredictionRow &at(int row) const;
    /// Its place in rows().
    std::uint64_t sourceOf(int row) const { return (*order_)[static_cast<std::uint64_t>(row)]; }
    /// True where a gene of the cell is known to be essential.
    bool knowsEssentialGenes() const noexcept { return knowsEssential_; }

    QString titleOf(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The expression that a column is sorted by; empty for the order of the screen.
    static std::string expressionOf(ResultsColumn column);
    /// The column of an expression; Knockouts where there is none.
    static ResultsColumn columnOf(const std::string &expression);

private:
    QString text(const PredictionRow &row, ResultsColumn column) const;
    QString toolTip(const PredictionRow &row, ResultsColumn column) const;
    QVariant beside(const PredictionRow &row, int column, int role) const;
    QVariant simulated(const PredictionRow &row, int role) const;
    QVariant agreement(const PredictionRow &row, int role) const;
    QVariant essential(const PredictionRow &row, int role) const;
    std::vector<GeneIndex> essentialOf(const PredictionRow &row) const;
    void seeSimulated();

    ScreenSimulation *simulation_;
    bool simulatedAnswers_ = false;
    std::vector<char> essential_;
    bool knowsEssential_ = false;

    std::shared_ptr<const Cell> cell_;
    std::shared_ptr<const ScreenRows> rows_;
    std::shared_ptr<const RowOrder> order_;
    /// The row that was read last: a view asks for its cells one after the other.
    mutable int read_ = -1;
    mutable PredictionRow row_;
    mutable PredictionBlock block_;
};

} // namespace knockscape::ui
