// What the results table says: texts, tooltips and headers of ResultsModel.
#include "ui/results/results_model.h"

#include "engine/store/provenance.h"
#include "ui/genes/gene_names.h"
#include "ui/results/certainty.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

QString ResultsModel::text(const PredictionRow &row, ResultsColumn column) const
{
    switch (column) {
    case ResultsColumn::Knockouts:
        return label(row.genotype);
    case ResultsColumn::Count:
        return formatCount(static_cast<std::int64_t>(row.genotype.size()));
    case ResultsColumn::Support:
        return row.prediction.support < 0 ? QStringLiteral("–") : formatCount(row.prediction.support);
    case ResultsColumn::InRange:
        if (std::isnan(columnValue(row, column)))
            return QStringLiteral("–");
        return row.prediction.inRange ? tr("yes") : tr("no");
    case ResultsColumn::Essential:
        return essentialNames(row.genotype);
    case ResultsColumn::Status:
        return row.status == "ok" ? tr("ok") : QString::fromStdString(row.status);
    case ResultsColumn::Epistasis:
    case ResultsColumn::Interaction:
        // Of a single deletion the arithmetic gives zero, which is no measurement of anything.
        if (row.genotype.size() == 1)
            return QStringLiteral("–");
        break;
    default:
        break;
    }
    const double value = columnValue(row, column);
    return isSigned(column) ? formatSigned(value) : formatFitness(value);
}

