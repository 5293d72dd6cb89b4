#include "ui/screening/screen_table_model.h"

#include "ui/genes/gene_names.h"
#include "ui/results/results_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape::ui
{
namespace
{

using Column = ResultsColumn;

constexpr std::array<std::pair<Column, const char *>, 10> expressions{{
    {Column::Count, "n"},
    {Column::Fitness, "fitness"},
    {Column::FitnessSd, "fitness_sd"},
    {Column::Delta, "fitness_delta"},
    {Column::Expected, "expected_fitness"},
    {Column::Epistasis, "epistasis"},
    {Column::Interaction, "interaction"},
    {Column::InteractionSd, "interaction_sd"},
    {Column::Support, "support"},
    {Column::InRange, "in_range"},
}};

bool isDoubtful(const PredictionRow &row, Column column)
{
    return (column == Column::InRange && !row.prediction.inRange) ||
           (column == Column::Support && row.prediction.support == 0);
}

} // namespace

ScreenTableModel::ScreenTableModel(QObject *parent) : QAbstractTableModel(parent) {}

void ScreenTableModel::clear()
{
    beginResetModel();
    cell_.reset();
    rows_.reset();
    order_.reset();
    read_ = -1;
    endResetModel();
}

void ScreenTableModel::show(std::shared_ptr<const Cell> cell, std::shared_ptr<const ScreenRows> rows,
                            std::shared_ptr<const RowOrder> order)
{
    // A reset makes the view lay millions of rows out again; another order of as many rows changes only what they say.
    const bool sameSize = order_ && order_->size() == order->size() && order->size() > 0;
    if (!sameSize) {
        beginResetModel();
    }
    cell_ = std::move(cell);
    rows_ = std::move(rows);
    order_ = std::move(order);
    read_ = -1;
    if (sameSize) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    } else {
        endResetModel();
    }
}

const PredictionRow &ScreenTableModel::at(int row) const
{
    if (row != read_) {
        rows_->read({(*order_)[static_cast<std::uint64_t>(row)], 1}, block_);
        const auto genes = block_.genesOf(0);
        row_.genotype = Genotype(std::vector<GeneIndex>(genes.begin(), genes.end()));
        row_.prediction = block_.predictions.front();
        read_ = row;
    }
    return row_;
}

int ScreenTableModel::rowCount(const QModelIndex &parent) const
{
    constexpr std::uint64_t most = std::numeric_limits<int>::max();
    return parent.isValid() || !order_ ? 0 : static_cast<int>(std::min(order_->size(), most));
}

int ScreenTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ScreenTableModel::text(const PredictionRow &row, ResultsColumn column) const
{
    switch (column) {
    case Column::Knockouts:
        return deletionLabel(cell_->genes, row.genotype);
    case Column::Count:
        return formatCount(static_cast<std::int64_t>(row.genotype.size()));
    case Column::Support:
        return row.prediction.support < 0 ? QStringLiteral("–") : formatCount(row.prediction.support);
    case Column::InRange:
        return row.prediction.inRange ? tr("yes") : tr("no");
    default:
        break;
    }
    const double value = columnValue(row, column);
    return isSigned(column) ? formatSigned(value) : formatFitness(value);
}

QString ScreenTableModel::toolTip(const PredictionRow &row, ResultsColumn column) const
{
    if (column == Column::Knockouts) {
        return deletionToolTip(cell_->genes, row.genotype);
    }
    if (column == Column::InRange && !row.prediction.inRange) {
        return tr("Outside the range of the training labels: an extrapolation");
    }
    if (column == Column::Support && row.prediction.support == 0) {
        return tr("No training genotype held one of these genes: the prediction rests on networks alone");
    }
    const double value = columnValue(row, column);
    return std::isnan(value) ? tr("not available") : formatExact(value);
}

QVariant ScreenTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(at(index.row()), column);
    case Qt::ToolTipRole:
        return toolTip(at(index.row()), column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (isNumeric(column)) {
            return numberFont();
        }
        QFont font = QGuiApplication::font();
        font.setItalic(column == Column::Knockouts);
        return font;
    }
    case Qt::DecorationRole:
        return isDoubtful(at(index.row()), column)
                   ? themedIcon(QStringLiteral("warning"),
                                severityColour(Severity::Warning, QGuiApplication::palette()))
                   : QVariant();
    case Qt::ForegroundRole:
        return isDoubtful(at(index.row()), column) ? severityColour(Severity::Warning, QGuiApplication::palette())
                                                   : QVariant();
    case ResultsModel::valueRole:
        return columnValue(at(index.row()), column);
    default:
        return {};
    }
}

QVariant ScreenTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::ToolTipRole:
        return column == Column::Knockouts ? tr("%1; sorts in the order of the screen").arg(columnToolTip(column))
                                           : columnToolTip(column);
    case Qt::TextAlignmentRole:
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

std::string ScreenTableModel::expressionOf(ResultsColumn column)
{
    for (const auto &[candidate, expression] : expressions) {
        if (candidate == column) {
            return expression;
        }
    }
    return {};
}

ResultsColumn ScreenTableModel::columnOf(const std::string &expression)
{
    for (const auto &[column, candidate] : expressions) {
        if (expression == candidate) {
            return column;
        }
    }
    return Column::Knockouts;
}

} // namespace knockscape::ui
