#include "ui/fluxes/flux_table_model.h"

#include "ui/reactions/reaction_equation.h"
#include "ui/session/media_choices.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::ui
{
namespace
{

constexpr double noFlux = std::numeric_limits<double>::quiet_NaN();

bool isNumeric(FluxColumn column)
{
    return column == FluxColumn::WildType || column == FluxColumn::Knockout || column == FluxColumn::Change;
}

QString fluxText(double value)
{
    return std::abs(value) < sameFlux ? QStringLiteral("0") : formatValue(value);
}

} // namespace

QString fluxColumnTitle(FluxColumn column)
{
    switch (column) {
    case FluxColumn::Reaction:
        return FluxTableModel::tr("Reaction");
    case FluxColumn::Name:
        return FluxTableModel::tr("Name");
    case FluxColumn::Equation:
        return FluxTableModel::tr("Equation");
    case FluxColumn::WildType:
        return FluxTableModel::tr("Wild type");
    case FluxColumn::Knockout:
        return FluxTableModel::tr("Knockout");
    case FluxColumn::Change:
        return FluxTableModel::tr("Δ");
    case FluxColumn::Range:
        return FluxTableModel::tr("Range");
    case FluxColumn::Pathway:
        return FluxTableModel::tr("Pathway");
    default:
        return {};
    }
}

QString fluxColumnMeaning(FluxColumn column)
{
    switch (column) {
    case FluxColumn::WildType:
        return FluxTableModel::tr("Flux in the wild type, mmol per gram dry weight and hour (growth: per hour); least "
                                  "total flux at the best growth");
    case FluxColumn::Knockout:
        return FluxTableModel::tr("The same with the knockout set deleted");
    case FluxColumn::Change:
        return FluxTableModel::tr("Knockout minus wild type; sorted by size, whatever the sign");
    case FluxColumn::Range:
        return FluxTableModel::tr("What the reaction can carry while the knockout grows as well as it can; asked for "
                                  "with «Ranges»");
    default:
        return {};
    }
}

void FluxTableModel::setCell(std::shared_ptr<const Cell> cell)
{
    beginResetModel();
    cell_ = std::move(cell);
    pair_.reset();
    ranges_.clear();
    haystacks_.assign(cell_ ? cell_->metabolism.reactions.size() : 0, QString());
    orderRows();
    endResetModel();
}

void FluxTableModel::setFluxes(const std::optional<FluxPair> &pair)
{
    pair_ = pair;
    arrange();
}

void FluxTableModel::setRanges(const std::map<std::int32_t, FluxRange> &ranges)
{
    ranges_ = ranges;
    if (!order_.empty()) {
        const int column = static_cast<int>(FluxColumn::Range);
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

void FluxTableModel::setFilter(const QString &text, FluxSelection which)
{
    words_ = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    which_ = which;
    arrange();
}

void FluxTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < static_cast<int>(FluxColumn::ColumnCount)) {
        sortColumn_ = static_cast<FluxColumn>(column);
        sortOrder_ = order;
        arrange();
    }
}

/// Rows move about: what is selected and current goes with its reaction.
void FluxTableModel::arrange()
{
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::int32_t> reactions;
    for (const QModelIndex &one : before) {
        reactions.push_back(reactionAt(one.row()));
    }
    orderRows();
    std::map<std::int32_t, int> places;
    if (!before.isEmpty()) {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            places[order_[i]] = static_cast<int>(i);
        }
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto found = places.find(reactions[static_cast<std::size_t>(i)]);
        after << (found == places.end() ? QModelIndex() : index(found->second, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void FluxTableModel::orderRows()
{
    order_.clear();
    const FluxPair *const pair = pair_ ? &*pair_ : nullptr;
    const std::size_t count = cell_ ? cell_->metabolism.reactions.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = static_cast<std::int32_t>(i);
        if (isSelected(pair, row, which_) && (words_.isEmpty() || holdsAllWords(haystack(row), words_))) {
            order_.push_back(row);
        }
    }
    const bool ascending = sortOrder_ == Qt::AscendingOrder;
    if (isNumeric(sortColumn_)) {
        // Without a number last, whatever the order.
        const auto key = [this](std::int32_t row) {
            const double value = valueOf(row, sortColumn_);
            return sortColumn_ == FluxColumn::Change ? std::abs(value) : value;
        };
        std::stable_sort(order_.begin(), order_.end(), [&](std::int32_t a, std::int32_t b) {
            const double first = key(a);
            const double second = key(b);
            if (std::isnan(first) || std::isnan(second)) {
                return !std::isnan(first) && std::isnan(second);
            }
            return ascending ? first < second : first > second;
        });
        return;
    }
    std::vector<QString> keys(count);
    for (const std::int32_t row : order_) {
        keys[static_cast<std::size_t>(row)] = text(row, sortColumn_);
    }
    std::stable_sort(order_.begin(), order_.end(), [&](std::int32_t a, std::int32_t b) {
        const int compared =
            QString::localeAwareCompare(keys[static_cast<std::size_t>(a)], keys[static_cast<std::size_t>(b)]);
        return ascending ? compared < 0 : compared > 0;
    });
}

const QString &FluxTableModel::haystack(std::int32_t row) const
{
    QString &hay = haystacks_[static_cast<std::size_t>(row)];
    if (hay.isEmpty()) {
        const Reaction &it = reaction(row);
        QStringList parts{QString::fromStdString(it.id), QString::fromStdString(it.name),
                          QString::fromStdString(it.subsystem), equationOf(row)};
        for (const auto &isozyme : it.isozymes) {
            for (const GeneIndex gene : isozyme) {
                if (gene >= 0) {
                    parts << QString::fromStdString(cell_->genes[gene].label())
                          << QString::fromStdString(cell_->genes[gene].id);
                }
            }
        }
        hay = parts.join(QLatin1Char('\n')).toLower();
    }
    return hay;
}

int FluxTableModel::rowOf(std::int32_t reaction) const
{
    const auto found = std::find(order_.begin(), order_.end(), reaction);
    return found == order_.end() ? -1 : static_cast<int>(found - order_.begin());
}

const Reaction &FluxTableModel::reaction(std::int32_t row) const
{
    return cell_->metabolism.reactions[static_cast<std::size_t>(row)];
}

QString FluxTableModel::equationOf(std::int32_t row) const
{
    return reactionEquation(cell_->metabolism, reaction(row));
}

int FluxTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int FluxTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(FluxColumn::ColumnCount);
}

double FluxTableModel::valueOf(std::int32_t row, FluxColumn column) const
{
    const auto at = static_cast<std::size_t>(row);
    if (!pair_ || at >= pair_->wildType.size()) {
        return noFlux;
    }
    if (column == FluxColumn::WildType) {
        return pair_->wildType[at];
    }
    if (column == FluxColumn::Knockout) {
        return at < pair_->knockout.size() ? pair_->knockout[at] : noFlux;
    }
    return fluxChange(*pair_, row);
}

QString FluxTableModel::rangeText(std::int32_t row) const
{
    const auto found = ranges_.find(row);
    if (found == ranges_.end()) {
        return {};
    }
    const FluxRange &range = found->second;
    return std::isnan(range.low) || std::isnan(range.high)
               ? QStringLiteral("–")
               : QStringLiteral("%1 … %2").arg(fluxText(range.low), fluxText(range.high));
}

QString FluxTableModel::text(std::int32_t row, FluxColumn column) const
{
    switch (column) {
    case FluxColumn::Reaction:
        return QString::fromStdString(reaction(row).id);
    case FluxColumn::Name:
        return QString::fromStdString(reaction(row).name);
    case FluxColumn::Equation:
        return equationOf(row);
    case FluxColumn::WildType:
        return pair_ ? fluxText(valueOf(row, column)) : QString();
    case FluxColumn::Knockout:
        return !pair_ ? QString() : isBlocked(*pair_, row) ? tr("blocked") : fluxText(valueOf(row, column));
    case FluxColumn::Change: {
        const double change = valueOf(row, column);
        return !pair_ ? QString() : std::abs(change) < sameFlux ? QStringLiteral("0") : formatSigned(change);
    }
    case FluxColumn::Range:
        return rangeText(row);
    case FluxColumn::Pathway:
        return QString::fromStdString(reaction(row).subsystem);
    default:
        return {};
    }
}

QString FluxTableModel::toolTip(std::int32_t row, FluxColumn column) const
{
    if (isNumeric(column) && pair_) {
        const QString number =
            tr("%1 mmol/gDW/h; medium: %2").arg(formatExact(valueOf(row, column)), titleOf(pair_->medium));
        return column == FluxColumn::Knockout && isBlocked(*pair_, row)
                   ? tr("Blocked: without the deleted genes no enzyme is left. %1").arg(number)
                   : number;
    }
    if (column == FluxColumn::Range) {
        const auto found = ranges_.find(row);
        return found == ranges_.end() ? tr("Not asked for: choose rows and «Ranges»")
                                      : tr("%1 to %2 mmol/gDW/h while it grows as well as it can")
                                            .arg(formatExact(found->second.low), formatExact(found->second.high));
    }
    return text(row, column);
}

QVariant FluxTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const std::int32_t row = reactionAt(index.row());
    const auto column = static_cast<FluxColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return isNumeric(column) || column == FluxColumn::Range ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == FluxColumn::Name || column == FluxColumn::Equation) {
            return dimmedText(QGuiApplication::palette());
        }
        return {};
    default:
        return {};
    }
}

QVariant FluxTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const auto column = static_cast<FluxColumn>(section);
    if (role == Qt::DisplayRole) {
        return fluxColumnTitle(column);
    }
    if (role == Qt::ToolTipRole) {
        return fluxColumnMeaning(column);
    }
    return role == Qt::TextAlignmentRole && (isNumeric(column) || column == FluxColumn::Range)
               ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
           : role == Qt::TextAlignmentRole ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                           : QVariant();
}

} // namespace knockscape::ui