QString ResultsModel::toolTip(const PredictionRow &row, ResultsColumn column) const
{
    if (column == ResultsColumn::Knockouts || column == ResultsColumn::Essential) {
        const QString essential = essentialNames(row.genotype);
        const QString genes = cell_ ? deletionToolTip(cell_->genes, row.genotype) : QString();
        return essential.isEmpty() ? genes
                                   : genes + QLatin1Char('\n') + tr("Essential, so not viable: %1").arg(essential);
    }
    if ((column == ResultsColumn::Interaction || column == ResultsColumn::Epistasis) && row.genotype.size() == 1)
        return tr("An interaction is one of at least two deletions");
    if (column == ResultsColumn::Interaction && !guide(row).interactionKnown && row.status == "ok")
        return guide(row).reason;
    if (column == ResultsColumn::InRange && row.status == "ok" && !row.prediction.inRange)
        return tr("Outside the range of the training labels: an extrapolation");
    if (column == ResultsColumn::Support && row.prediction.support == 0)
        return tr("No training genotype held one of these genes: the prediction rests on networks alone");
    if (column == ResultsColumn::Status || column == ResultsColumn::InRange)
        return text(row, column);
    const double value = columnValue(row, column);
    if (std::isnan(value))
        return tr("not available");
    const std::size_t deletions = row.genotype.size();
    const Certainty certainty =
        column == ResultsColumn::Fitness       ? fitnessCertainty(intervals_, row.prediction, deletions)
        : column == ResultsColumn::Interaction ? interactionCertainty(intervals_, row.prediction, deletions)
                                               : Certainty();
    QStringList lines{formatExact(value)};
    for (const QString &line : {certainty.words, certainty.explanation}) {
        if (!line.isEmpty())
            lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

bool ResultsModel::isEssentialHere(GeneIndex gene) const
{
    return gene >= 0 && static_cast<std::size_t>(gene) < essential_.size() &&
           essential_[static_cast<std::size_t>(gene)] != 0;
}

std::size_t ResultsModel::essentialCount(const Genotype &genotype) const
{
    const auto genes = genotype.genes();
    return static_cast<std::size_t>(
        std::count_if(genes.begin(), genes.end(), [this](GeneIndex gene) { return isEssentialHere(gene); }));
}

QString ResultsModel::essentialNames(const Genotype &genotype) const
{
    QStringList names;
    for (const GeneIndex gene : genotype.genes()) {
        if (isEssentialHere(gene))
            names << geneLabel(cell_->genes, gene);
    }
    return names.join(QStringLiteral(", "));
}

bool ResultsModel::isInfeasible(int source) const
{
    return isSimulated(source) && simulated_[static_cast<std::size_t>(source)].status == "infeasible";
}

QString ResultsModel::simulatedText(int source) const
{
    if (outsideMetabolism(source))
        return tr("– not in model");
    const double growth = simulated(source);
    if (std::isnan(growth))
        return isSimulated(source) ? QStringLiteral("–") : QString();
    // Growth of 0 because not even maintenance can be met is another answer than growth of 0.
    return isInfeasible(source) ? tr("%1 infeasible").arg(formatFitness(growth)) : formatFitness(growth);
}

QString ResultsModel::simulatedToolTip(int source) const
{
    if (outsideMetabolism(source))
        return tr("The metabolic model knows none of these genes: it says nothing about their deletion");
    const double growth = simulated(source);
    if (!isSimulated(source))
        return tr("not simulated");
    if (std::isnan(growth))
        return QString::fromStdString(simulated_[static_cast<std::size_t>(source)].status);
    const QString said = simulationMedium_.isEmpty() ? formatExact(growth)
                                                     : tr("%1, medium: %2").arg(formatExact(growth), simulationMedium_);
    return isInfeasible(source)
               ? said + QLatin1Char('\n') + tr("infeasible: not even maintenance can be met, so that growth is 0")
               : said;
}

bool ResultsModel::isOtherScore(const PredictionRow &row, ResultsColumn column) const
{
    if (column != ResultsColumn::Interaction && column != ResultsColumn::Epistasis)
        return false;
    return !simulatedAnswers_ && row.genotype.size() > 1 &&
           guide(row).interactionLeads == (column == ResultsColumn::Epistasis);
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    const int source = sourceRow(index.row());
    if (source < 0 || !index.isValid())
        return {};
    const PredictionRow &row = rows_[static_cast<std::size_t>(source)];
    const auto column = static_cast<ResultsColumn>(index.column());
    const bool failed = row.status != "ok";
    const bool doubtful = !failed && ((column == ResultsColumn::InRange && !row.prediction.inRange) ||
                                      (column == ResultsColumn::Support && row.prediction.support == 0));
    const bool isMarked = column == ResultsColumn::Knockouts && !essentialNames(row.genotype).isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        if (column == ResultsColumn::Simulated)
            return simulatedText(source);
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == ResultsColumn::Simulated)
            return simulatedToolTip(source);
        return toolTip(row, column);
    case Qt::DecorationRole:
        if (isMarked)
            return themedIcon(QStringLiteral("essential"),
                              severityColour(Severity::Warning, QGuiApplication::palette()));
        return doubtful ? themedIcon(QStringLiteral("warning"),
                                     severityColour(Severity::Warning, QGuiApplication::palette()))
                        : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (isNumeric(column))
            return numberFont();
        QFont font = QGuiApplication::font();
        font.setItalic(column == ResultsColumn::Knockouts && !row.genotype.empty());
        return font;
    }
    case Qt::ForegroundRole:
        if (column == ResultsColumn::Status)
            return failed && !(simulatedAnswers_ && row.status == "infeasible")
                       ? severityColour(Severity::Error, QGuiApplication::palette())
                       : dimmedText(QGuiApplication::palette());
        if (isOtherScore(row, column) || (column == ResultsColumn::Simulated && outsideMetabolism(source)))
            return dimmedText(QGuiApplication::palette());
        if (doubtful)
            return severityColour(Severity::Warning, QGuiApplication::palette());
        return {};
    case valueRole:
        return number(static_cast<std::uint32_t>(source), column);
    case sourceRole:
        return source;
    default:
        return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || (orientation == Qt::Horizontal && section >= resultsColumnCount))
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(formatCount(section + 1)) : QVariant();
    const auto column = static_cast<ResultsColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column, simulatedAnswers_);
    if (role == Qt::ToolTipRole)
        return simulatedAnswers_ ? columnToolTip(column, true) : columnToolTip(column, models_);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QString ResultsModel::orderText() const
{
    return sortColumn_ < 0 ? QString()
                           : QString::fromStdString(orderBy(
                                 columnTitle(static_cast<ResultsColumn>(sortColumn_), simulatedAnswers_).toStdString(),
                                 sortOrder_ == Qt::DescendingOrder));
}

QString ResultsModel::label(const Genotype &genotype) const
{
    if (genotype.empty() && cell_)
        return deletionLabel(cell_->genes, genotype);
    QString label;
    for (const GeneIndex gene : genotype.genes()) {
        if (gene < 0 || static_cast<std::size_t>(gene) >= deletionNames_.size())
            continue;
        if (!label.isEmpty())
            label += QLatin1Char(' ');
        label += deletionNames_[static_cast<std::size_t>(gene)];
    }
    return label;
}

} // namespace knockscape::ui
