#pragma once

#include "ui/session/media_choices.h"

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// What a medium holds, to be edited: a line for each nutrient that the cell can exchange, with its largest uptake.
class MediumModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NutrientName, Exchange, Uptake, ColumnCount };

    MediumModel(std::vector<Nutrient> nutrients, std::map<std::string, double> uptake, QObject *parent = nullptr);

    /// Of the nutrients that are taken up; what the medium named and the cell does not have is kept.
    const std::map<std::string, double> &uptake() const noexcept { return uptake_; }
    double uptakeAt(int row) const;
    /// In mmol/gDW/h; 0 takes it out of the medium. Less, or no number, is refused: false.
    bool setUptake(int row, double uptake);
    const Nutrient &nutrientAt(int row) const { return nutrients_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void edited();

private:
    std::vector<Nutrient> nutrients_;
    std::map<std::string, double> uptake_;
};

} // namespace knockscape::ui
