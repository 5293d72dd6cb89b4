#include "ui/screening/screen_table_model.h"

#include "engine/cell/essentiality.h"
#include "ui/genes/gene_names.h"
#include "ui/results/results_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
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

struct Table {
    Q_DECLARE_TR_FUNCTIONS(ScreenTableModel)
};

QString besideToolTip(int column)
{
    switch (column) {
    case ScreenTableModel::Simulated:
        return Table::tr(
            "Growth relative to wild type by flux balance analysis, of the rows that were simulated; sorts "
            "and shows those alone");
    case ScreenTableModel::Agree:
        return Table::tr(
            "Whether the model's two answers, and the simulation where there is one, say the same: of pairs "
            "their interaction, of other genotypes their fitness");
    default:
        return Table::tr("Deleted genes that are known to be essential");
    }
}

QString agreementText(AnswerAgreement agreement)
{
    switch (agreement) {
    case AnswerAgreement::Agree:
        return Table::tr("agree");
    case AnswerAgreement::HeadsDisagree:
        return Table::tr("heads disagree");
    case AnswerAgreement::SimulationDisagrees:
        return Table::tr("simulation disagrees");
    case AnswerAgreement::Disagree:
        return Table::tr("all disagree");
    case AnswerAgreement::Unknown:
        break;
    }
    return {};
}

