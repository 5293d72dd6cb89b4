#pragma once

#include "engine/cell/cell.h"
#include "engine/fba/flux_balance.h"
#include "ui/fluxes/flux_rows.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace knockscape::ui
{

/// The reactions of a cell with their fluxes in wild type and knockout; sorted (at first by |Δ|, largest first) and
/// filtered here. Numbers in mmol per gram dry weight and hour.
class FluxTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCell(std::shared_ptr<const Cell> cell);
    /// Nothing: there are no numbers now.
    void setFluxes(const std::optional<FluxPair> &pair);
    /// By row of the reaction.
    void setRanges(const std::map<std::int32_t, FluxRange> &ranges);
    /// Words that must occur in id, name, equation, pathway or genes, and which reactions.
    void setFilter(const QString &text, FluxSelection which);

    const std::shared_ptr<const Cell> &cell() const noexcept { return cell_; }
    const std::optional<FluxPair> &fluxes() const noexcept { return pair_; }
    const std::map<std::int32_t, FluxRange> &ranges() const noexcept { return ranges_; }
    /// Rows of reactions, in the order seen.
    const std::vector<std::int32_t> &order() const noexcept { return order_; }
    std::int32_t reactionAt(int row) const { return order_[static_cast<std::size_t>(row)]; }
    /// −1 where it is not among those shown.
    int rowOf(std::int32_t reaction) const;
    QString equationOf(std::int32_t reaction) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    const Reaction &reaction(std::int32_t row) const;
    void arrange();
    void orderRows();
    double valueOf(std::int32_t row, FluxColumn column) const;
    QString text(std::int32_t row, FluxColumn column) const;
    QString toolTip(std::int32_t row, FluxColumn column) const;
    QString rangeText(std::int32_t row) const;
    /// What the filter looks at, in lower case; made when first needed.
    const QString &haystack(std::int32_t row) const;

    std::shared_ptr<const Cell> cell_;
    std::optional<FluxPair> pair_;
    std::map<std::int32_t, FluxRange> ranges_;
    std::vector<std::int32_t> order_;
    mutable std::vector<QString> haystacks_;
    QStringList words_;
    FluxSelection which_ = FluxSelection::All;
    FluxColumn sortColumn_ = FluxColumn::Change;
    Qt::SortOrder sortOrder_ = Qt::DescendingOrder;
};

/// "Knockout", and what the column holds.
QString fluxColumnTitle(FluxColumn column);
QString fluxColumnMeaning(FluxColumn column);

} // namespace knockscape::ui
