#include "ui/issues/issue_model.h"

#include "ui/issues/issue_place.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"

#include <QApplication>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// A hostile file may have a million faults; the first ones say what is wrong with it.
constexpr std::size_t mostIssues = 5000;

QIcon severityIcon(Severity severity)
{
    const QString name = severity == Severity::Error     ? QStringLiteral("error")
                         : severity == Severity::Warning ? QStringLiteral("warning")
                                                         : QStringLiteral("note");
    return themedIcon(name, severityColour(severity, QApplication::palette()));
}

} // namespace

// In the unnamed namespace lupdate takes IssueModel::tr() for another class, and the text stays English.
static QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return IssueModel::tr("Error");
    case Severity::Warning:
        return IssueModel::tr("Warning");
    case Severity::Note:
        break;
    }
    return IssueModel::tr("Note");
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int IssueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Entry &entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == Qt::DecorationRole && index.column() == SeverityColumn) {
        return severityIcon(entry.issue.severity);
    }
    if (role == Qt::ToolTipRole) {
        return QString::fromStdString(describe(entry.issue));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case SeverityColumn:
        return severityWord(entry.issue.severity);
    case TimeColumn:
        return entry.time.toString(QStringLiteral("HH:mm:ss"));
    case WhereColumn:
        return entry.place;
    case WhatColumn:
        return QString::fromStdString(entry.issue.what);
    default:
        return entry.remedy;
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case TimeColumn:
        return tr("Time");
    case WhereColumn:
        return tr("Where");
    case WhatColumn:
        return tr("What");
    default:
        return tr("What to do");
    }
}

void IssueModel::add(const std::vector<Issue> &issues)
{
    if (issues.empty()) {
        return;
    }
    beginResetModel();
    prepend(issues);
    endResetModel();
}

void IssueModel::set(const std::vector<Issue> &issues)
{
    beginResetModel();
    entries_.clear();
    prepend(issues);
    endResetModel();
}

void IssueModel::prepend(const std::vector<Issue> &issues)
{
    const QDateTime now = QDateTime::currentDateTime();
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < std::min(issues.size(), mostIssues); ++i) {
        const IssuePlace place = placeOf(issues[i]);
        QString remedy = QString::fromStdString(issues[i].remedy);
        if (!place.empty()) {
            remedy.remove(QString::fromStdString(place.file.parent_path().string()) + QLatin1Char('/'));
        }
        entries.push_back({issues[i], now, shortPlace(issues[i].where), remedy});
    }
    entries.insert(entries.end(), entries_.begin(), entries_.end());
    entries.resize(std::min(entries.size(), mostIssues));
    entries_ = std::move(entries);
}

void IssueModel::clear()
{
    beginResetModel();
    entries_.clear();
    endResetModel();
}

int IssueModel::attentionCount() const
{
    return static_cast<int>(std::count_if(entries_.begin(), entries_.end(),
                                          [](const Entry &entry) { return entry.issue.severity != Severity::Note; }));
}

QString IssueModel::asText(const QModelIndexList &rows) const
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            // A copy keeps the folders that the list leaves out.
            cells << (column == WhereColumn    ? QString::fromStdString(issue(row.row()).where)
                      : column == RemedyColumn ? QString::fromStdString(issue(row.row()).remedy)
                                               : data(index(row.row(), column), Qt::DisplayRole).toString());
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace knockscape::ui
