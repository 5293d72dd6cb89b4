#pragma once

#include "ui/genes/paste_review.h"

#include <QAbstractListModel>

#include <memory>

namespace knockscape::ui
{

/// What a pasted list means, written out: one gene a row for a knockout set, one genotype a row for a list. Texts are
/// made when a row is painted, so that 20,000 lines cost nothing.
class PastePreviewModel : public QAbstractListModel
{
    Q_OBJECT

public:
    PastePreviewModel(std::shared_ptr<const Cell> cell, PasteDialog::Purpose purpose, QObject *parent = nullptr);

    void setPurpose(PasteDialog::Purpose purpose);
    void setReview(std::shared_ptr<const PasteReview> review, const NameDecisions &decisions);
    /// What OK hands over.
    const std::vector<Genotype> &genotypes() const noexcept { return genotypes_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString lineText(const KnockoutEntry &entry) const;

    std::shared_ptr<const Cell> cell_;
    PasteDialog::Purpose purpose_;
    std::shared_ptr<const PasteReview> review_;
    NameDecisions decisions_;
    std::vector<Genotype> genotypes_;
};

} // namespace knockscape::ui
