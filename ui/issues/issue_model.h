#pragma once

#include "engine/core/issue.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace knockscape::ui
{

/// The issues of this session, newest first.
class IssueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, TimeColumn, WhereColumn, WhatColumn, RemedyColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void add(const std::vector<Issue> &issues);
    /// Shows these instead of what was there, in their order.
    void set(const std::vector<Issue> &issues);
    const Issue &issue(int row) const { return entries_[static_cast<std::size_t>(row)].issue; }
    void clear();
    /// How many are at least warnings.
    int attentionCount() const;
    /// Tab-separated, with the words that the columns show.
    QString asText(const QModelIndexList &rows) const;

private:
    void prepend(const std::vector<Issue> &issues);

    struct Entry {
        Issue issue;
        QDateTime time;
        /// Where and what to do, without folders.
        QString place;
        QString remedy;
    };

    std::vector<Entry> entries_;
};

} // namespace knockscape::ui