/// The answers themselves: which says what.
QString agreementToolTip(const PredictionRow &row, const std::optional<SimulatedRow> &simulated)
{
    QStringList lines;
    if (row.genotype.size() == 2) {
        lines << Table::tr("interaction head: %1").arg(formatSigned(row.prediction.interaction))
              << Table::tr("fitness − expected: %1").arg(formatSigned(row.prediction.epistasis()));
        if (simulated && !std::isnan(simulated->epistasis)) {
            lines << Table::tr("simulated − expected of the simulated singles: %1")
                         .arg(formatSigned(simulated->epistasis));
        }
    } else {
        lines << Table::tr("predicted fitness: %1").arg(formatFitness(row.prediction.fitness));
        if (simulated && !std::isnan(simulated->fitness)) {
            lines << Table::tr("simulated fitness: %1").arg(formatFitness(simulated->fitness));
        }
    }
    if (!simulated) {
        lines << Table::tr("not simulated");
    } else if (simulated->genesInModel < row.genotype.size()) {
        lines << (simulated->genesInModel == 0
                      ? Table::tr("none of these genes is in the metabolic model")
                      : Table::tr("not every gene is in the metabolic model: it tells of no interaction"));
    } else if (std::isnan(simulated->fitness)) {
        lines << QString::fromStdString(simulated->status);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ScreenTableModel::ScreenTableModel(ScreenSimulation *simulation, QObject *parent)
    : QAbstractTableModel(parent), simulation_(simulation)
{
    connect(simulation, &ScreenSimulation::changed, this, &ScreenTableModel::seeSimulated);
}

/// Rows that are in sight ask again; there may be millions.
void ScreenTableModel::seeSimulated()
{
    if (rowCount() > 0) {
        emit dataChanged(index(0, Simulated), index(rowCount() - 1, Agree));
    }
}

void ScreenTableModel::setSimulatedAnswers(bool simulated)
{
    simulatedAnswers_ = simulated;
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

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
    if (cell != cell_) {
        essential_ = essentialGenes(cell->genes);
        knowsEssential_ = std::find(essential_.begin(), essential_.end(), 1) != essential_.end();
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
    if (index.column() >= Simulated) {
        return beside(at(index.row()), index.column(), role);
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
        return titleOf(section);
    case Qt::ToolTipRole:
        if (section >= Simulated) {
            return besideToolTip(section);
        }
        return column == Column::Knockouts ? tr("%1; sorts in the order of the screen").arg(columnToolTip(column))
                                           : columnToolTip(column, simulatedAnswers_);
    case Qt::TextAlignmentRole: {
        const bool numeric = section >= Simulated ? section == Simulated : isNumeric(column);
        return QVariant((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QString ScreenTableModel::titleOf(int column) const
{
    return column == Simulated   ? tr("Simulated")
           : column == Agree     ? tr("Agreement")
           : column == Essential ? tr("Essential")
                                 : columnTitle(static_cast<Column>(column), simulatedAnswers_);
}

QVariant ScreenTableModel::beside(const PredictionRow &row, int column, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return QVariant((column == Simulated ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return column == Simulated ? simulated(row, role) : column == Agree ? agreement(row, role) : essential(row, role);
}

QVariant ScreenTableModel::simulated(const PredictionRow &row, int role) const
{
    const std::optional<SimulatedRow> known = simulation_->find(row.genotype);
    const bool outside = known && known->genesInModel == 0 && !row.genotype.empty();
    switch (role) {
    case Qt::DisplayRole:
        return !known                          ? QVariant()
               : outside                       ? tr("–")
               : known->status == "infeasible" ? tr("%1 infeasible").arg(formatFitness(known->fitness))
                                               : formatFitness(known->fitness);
    case Qt::FontRole:
        return numberFont();
    case ResultsModel::valueRole:
        return known ? known->fitness : std::numeric_limits<double>::quiet_NaN();
    case Qt::ToolTipRole:
        if (!known) {
            return tr("Not simulated: “Simulate” above the table does");
        }
        if (outside) {
            return tr("Not in the metabolic model: it knows none of these genes, and says nothing about them");
        }
        if (std::isnan(known->fitness)) {
            return QString::fromStdString(known->status);
        }
        if (known->status == "infeasible") {
            return tr("%1\ninfeasible: not even maintenance can be met, so that growth is 0")
                .arg(formatExact(known->fitness));
        }
        return known->genesInModel < row.genotype.size()
                   ? tr("%1; not every gene is in the metabolic model").arg(formatExact(known->fitness))
                   : formatExact(known->fitness);
    default:
        return {};
    }
}

QVariant ScreenTableModel::agreement(const PredictionRow &row, int role) const
{
    const AnswerAgreement agreement = simulation_->agreementOf(row);
    const bool doubtful = agreement != AnswerAgreement::Agree && agreement != AnswerAgreement::Unknown;
    switch (role) {
    case Qt::DisplayRole: {
        const std::optional<SimulatedRow> known = simulation_->find(row.genotype);
        const bool outside = known && known->genesInModel == 0 && !row.genotype.empty();
        return agreement == AnswerAgreement::Unknown && outside ? tr("not in the metabolic model")
                                                                : agreementText(agreement);
    }
    case Qt::ToolTipRole:
        return agreementToolTip(row, simulation_->find(row.genotype));
    case Qt::DecorationRole:
        if (agreement == AnswerAgreement::Unknown) {
            return {};
        }
        return doubtful ? QVariant(themedIcon(QStringLiteral("warning"),
                                              severityColour(Severity::Warning, QGuiApplication::palette())))
                        : QVariant(themedIcon(QStringLiteral("check")));
    case Qt::ForegroundRole:
        return doubtful ? QVariant(severityColour(Severity::Warning, QGuiApplication::palette())) : QVariant();
    case ResultsModel::valueRole:
        return static_cast<int>(agreement);
    default:
        return {};
    }
}

std::vector<GeneIndex> ScreenTableModel::essentialOf(const PredictionRow &row) const
{
    std::vector<GeneIndex> found;
    for (const GeneIndex gene : row.genotype.genes()) {
        if (essential_[static_cast<std::size_t>(gene)] != 0) {
            found.push_back(gene);
        }
    }
    return found;
}

QVariant ScreenTableModel::essential(const PredictionRow &row, int role) const
{
    const std::vector<GeneIndex> genes = essentialOf(row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        QStringList names;
        for (const GeneIndex gene : genes) {
            names << geneLabel(cell_->genes, gene);
        }
        if (role == Qt::DisplayRole || names.isEmpty()) {
            return names.join(QLatin1Char(' '));
        }
        return tr("Known to be essential: deleting %1 alone is lethal", nullptr, static_cast<int>(names.size()))
            .arg(names.join(QStringLiteral(", ")));
    }
    case Qt::DecorationRole:
        return genes.empty() ? QVariant()
                             : QVariant(themedIcon(QStringLiteral("warning"),
                                                   severityColour(Severity::Warning, QGuiApplication::palette())));
    case ResultsModel::valueRole:
        return static_cast<int>(genes.size());
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
