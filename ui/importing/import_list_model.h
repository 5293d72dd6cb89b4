#pragma once

#include "ui/importing/import_rules.h"

#include <QAbstractTableModel>
#include <QUndoStack>

#include <map>

namespace knockscape::ui
{

/// The chosen files, in the order of the cell's networks. Every change is followed by edited(), unless it only tells
/// what was found out about files; every change that a person makes can be undone.
class ImportListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FileColumn, SizeColumn, FormatColumn, UseColumn, ContentsColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const std::vector<ImportEntry> &entries() const { return entries_; }
    const ImportEntry &entry(int row) const { return entries_[static_cast<std::size_t>(row)]; }
    int rowOf(quint64 id) const;
    /// The row of this file, −1 for none.
    int rowOf(const std::filesystem::path &path) const;

    QUndoStack *undoStack() noexcept { return &undo_; }

    /// Appends files that are not there yet; returns the new entries' ids in order.
    std::vector<quint64> add(const std::vector<std::filesystem::path> &paths);
    void remove(std::vector<int> rows);
    /// Swaps a row with the one above (step −1) or below (+1); false at the ends.
    bool move(int row, int step);
    void clear();

    void setUse(int row, ImportUse use);
    void setNetworkType(int row, const QString &type);
    void setColumns(int row, const ColumnChoice &columns);

    /// A file was looked at: it gets its use, and a network a type of its own.
    void setRecognised(quint64 id, const RecognisedFile &file);
    /// What a preview or import said about the files; empty when that holds no more.
    void setImported(const std::vector<ImportedFile> &files, const std::vector<Issue> &issues);

signals:
    /// The list would import differently now.
    void edited();

private:
    class Edit;

    void changed();
    /// A person's edit that was made: the entries were `before`. Edits that type into the same entry are one.
    void record(const QString &text, std::vector<ImportEntry> before, quint64 typedOf = 0);
    void restore(const std::vector<ImportEntry> &entries);
    void recognise(ImportEntry &entry, const RecognisedFile &file);
    QString display(const ImportEntry &entry, int column) const;
    QString toolTip(const ImportEntry &entry, int column) const;

    std::vector<ImportEntry> entries_;
    quint64 lastId_ = 0;
    /// Every file that was looked at, also those that are off the list now.
    std::map<quint64, RecognisedFile> recognised_;
    QUndoStack undo_;
};

} // namespace knockscape::ui
