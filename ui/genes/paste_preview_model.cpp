#include "ui/genes/paste_preview_model.h"

#include "ui/genes/gene_names.h"

#include "engine/core/text.h"

#include <QFont>

namespace knockscape::ui
{

PastePreviewModel::PastePreviewModel(std::shared_ptr<const Cell> cell, PasteDialog::Purpose purpose, QObject *parent)
    : QAbstractListModel(parent), cell_(std::move(cell)), purpose_(purpose)
{
}

void PastePreviewModel::setPurpose(PasteDialog::Purpose purpose)
{
    if (purpose == purpose_)
        return;
    beginResetModel();
    purpose_ = purpose;
    genotypes_ = review_ ? review_->genotypes(decisions_, purpose_) : std::vector<Genotype>();
    endResetModel();
}

void PastePreviewModel::setReview(std::shared_ptr<const PasteReview> review, const NameDecisions &decisions)
{
    beginResetModel();
    review_ = std::move(review);
    decisions_ = decisions;
    genotypes_ = review_ ? review_->genotypes(decisions_, purpose_) : std::vector<Genotype>();
    endResetModel();
}

int PastePreviewModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !review_)
        return 0;
    if (purpose_ == PasteDialog::Purpose::GenotypeList)
        return static_cast<int>(review_->entries().size());
    return genotypes_.empty() ? 0 : static_cast<int>(genotypes_.front().size());
}

QString PastePreviewModel::lineText(const KnockoutEntry &entry) const
{
    const std::optional<Genotype> genotype = review_->genotype(entry, decisions_);
    QString text =
        genotype && (entry.names.empty() || !genotype->empty()) ? deletionLabel(cell_->genes, *genotype) : QString();
    for (const KnockoutName &name : entry.names) {
        if (name.resolution.kind == NameResolution::Kind::Resolved)
            continue;
        const auto decision = decisions_.find(lowered(name.text));
        const QString written = QString::fromStdString(name.text).left(40);
        if (decision == decisions_.end())
            text += QStringLiteral("  ⚠ ") + written;
        else if (decision->second.gene < 0)
            text += QStringLiteral("  ") + tr("(%1 left out)").arg(written);
    }
    if (text.isEmpty())
        return deletionLabel(cell_->genes, Genotype());
    return text.trimmed();
}

QVariant PastePreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (purpose_ == PasteDialog::Purpose::KnockoutSet) {
        const GeneIndex gene = genotypes_.front().genes()[row];
        if (role == Qt::DisplayRole)
            return geneLabelWithId(cell_->genes, gene);
        return role == Qt::ToolTipRole ? QString::fromStdString(cell_->genes[gene].description) : QVariant();
    }
    const KnockoutEntry &entry = review_->entries()[row];
    if (role == Qt::DisplayRole)
        return lineText(entry);
    if (role == Qt::ToolTipRole) {
        const std::optional<Genotype> genotype = review_->genotype(entry, decisions_);
        const QString line = tr("Line %1").arg(entry.line);
        return genotype ? line + QLatin1Char('\n') + deletionToolTip(cell_->genes, *genotype) : line;
    }
    if (role == Qt::FontRole) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    return {};
}

} // namespace knockscape::ui
