// What the gene list says: texts, tooltips and headers of GeneListModel.
#include "ui/genes/gene_list_model.h"

#include "ui/genes/gene_names.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace knockscape::ui
{

QString GeneListModel::description(const Gene &gene, GeneIndex index) const
{
    const QString text = QString::fromStdString(gene.description);
    if (query_.isEmpty() || ranks_[static_cast<std::size_t>(index)] != SearchRank::Alias)
        return text;
    // Say which alias answered, or the match would look like a mistake.
    const QStringList words = query_.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const std::string &alias : gene.aliases) {
        const QString name = QString::fromStdString(alias);
        const bool matches = std::any_of(words.begin(), words.end(),
                                         [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
        if (matches)
            return tr("(also %1) %2").arg(name, text);
    }
    return text;
}

QString GeneListModel::text(const Gene &gene, GeneIndex index, int column) const
{
    const auto row = static_cast<std::size_t>(index);
    switch (column) {
    case Tick:
        return {};
    case Name:
        return QString::fromStdString(gene.label());
    case Id:
        return QString::fromStdString(gene.id);
    case Description:
        return description(gene, index);
    case Support:
        return support_.empty() ? QString() : formatCount(support_[row]);
    case Essential:
        return !essential_[row] ? QString() : *essential_[row] ? tr("essential") : tr("not essential");
    case Reactions:
        return search_.reactionCounts()[row] == 0 ? QString() : formatCount(search_.reactionCounts()[row]);
    default: {
        const auto annotation = static_cast<std::size_t>(column - FirstAnnotation);
        return annotation < gene.annotations.size() ? QString::fromStdString(gene.annotations[annotation]) : QString();
    }
    }
}

QString GeneListModel::toolTip(const Gene &gene, GeneIndex index, int column) const
{
    if (column == Tick)
        return knockouts_.contains(index) ? tr("Deleted. Click or press Space to restore the gene.")
                                          : tr("Click or press Space to delete the gene.");
    const bool essential = essential_[static_cast<std::size_t>(index)].value_or(false);
    if (column == Essential && essential)
        return tr("Essential: deleting this gene alone is not viable");
    if (column >= Support)
        return text(gene, index, column);
    QString tip = QStringLiteral("<p><b>%1</b>").arg(geneLabelWithId(cell_->genes, index).toHtmlEscaped());
    if (!gene.aliases.empty()) {
        QStringList aliases;
        for (const std::string &alias : gene.aliases)
            aliases << QString::fromStdString(alias).toHtmlEscaped();
        tip += QStringLiteral("<br/>") + tr("also %1").arg(aliases.join(QStringLiteral(", ")));
    }
    if (essential)
        tip += QStringLiteral("<br/>") + tr("essential: its deletion is not viable");
    if (!gene.description.empty())
        tip += QStringLiteral("</p><p>") + QString::fromStdString(gene.description).toHtmlEscaped();
    return tip + QStringLiteral("</p>");
}

QVariant GeneListModel::data(const QModelIndex &index, int role) const
{
    const GeneIndex row = geneAt(index.row());
    if (row < 0)
        return {};
    const Gene &gene = cell_->genes[row];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Essential ? QString() : text(gene, row, column);
    case Qt::DecorationRole:
        return column == Essential && essential_[static_cast<std::size_t>(row)].value_or(false)
                   ? themedIcon(QStringLiteral("essential"),
                                severityColour(Severity::Warning, QGuiApplication::palette()))
                   : QVariant();
    case Qt::ToolTipRole:
        return toolTip(gene, row, column);
    case Qt::CheckStateRole:
        return column == Tick ? QVariant(knockouts_.contains(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return column == Id ? QVariant(dimmedText(QGuiApplication::palette())) : QVariant();
    case Qt::TextAlignmentRole:
        return column == Support || column == Reactions ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Tick ? tr("delete %1").arg(geneLabel(cell_->genes, row)) : text(gene, row, column);
    default:
        return {};
    }
}

QString GeneListModel::columnName(int column) const
{
    switch (column) {
    case Tick:
        return tr("Knocked out");
    case Name:
        return tr("Gene");
    case Id:
        return tr("Systematic");
    case Description:
        return tr("Description");
    case Support:
        return tr("Support");
    case Essential:
        return tr("Essential");
    case Reactions:
        return tr("Reactions");
    default:
        break;
    }
    const auto annotation = static_cast<std::size_t>(column - FirstAnnotation);
    return QString::fromStdString(cell_->genes.annotationColumns().at(annotation));
}

QVariant GeneListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const QString tips[] = {tr("Ticked genes are deleted"),
                            tr("Standard name, or the systematic name of a gene without one"),
                            tr("Systematic name: the identity of the gene"),
                            tr("What the gene is known for"),
                            support_.empty() ? tr("Training genotypes that hold the gene (the open model does not say)")
                                             : tr("Number of training genotypes in which the gene is deleted"),
                            tr("Essential genes: the deletion of the gene alone is known not to be viable"),
                            tr("Number of reactions whose gene rule names the gene")};
    if (role == Qt::TextAlignmentRole && (section == Support || section == Reactions))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    switch (role) {
    case Qt::DisplayRole:
        return section == Tick ? tr("✕") : section == Essential ? QString() : columnName(section);
    case Qt::DecorationRole:
        return section == Essential ? themedIcon(QStringLiteral("essential")) : QVariant();
    case Qt::ToolTipRole:
        return section >= FirstAnnotation ? columnName(section) : tips[section];
    case Qt::AccessibleTextRole:
        return columnName(section);
    default:
        return {};
    }
}

} // namespace knockscape::ui
