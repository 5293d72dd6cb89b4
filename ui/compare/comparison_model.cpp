#include "ui/compare/comparison_model.h"

#include "engine/core/text.h"
#include "engine/store/table_writer.h"
#include "ui/genes/gene_names.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

bool isNumber(int column)
{
    return column != ComparisonModel::Knockouts && column != ComparisonModel::Use && column != ComparisonModel::Source;
}

const char *splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return "train";
    case Split::Validation:
        return "validation";
    case Split::Test:
        return "test";
    case Split::Unassigned:
        break;
    }
    return "";
}

} // namespace

void ComparisonModel::show(std::shared_ptr<const Cell> cell, ComparisonPtr comparison, std::vector<std::uint32_t> rows,
                           Phenotype phenotype)
{
    beginResetModel();
    cell_ = std::move(cell);
    comparison_ = std::move(comparison);
    rows_ = comparison_ ? std::move(rows) : std::vector<std::uint32_t>();
    phenotype_ = phenotype;
    sortRows();
    endResetModel();
}

int ComparisonModel::sourceRow(int row) const
{
    return row >= 0 && row < rowCount() ? static_cast<int>(rows_[static_cast<std::size_t>(row)]) : -1;
}

int ComparisonModel::rowOfSource(int source) const
{
    const auto found = std::find(rows_.begin(), rows_.end(), static_cast<std::uint32_t>(source));
    return source < 0 || found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString ComparisonModel::label(int source) const
{
    return deletionLabel(cell_->genes, genotype(source));
}

const Genotype &ComparisonModel::genotype(int source) const
{
    return comparison_->rows()[static_cast<std::size_t>(source)].genotype;
}

QString ComparisonModel::useText(int source) const
{
    switch (comparison_->splits[static_cast<std::size_t>(source)]) {
    case Split::Train:
        return tr("trained on");
    case Split::Validation:
        return tr("validation");
    case Split::Test:
        return tr("held out");
    case Split::Unassigned:
        break;
    }
    return tr("not seen");
}

double ComparisonModel::value(int source, Column column) const
{
    const auto row = static_cast<std::size_t>(source);
    switch (column) {
    case Order:
        return static_cast<double>(comparison_->rows()[row].genotype.size());
    case Measured:
        return comparison_->measuredValue(row, phenotype_);
    case Predicted:
        return comparison_->predictedValue(row, phenotype_);
    case Residual:
        return comparison_->predictedValue(row, phenotype_) - comparison_->measuredValue(row, phenotype_);
    case Support:
        if (comparison_->predictions[row].support >= 0) {
            return static_cast<double>(comparison_->predictions[row].support);
        }
        break;
    default:
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ComparisonModel::text(int source, Column column) const
{
    switch (column) {
    case Knockouts:
        return label(source);
    case Use:
        return useText(source);
    case Source:
        return QString::fromStdString(comparison_->rows()[static_cast<std::size_t>(source)].source);
    case Residual:
        return formatSigned(value(source, column));
    case Measured:
    case Predicted:
        return phenotype_ == Phenotype::Fitness ? formatFitness(value(source, column))
                                                : formatSigned(value(source, column));
    default:
        break;
    }
    const double number = value(source, column);
    return std::isnan(number) ? QStringLiteral("–") : formatCount(static_cast<std::int64_t>(number));
}

QString ComparisonModel::toolTip(int source, Column column) const
{
    const auto row = static_cast<std::size_t>(source);
    if (column == Knockouts) {
        return deletionToolTip(cell_->genes, genotype(source));
    }
    if (column == Use) {
        return comparison_->splits[row] == Split::Train
                   ? tr("The model learnt from this row: that it fits says nothing about new genotypes")
                   : tr("The model did not learn from this row");
    }
    QString text = formatExact(value(source, column));
    const double deviation = comparison_->rows()[row].fitnessSd;
    if (column == Measured && phenotype_ == Phenotype::Fitness && !std::isnan(deviation)) {
        text += QStringLiteral(" ± ") + formatExact(deviation);
    }
    return text;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !comparison_) {
        return {};
    }
    const int source = sourceRow(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(source, column);
    case Qt::ToolTipRole:
        return toolTip(source, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setItalic(column == Knockouts);
        return font;
    }
    case Qt::ForegroundRole:
        return comparison_->splits[static_cast<std::size_t>(source)] == Split::Train
                   ? QVariant(dimmedText(QGuiApplication::palette()))
                   : QVariant();
    case valueRole:
        return value(source, column);
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const bool fitness = phenotype_ == Phenotype::Fitness;
    const LabelKind kind = comparison_ ? comparison_->measured->kind() : LabelKind::Unknown;
    const bool simulated = kind == LabelKind::Simulated;
    const QString label = simulated                  ? tr("Simulated")
                          : kind == LabelKind::Mixed ? tr("Measured or simulated")
                                                     : tr("Measured");
    const QString titles[ColumnCount] = {tr("Knockouts"), tr("n"),   label,        tr("Predicted"),
                                         tr("Residual"),  tr("Row"), tr("Source"), tr("Support")};
    const QString tips[ColumnCount] = {
        tr("The deleted genes by standard name"),
        tr("Number of deleted genes"),
        simulated ? (fitness ? tr("Growth by flux balance, relative to wild type (= 1); nothing was measured")
                             : tr("Interaction (ε for pairs, τ for triples) of simulated growth; nothing was measured"))
        : fitness ? tr("Measured growth relative to wild type (= 1)")
                  : tr("Measured interaction (ε for pairs, τ for triples); negative: sicker than expected"),
        fitness ? tr("Predicted growth relative to wild type (= 1)")
                : tr("Predicted interaction; negative: sicker than expected"),
        simulated ? tr("Predicted minus simulated; positive: the model is too optimistic")
                  : tr("Predicted minus measured; positive: the model is too optimistic"),
        tr("What training did with this row"),
        tr("Where the label comes from"),
        tr("Training genotypes that held the least trained of the genes")};
    if (role == Qt::DisplayRole) {
        return titles[section];
    }
    if (role == Qt::ToolTipRole) {
        return tips[section];
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

void ComparisonModel::sort(int column, Qt::SortOrder order)
{
    sortColumn_ = column;
    sortOrder_ = order;
    beginResetModel();
    sortRows();
    endResetModel();
}

void ComparisonModel::sortRows()
{
    if (!comparison_) {
        return;
    }
    std::sort(rows_.begin(), rows_.end());
    if (sortColumn_ < 0) {
        return;
    }
    const auto column = static_cast<Column>(sortColumn_);
    const auto ordered = [&](auto key) {
        std::vector<std::pair<decltype(key(0U)), std::uint32_t>> keyed;
        keyed.reserve(rows_.size());
        for (const std::uint32_t row : rows_) {
            keyed.emplace_back(key(row), row);
        }
        std::stable_sort(keyed.begin(), keyed.end(), [&](const auto &a, const auto &b) {
            return sortOrder_ == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
        });
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            rows_[i] = keyed[i].second;
        }
    };
    if (isNumber(column)) {
        // Missing values last in either direction.
        const double missing = sortOrder_ == Qt::AscendingOrder ? std::numeric_limits<double>::infinity()
                                                                : -std::numeric_limits<double>::infinity();
        ordered([&](std::uint32_t row) {
            const double number = value(static_cast<int>(row), column);
            return std::isnan(number) ? missing : number;
        });
    } else {
        ordered([&](std::uint32_t row) { return text(static_cast<int>(row), column); });
    }
}

void writeComparison(const QString &file, const Cell &cell, const Comparison &comparison,
                     const std::vector<std::uint32_t> &sources, const Provenance &about)
{
    TableSource table;
    table.columns = {"knockouts",
                     "names",
                     "n",
                     "measured_fitness",
                     "fitness",
                     "fitness_residual",
                     "measured_interaction",
                     "interaction",
                     "interaction_residual",
                     "support",
                     "source",
                     "split"};
    table.numeric = {false, false, true, true, true, true, true, true, true, true, false, false};
    table.rowCount = sources.size();
    table.fill = [&](std::size_t row, std::vector<std::string> &cells) {
        const std::size_t source = sources[row];
        const Label &label = comparison.rows()[source];
        const Prediction &prediction = comparison.predictions[source];
        const auto number = [](double value) { return std::isnan(value) ? std::string() : formatNumber(value); };
        cells[0] = label.genotype.empty() ? "WT" : cell.genes.ids(label.genotype);
        cells[1] = label.genotype.empty() ? "WT" : cell.genes.labels(label.genotype);
        cells[2] = std::to_string(label.genotype.size());
        cells[3] = number(label.fitness);
        cells[4] = number(prediction.fitness);
        cells[5] = number(prediction.fitness - label.fitness);
        cells[6] = number(label.interaction);
        cells[7] = number(prediction.interaction);
        cells[8] = number(prediction.interaction - label.interaction);
        cells[9] = prediction.support >= 0 ? std::to_string(prediction.support) : std::string();
        cells[10] = label.source;
        cells[11] = splitName(comparison.splits[source]);
    };
    writeTable(file.toStdString(), table, about);
}

} // namespace knockscape::ui
