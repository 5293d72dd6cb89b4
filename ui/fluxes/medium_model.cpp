#include "ui/fluxes/medium_model.h"

#include "ui/theme/number_format.h"

#include <QLocale>

#include <cmath>
#include <utility>

namespace knockscape::ui
{

MediumModel::MediumModel(std::vector<Nutrient> nutrients, std::map<std::string, double> uptake, QObject *parent)
    : QAbstractTableModel(parent), nutrients_(std::move(nutrients)), uptake_(std::move(uptake))
{
}

double MediumModel::uptakeAt(int row) const
{
    const auto found = uptake_.find(nutrientAt(row).exchange);
    return found == uptake_.end() ? 0.0 : found->second;
}

bool MediumModel::setUptake(int row, double uptake)
{
    if (!std::isfinite(uptake) || uptake < 0.0) {
        return false;
    }
    if (uptake == uptakeAt(row)) {
        return true;
    }
    if (uptake == 0.0) {
        uptake_.erase(nutrientAt(row).exchange);
    } else {
        uptake_[nutrientAt(row).exchange] = uptake;
    }
    emit dataChanged(index(row, 0), index(row, Uptake));
    emit edited();
    return true;
}

int MediumModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(nutrients_.size());
}

int MediumModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MediumModel::data(const QModelIndex &index, int role) const
{
    const Nutrient &nutrient = nutrientAt(index.row());
    const double uptake = uptakeAt(index.row());
    if (role == Qt::DisplayRole) {
        return index.column() == NutrientName ? nutrient.name
               : index.column() == Exchange   ? QString::fromStdString(nutrient.exchange)
               : uptake > 0.0                 ? formatValue(uptake)
                                              : QStringLiteral("–");
    }
    if (role == Qt::EditRole) {
        return index.column() == Uptake ? QVariant(QLocale().toString(uptake, 'g', QLocale::FloatingPointShortest))
                                        : data(index, Qt::DisplayRole);
    }
    if (role == Qt::TextAlignmentRole && index.column() == Uptake) {
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

bool MediumModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Uptake) {
        return false;
    }
    const QString text = value.toString().trimmed();
    bool isNumber = false;
    double uptake = QLocale().toDouble(text, &isNumber);
    if (!isNumber) {
        uptake = QLocale::c().toDouble(text, &isNumber);
    }
    return (isNumber || text.isEmpty()) && setUptake(index.row(), isNumber ? uptake : 0.0);
}

QVariant MediumModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NutrientName ? tr("Nutrient")
           : section == Exchange   ? tr("Exchange reaction")
                                   : tr("Uptake (mmol/gDW/h)");
}

Qt::ItemFlags MediumModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Uptake ? flags | Qt::ItemIsEditable : flags;
}

} // namespace knockscape::ui
