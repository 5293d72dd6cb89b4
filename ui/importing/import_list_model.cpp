#include "ui/importing/import_list_model.h"

#include "ui/issues/issue_model.h"
#include "ui/issues/issue_place.h"
#include "ui/theme/colours.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/icon.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

QIcon stateIcon(EntryState state)
{
    const QPalette palette = QApplication::palette();
    switch (state) {
    case EntryState::Reading:
        return themedIcon(QStringLiteral("refresh"), dimmedText(palette));
    case EntryState::Ignored:
        return themedIcon(QStringLiteral("remove"), dimmedText(palette));
    case EntryState::Doubtful:
        return themedIcon(QStringLiteral("warning"), severityColour(Severity::Warning, palette));
    case EntryState::Problem:
        return themedIcon(QStringLiteral("error"), severityColour(Severity::Error, palette));
    case EntryState::Ready:
        break;
    }
    return themedIcon(QStringLiteral("ok"), severityColour(Severity::Note, palette));
}

bool same(const ColumnChoice &a, const ColumnChoice &b)
{
    return std::tie(a.source, a.target, a.weight, a.id) == std::tie(b.source, b.target, b.weight, b.id);
}

qint64 sizeOf(const fs::path &path)
{
    std::error_code error;
    const std::uintmax_t bytes = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    return error ? 0 : static_cast<qint64>(bytes);
}

} // namespace

int ImportListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int ImportListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == SizeColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case FileColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case FormatColumn:
        return tr("Recognised as");
    case UseColumn:
        return tr("Use as");
    case ContentsColumn:
        return tr("Contents");
    default:
        return tr("State");
    }
}

QString ImportListModel::display(const ImportEntry &entry, int column) const
{
    switch (column) {
    case FileColumn:
        return entry.fileName();
    case SizeColumn:
        return QLocale().formattedDataSize(entry.bytes, 1, QLocale::DataSizeTraditionalFormat);
    case FormatColumn:
        return !entry.recognised                      ? tr("Looking at it…")
               : entry.recognised->formatName.empty() ? QString::fromStdString(kindName(entry.recognised->kind))
                                                      : QString::fromStdString(entry.recognised->formatName);
    case UseColumn:
        return entry.use == ImportUse::OtherNetwork ? tr("Network: %1").arg(entry.networkType) : useName(entry.use);
    case ContentsColumn:
        return contentsText(entry);
    default:
        return stateText(entry);
    }
}

QString ImportListModel::toolTip(const ImportEntry &entry, int column) const
{
    if (column == FileColumn) {
        return QString::fromStdString(entry.path.string());
    }
    if (column != StateColumn) {
        return display(entry, column);
    }
    QStringList lines{stateText(entry)};
    for (const Issue &issue : !entry.issues.empty() || !entry.recognised ? entry.issues : entry.recognised->issues) {
        lines << QString::fromStdString(describe(issue));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant ImportListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportEntry &entry = entries_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::ToolTipRole:
        return toolTip(entry, index.column());
    case Qt::DecorationRole:
        return index.column() == StateColumn ? stateIcon(stateOf(entry)) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ForegroundRole: {
        const EntryState state = stateOf(entry);
        const bool dimmed = state == EntryState::Ignored || state == EntryState::Reading;
        return (dimmed && index.column() != FileColumn) || index.column() == SizeColumn
                   ? dimmedText(QApplication::palette())
                   : QVariant();
    }
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            display(entry, index.column()));
    default:
        return {};
    }
}

int ImportListModel::rowOf(quint64 id) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ImportEntry &e) { return e.id == id; });
    return found == entries_.end() ? -1 : static_cast<int>(found - entries_.begin());
}

int ImportListModel::rowOf(const fs::path &path) const
{
    const auto found =
        std::find_if(entries_.begin(), entries_.end(), [&](const ImportEntry &e) { return e.path == path; });
    return found == entries_.end() ? -1 : static_cast<int>(found - entries_.begin());
}

std::vector<quint64> ImportListModel::add(const std::vector<fs::path> &paths)
{
    std::vector<ImportEntry> added;
    for (const fs::path &path : paths) {
        ImportEntry entry;
        entry.path = fs::absolute(path).lexically_normal();
        const bool known = rowOf(entry.path) >= 0 || std::any_of(added.begin(), added.end(), [&](const ImportEntry &e) {
                               return e.path == entry.path;
                           });
        if (!known) {
            entry.id = ++lastId_;
            entry.bytes = sizeOf(entry.path);
            added.push_back(std::move(entry));
        }
    }
    std::vector<quint64> ids;
    if (added.empty()) {
        return ids;
    }
    const std::vector<ImportEntry> before = entries_;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    for (ImportEntry &entry : added) {
        ids.push_back(entry.id);
        entries_.push_back(std::move(entry));
    }
    endInsertRows();
    changed();
    record(trCount("ImportListModel", "adding %1 file", "adding %1 files", qint64(ids.size())), before);
    return ids;
}

