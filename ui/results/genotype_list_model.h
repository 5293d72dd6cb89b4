#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// The genotypes to predict together. Rows dragged within the list ask for a new order; the model itself only changes
/// by setGenotypes().
class GenotypeListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit GenotypeListModel(QObject *parent = nullptr);

    void setCell(std::shared_ptr<const Cell> cell);
    void setGenotypes(const std::vector<Genotype> &genotypes);
    const std::vector<Genotype> &genotypes() const noexcept { return genotypes_; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// These rows (ascending) should stand before row `before` (the count: at the end).
    void moveRequested(const std::vector<int> &rows, int before);

private:
    std::shared_ptr<const Cell> cell_;
    std::vector<Genotype> genotypes_;
};

/// `genotypes` with the rows `rows` (ascending) moved before row `before`.
std::vector<Genotype> withRowsMoved(const std::vector<Genotype> &genotypes, const std::vector<int> &rows, int before);

} // namespace knockscape::ui
