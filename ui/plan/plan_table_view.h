#pragma once

#include "engine/plan/plan_files.h"

#include <QTableWidget>

namespace knockscape::ui
{

/// A table of a plan: titles and numbers for people (three digits, the exact value and what a column means in the
/// tooltips), sorted by a click on a title. Rows keep their place in the table that they were made of.
class PlanTableView : public QTableWidget
{
    Q_OBJECT

public:
    explicit PlanTableView(QWidget *parent = nullptr);

    void setTable(const PlanTable &table);
    /// Of the current row, in the order of setTable(); −1 for none.
    int currentSourceRow() const;
    int sourceRow(int row) const;

signals:
    void rowSelected(int sourceRow);
    /// Double click or Return.
    void rowActivated(int sourceRow);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace knockscape::ui
