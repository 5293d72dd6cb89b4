#pragma once

#include "engine/store/run_database.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace knockscape::ui
{

/// The runs of the database as a table. The note is editable: an edit is asked for by noteEdited, and shown once the
/// database has it. GUI thread.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Started, Kind, What, Rows, Status, CellName, Model, Note, ColumnCount };
    /// Value to sort by, of the column's own type.
    static constexpr int SortRole = Qt::UserRole;

    explicit RunsModel(QObject *parent = nullptr);

    /// Replaces the runs (newest first), changing only rows that differ, so that selection, scroll position and an open
    /// editor stay.
    void setRuns(const std::vector<RunRecord> &runs);
    const RunRecord &run(int row) const { return runs_[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void noteEdited(const knockscape::RunRecord &run, const QString &note);

private:
    void replaceRow(int row, const RunRecord &run);

    std::vector<RunRecord> runs_;
};

/// Shows the runs that hold every word of a text in one of their columns, and sorts them.
class RunsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit RunsFilter(QObject *parent = nullptr);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList words_;
};

} // namespace knockscape::ui
