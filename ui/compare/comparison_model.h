#pragma once

#include "engine/cell/cell.h"
#include "engine/store/provenance.h"
#include "ui/compare/comparison.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The chosen rows of a comparison as a table that sorts itself. "Source" is the row of the measured labels, by which
/// plot and table are linked; a "row" is a place in the table as seen.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Knockouts, Order, Measured, Predicted, Residual, Use, Source, Support, ColumnCount };
    /// The number of a numeric cell (double, NaN for none).
    static constexpr int valueRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows `rows` of `comparison`; null empties the table.
    void show(std::shared_ptr<const Cell> cell, ComparisonPtr comparison, std::vector<std::uint32_t> rows,
              Phenotype phenotype);
    const ComparisonPtr &comparison() const noexcept { return comparison_; }
    const std::vector<std::uint32_t> &seenRows() const noexcept { return rows_; }
    Phenotype phenotype() const noexcept { return phenotype_; }
    int sourceRow(int row) const;
    /// The row a source row is seen in, or -1.
    int rowOfSource(int source) const;
    QString label(int source) const;
    const Genotype &genotype(int source) const;
    /// "test", "training", …; what training did with the row.
    QString useText(int source) const;
    double value(int source, Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the order of the file.
    void sort(int column, Qt::SortOrder order) override;

private:
    QString text(int source, Column column) const;
    QString toolTip(int source, Column column) const;
    void sortRows();

    std::shared_ptr<const Cell> cell_;
    ComparisonPtr comparison_;
    std::vector<std::uint32_t> rows_;
    Phenotype phenotype_ = Phenotype::Fitness;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

/// Writes rows `sources` of `model`'s comparison as the name of `file` says (.csv, .tsv, .xlsx): knockouts, names, n,
/// measured and predicted values of both phenotypes, residuals, source and split; and where they come from. Throws
/// EngineError.
void writeComparison(const QString &file, const Cell &cell, const Comparison &comparison,
                     const std::vector<std::uint32_t> &sources, const Provenance &about);

} // namespace knockscape::ui
