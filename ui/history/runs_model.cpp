#include "ui/history/runs_model.h"

#include "ui/history/run_text.h"
#include "ui/theme/colours.h"
#include "ui/theme/icon.h"
#include "ui/theme/number_format.h"
#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QIcon>

namespace knockscape::ui
{
namespace
{

bool sameButForNote(const RunRecord &a, const RunRecord &b)
{
    return a.status == b.status && a.genotypeCount == b.genotypeCount && a.finishedUtc == b.finishedUtc &&
           a.error == b.error && a.firstGenotypes == b.firstGenotypes && a.device == b.device &&
           a.modelsJson == b.modelsJson && a.parametersJson == b.parametersJson;
}

QString cellText(const RunRecord &run, int column)
{
    switch (column) {
    case RunsModel::Started:
        return startedText(run);
    case RunsModel::Kind:
        return kindText(run);
    case RunsModel::What:
        return whatText(run);
    case RunsModel::Rows:
        return formatCount(run.genotypeCount);
    case RunsModel::Status:
        return statusText(run.status);
    case RunsModel::CellName:
        return QString::fromStdString(run.cellName);
    case RunsModel::Model:
        return modelText(run);
    case RunsModel::Note:
        return QString::fromStdString(run.note);
    default:
        return {};
    }
}

QIcon iconOf(RunStatus status)
{
    const QColor colour =
        status == RunStatus::Failed ? severityColour(Severity::Error, QGuiApplication::palette()) : QColor();
    return themedIcon(statusIcon(status), colour);
}

} // namespace

RunsModel::RunsModel(QObject *parent) : QAbstractTableModel(parent) {}

void RunsModel::setRuns(const std::vector<RunRecord> &runs)
{
    // Both lists are ordered by descending id, so one walk finds what came, went and changed.
    std::size_t row = 0;
    for (std::size_t next = 0; next < runs.size() || row < runs_.size();) {
        const int position = static_cast<int>(row);
        if (next == runs.size() || (row < runs_.size() && runs_[row].id > runs[next].id)) {
            beginRemoveRows({}, position, position);
            runs_.erase(runs_.begin() + position);
            endRemoveRows();
        } else if (row == runs_.size() || runs_[row].id < runs[next].id) {
            // A run of new rows comes in as one change.
            std::size_t end = next + 1;
            while (end < runs.size() && (row == runs_.size() || runs_[row].id < runs[end].id)) {
                ++end;
            }
            const int count = static_cast<int>(end - next);
            beginInsertRows({}, position, position + count - 1);
            runs_.insert(runs_.begin() + position, runs.begin() + static_cast<std::ptrdiff_t>(next),
                         runs.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            row += end - next;
            next = end;
        } else {
            replaceRow(position, runs[next]);
            ++row;
            ++next;
        }
    }
}

void RunsModel::replaceRow(int row, const RunRecord &run)
{
    RunRecord &old = runs_[static_cast<std::size_t>(row)];
    const bool others = !sameButForNote(old, run);
    const bool note = old.note != run.note;
    old = run;
    if (others) {
        emit dataChanged(index(row, 0), index(row, Note - 1));
    }
    if (note) {
        emit dataChanged(index(row, Note), index(row, Note));
    }
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunRecord &record = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return cellText(record, index.column());
    case SortRole:
        switch (index.column()) {
        case Started:
            return static_cast<qlonglong>(record.id);
        case Rows:
            return static_cast<qlonglong>(record.genotypeCount);
        default:
            return cellText(record, index.column());
        }
    case Qt::ToolTipRole:
        return detailText(record);
    case Qt::DecorationRole:
        return index.column() == Status ? iconOf(record.status) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Rows ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::FontRole:
        return index.column() == Rows || index.column() == Started ? numberFont() : QVariant();
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == Rows ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Started:
        return tr("Started");
    case Kind:
        return tr("Kind");
    case What:
        return tr("Genotypes");
    case Rows:
        return tr("Rows");
    case Status:
        return tr("Status");
    case CellName:
        return tr("Cell");
    case Model:
        return tr("Model");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Note ? flags | Qt::ItemIsEditable : flags;
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Note || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const QString note = value.toString().trimmed();
    if (note != cellText(run(index.row()), Note)) {
        emit noteEdited(run(index.row()), note);
    }
    return true;
}

RunsFilter::RunsFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RunsModel::SortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void RunsFilter::setText(const QString &text)
{
    words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString text;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        text += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
    }
    return std::all_of(words_.begin(), words_.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace knockscape::ui
