#include "ui/screening/gene_ranking_model.h"

#include "ui/genes/gene_names.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QSize>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace knockscape::ui
{
namespace
{

bool isText(int column)
{
    return column == GeneRankingModel::Gene || column == GeneRankingModel::LowestWith ||
           column == GeneRankingModel::HighestWith;
}

bool isCount(int column)
{
    return column == GeneRankingModel::Hits || column == GeneRankingModel::Genotypes;
}

} // namespace

GeneRankingModel::GeneRankingModel(QObject *parent) : QAbstractTableModel(parent) {}

void GeneRankingModel::show(std::shared_ptr<const ScreenOutcome> outcome)
{
    beginResetModel();
    outcome_ = std::move(outcome);
    genes_.clear();
    if (outcome_) {
        const std::vector<GeneSummary> &summaries = outcome_->result->state.genes;
        for (std::size_t gene = 0; gene < summaries.size(); ++gene) {
            if (summaries[gene].genotypes > 0) {
                genes_.push_back(static_cast<GeneIndex>(gene));
            }
        }
    }
    endResetModel();
}

const GeneSummary &GeneRankingModel::summary(GeneIndex gene) const
{
    return outcome_->result->state.genes[static_cast<std::size_t>(gene)];
}

GeneIndex GeneRankingModel::geneAt(int row) const
{
    return row >= 0 && row < rowCount() ? genes_[static_cast<std::size_t>(row)] : -1;
}

int GeneRankingModel::rowOf(GeneIndex gene) const
{
    const auto found = std::find(genes_.begin(), genes_.end(), gene);
    return found == genes_.end() ? -1 : static_cast<int>(found - genes_.begin());
}

int GeneRankingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(genes_.size());
}

int GeneRankingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

double GeneRankingModel::number(GeneIndex gene, int column) const
{
    const GeneSummary &s = summary(gene);
    switch (column) {
    case Hits:
        return static_cast<double>(s.hits);
    case Genotypes:
        return static_cast<double>(s.genotypes);
    case Fitness:
        return s.mean(s.fitness);
    case Interaction:
        return s.mean(s.interaction);
    case Epistasis:
        return s.mean(s.epistasis);
    case Lowest:
    case LowestWith:
        return s.lowestKey;
    case Highest:
    case HighestWith:
        return s.highestKey;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

QString GeneRankingModel::partners(GeneIndex gene, int column) const
{
    const GeneSummary &s = summary(gene);
    if (std::isnan(column == LowestWith ? s.lowestKey : s.highestKey)) {
        return {};
    }
    const Genotype genotype = outcome_->request.source->genotype(column == LowestWith ? s.lowest : s.highest);
    const Genotype others = genotype.without(gene);
    return others.empty() ? QString() : deletionLabel(outcome_->cell->genes, others);
}

QVariant GeneRankingModel::data(const QModelIndex &index, int role) const
{
    const GeneIndex gene = geneAt(index.row());
    if (gene < 0) {
        return {};
    }
    const int column = index.column();
    const GeneCatalogue &genes = outcome_->cell->genes;
    switch (role) {
    case Qt::DisplayRole:
        if (isText(column)) {
            return column == Gene ? geneLabel(genes, gene) : partners(gene, column);
        }
        if (isCount(column)) {
            return formatCount(static_cast<std::int64_t>(number(gene, column)));
        }
        return column == Fitness ? formatFitness(number(gene, column)) : formatSigned(number(gene, column));
    case Qt::ToolTipRole:
        if (column == Gene) {
            return QString(geneLabelWithId(genes, gene) + QLatin1Char('\n') +
                           QString::fromStdString(genes[gene].description))
                .trimmed();
        }
        return isText(column) ? partners(gene, column) : formatExact(number(gene, column));
    case Qt::TextAlignmentRole:
        return QVariant((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (!isText(column)) {
            return numberFont();
        }
        QFont font = QGuiApplication::font();
        font.setItalic(column != Gene);
        return font;
    }
    case Qt::SizeHintRole:
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + gridUnit);
    default:
        return {};
    }
}

QVariant GeneRankingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columns) {
        return {};
    }
    const QString by = outcome_ ? QString::fromStdString(outcome_->plan.by) : QString();
    const bool simulated = outcome_ && outcome_->plan.simulated;
    const std::pair<QString, QString> texts[columns] = {
        {tr("Gene"), tr("Choose a gene to see only its genotypes in the table")},
        {tr("Hits"), tr("Genotypes with this gene that match the screen's condition")},
        {tr("⌀ epistasis"), tr("Mean of fitness minus expected fitness of the genotypes with this gene")},
        {tr("Lowest"), tr("The lowest %1 of a genotype with this gene").arg(by)},
        {tr("with"), tr("What else is deleted where %1 is lowest").arg(by)},
        {tr("Highest"), tr("The highest %1 of a genotype with this gene").arg(by)},
        {tr("with"), tr("What else is deleted where %1 is highest").arg(by)},
        {tr("⌀ fitness"),
         simulated ? tr("Mean simulated fitness of the genotypes with this gene, relative to wild type = 1")
                   : tr("Mean predicted fitness of the genotypes with this gene, relative to wild type = 1")},
        {tr("⌀ interaction"), tr("Mean predicted interaction of the genotypes with this gene")},
        {tr("Genotypes"), tr("Genotypes of the screen that hold the gene")},
    };
    switch (role) {
    case Qt::DisplayRole:
        return texts[section].first;
    case Qt::ToolTipRole:
        return texts[section].second;
    case Qt::TextAlignmentRole:
        return QVariant((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

void GeneRankingModel::sort(int column, Qt::SortOrder order)
{
    if (!outcome_) {
        return;
    }
    emit layoutAboutToBeChanged();
    if (column == Gene || column < 0) {
        const std::vector<int> ranks = naturalRanks(outcome_->cell->genes);
        std::sort(genes_.begin(), genes_.end(), [&](GeneIndex left, GeneIndex right) {
            const int difference = ranks[static_cast<std::size_t>(left)] - ranks[static_cast<std::size_t>(right)];
            return order == Qt::AscendingOrder ? difference < 0 : difference > 0;
        });
    } else {
        std::stable_sort(genes_.begin(), genes_.end(), [&](GeneIndex left, GeneIndex right) {
            const double a = number(left, column);
            const double b = number(right, column);
            if (std::isnan(a) || std::isnan(b)) {
                return !std::isnan(a) && std::isnan(b);
            }
            return order == Qt::AscendingOrder ? a < b : a > b;
        });
    }
    emit layoutChanged();
}

} // namespace knockscape::ui
