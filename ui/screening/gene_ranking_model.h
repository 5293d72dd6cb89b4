#pragma once

#include "ui/screening/screen_outcome.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// What a screen says about each gene: hits, means, and the partners with the lowest and highest value of what the
/// screen ranked by. Sorts itself; missing values come last.
class GeneRankingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Gene, Hits, Epistasis, Lowest, LowestWith, Highest, HighestWith, Fitness, Interaction, Genotypes };
    static constexpr int columns = Genotypes + 1;

    explicit GeneRankingModel(QObject *parent = nullptr);

    /// Null: empty.
    void show(std::shared_ptr<const ScreenOutcome> outcome);
    /// The gene of a row; -1 for none.
    GeneIndex geneAt(int row) const;
    int rowOf(GeneIndex gene) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const GeneSummary &summary(GeneIndex gene) const;
    /// NaN for texts.
    double number(GeneIndex gene, int column) const;
    QString partners(GeneIndex gene, int column) const;

    std::shared_ptr<const ScreenOutcome> outcome_;
    std::vector<GeneIndex> genes_;
};

} // namespace knockscape::ui