void ImportListModel::remove(std::vector<int> rows)
{
    std::sort(rows.rbegin(), rows.rend());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const std::vector<ImportEntry> before = entries_;
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        entries_.erase(entries_.begin() + row);
        endRemoveRows();
    }
    if (!rows.empty()) {
        changed();
        record(trCount("ImportListModel", "removing %1 file", "removing %1 files", qint64(rows.size())), before);
    }
}

bool ImportListModel::move(int row, int step)
{
    const int to = row + step;
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || step == 0) {
        return false;
    }
    const std::vector<ImportEntry> before = entries_;
    beginMoveRows({}, row, row, {}, step > 0 ? to + 1 : to);
    std::swap(entries_[static_cast<std::size_t>(row)], entries_[static_cast<std::size_t>(to)]);
    endMoveRows();
    changed();
    record(tr("moving %1").arg(entries_[static_cast<std::size_t>(to)].fileName()), before);
    return true;
}

void ImportListModel::clear()
{
    if (entries_.empty()) {
        return;
    }
    const std::vector<ImportEntry> before = entries_;
    beginResetModel();
    entries_.clear();
    endResetModel();
    emit edited();
    record(tr("starting over"), before);
}

void ImportListModel::setUse(int row, ImportUse use)
{
    ImportEntry &entry = entries_[static_cast<std::size_t>(row)];
    if (entry.use == use) {
        return;
    }
    const std::vector<ImportEntry> before = entries_;
    if (use == ImportUse::OtherNetwork && entry.networkType.isEmpty()) {
        const std::string &suggested = entry.recognised ? entry.recognised->interactionType : std::string();
        entry.networkType = freeNetworkType(entries_, QString::fromStdString(suggested));
    }
    entry.use = use;
    entry.useChosen = true;
    changed();
    record(tr("use of %1").arg(entry.fileName()), before);
}

void ImportListModel::setNetworkType(int row, const QString &type)
{
    ImportEntry &entry = entries_[static_cast<std::size_t>(row)];
    if (entry.networkType != type) {
        const std::vector<ImportEntry> before = entries_;
        entry.networkType = type;
        changed();
        record(tr("network type of %1").arg(entry.fileName()), before, entry.id);
    }
}

void ImportListModel::setColumns(int row, const ColumnChoice &columns)
{
    ImportEntry &entry = entries_[static_cast<std::size_t>(row)];
    if (same(entry.columns, columns)) {
        return;
    }
    const std::vector<ImportEntry> before = entries_;
    entry.columns = columns;
    changed();
    record(tr("columns of %1").arg(entry.fileName()), before);
}

void ImportListModel::setRecognised(quint64 id, const RecognisedFile &file)
{
    // Also of a file that is off the list: the removal may be undone.
    recognised_[id] = file;
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    recognise(entries_[static_cast<std::size_t>(row)], file);
    changed();
}

void ImportListModel::recognise(ImportEntry &entry, const RecognisedFile &file)
{
    entry.recognised = file;
    if (!entry.useChosen) {
        const ImportUse use = suggestedUse(file);
        const QString wanted = QString::fromStdString(file.interactionType);
        if (isNetwork(use)) {
            const QString type = freeNetworkType(entries_, wanted);
            entry.networkType = type == wanted && use != ImportUse::OtherNetwork ? QString() : type;
            entry.use = type == wanted ? use : ImportUse::OtherNetwork;
        } else {
            entry.use = use;
        }
    }
}

void ImportListModel::setImported(const std::vector<ImportedFile> &files, const std::vector<Issue> &issues)
{
    std::vector<fs::path> places;
    for (const Issue &issue : issues) {
        places.push_back(placeOf(issue).file);
    }
    for (ImportEntry &entry : entries_) {
        entry.imported.clear();
        entry.issues.clear();
        for (const ImportedFile &file : files) {
            const bool sameType =
                !isNetwork(entry.use) || entry.interactionType().toStdString() == file.interactionType;
            if (file.path == entry.path && sameType && entry.use != ImportUse::Ignore) {
                entry.imported.push_back(file);
            }
        }
        for (std::size_t i = 0; i < issues.size(); ++i) {
            if (places[i] == entry.path) {
                entry.issues.push_back(issues[i]);
            }
        }
    }
    if (!entries_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

void ImportListModel::changed()
{
    settleSequences(entries_);
    findClashes(entries_);
    if (!entries_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    emit edited();
}

} // namespace knockscape::ui
