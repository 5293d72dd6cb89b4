#pragma once

#include "ui/genes/gene_search.h"

#include "engine/core/genotype.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// The genes of a cell as a table that searches, narrows and sorts itself.
///
/// It keeps the order of what is seen as one vector of genes instead of a proxy model, so that a new search replaces
/// thousands of scattered rows in one step. Ticks are asked for (`toggleRequested`), never made here.
class GeneListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Annotation columns of the catalogue follow FirstAnnotation.
    enum Column { Tick, Name, Id, Description, Support, Essential, Reactions, FirstAnnotation };

    explicit GeneListModel(QObject *parent = nullptr);

    void setCell(std::shared_ptr<const Cell> cell);
    void setKnockouts(const Genotype &knockouts);
    void setSupport(std::vector<std::int64_t> support);
    void setQuery(const QString &query);
    void setFacet(const GeneFacet &facet);

    const QString &query() const noexcept { return query_; }
    const GeneFacet &facet() const noexcept { return facet_; }
    const GeneSearch &search() const noexcept { return search_; }
    const Genotype &knockouts() const noexcept { return knockouts_; }
    bool hasSupport() const noexcept { return !support_.empty(); }
    /// Whether the cell says of any gene that it is essential.
    bool knowsEssential() const noexcept { return knowsEssential_; }
    /// What a column is called, also where its header shows an icon.
    QString columnName(int column) const;
    /// The one gene that the search means: the only one in sight, or the only one with exactly this id or name;
    /// else, and without a search, -1.
    GeneIndex meant() const;
    int totalCount() const;
    /// The gene in a row, or -1; the row of a gene, or -1 when it is not seen.
    GeneIndex geneAt(int row) const;
    int rowOf(GeneIndex gene) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

signals:
    void toggleRequested(int gene, bool knockedOut);

private:
    void refresh();
    void readEssentiality();
    std::vector<GeneIndex> seenGenes() const;
    std::vector<char> acceptedByFacet() const;
    std::vector<int> sortKeys() const;
    std::vector<int> textRanks() const;
    QString text(const Gene &gene, GeneIndex index, int column) const;
    QString description(const Gene &gene, GeneIndex index) const;
    QString toolTip(const Gene &gene, GeneIndex index, int column) const;

    std::shared_ptr<const Cell> cell_;
    GeneSearch search_;
    Genotype knockouts_;
    std::vector<std::int64_t> support_;
    /// essentiality() of every gene.
    std::vector<std::optional<bool>> essential_;
    bool knowsEssential_ = false;
    std::vector<int> nameRanks_;
    std::vector<int> sortKeys_;
    QString query_;
    GeneFacet facet_;
    int sortColumn_ = Name;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    std::vector<SearchRank> ranks_;
    std::vector<GeneIndex> seen_;
    std::vector<int> rowOfGene_;
};

} // namespace knockscape::ui
