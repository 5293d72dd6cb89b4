#include "ui/importing/import_list_view.h"

#include "ui/importing/import_list_model.h"
#include "ui/importing/use_delegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace knockscape::ui
{

ImportListView::ImportListView(ImportListModel *model, QWidget *parent) : QTreeView(parent), model_(model)
{
    setObjectName(QStringLiteral("importList"));
    setAccessibleName(tr("Files to import"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new UseDelegate(this));
    setModel(model);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(6 * gridUnit);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ImportListView::openCombos);
    connect(model, &QAbstractItemModel::rowsMoved, this, &ImportListView::openCombos);
    connect(model, &QAbstractItemModel::modelReset, this, &ImportListView::openCombos);
}

void ImportListView::openCombos()
{
    for (int row = 0; row < model_->rowCount(); ++row) {
        openPersistentEditor(model_->index(row, ImportListModel::UseColumn));
    }
}

std::vector<int> ImportListView::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ImportListView::selectRow(int row)
{
    if (row >= 0 && row < model_->rowCount()) {
        const QModelIndex index = model_->index(row, 0);
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    }
}

void ImportListView::removeSelected()
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty()) {
        return;
    }
    model_->remove(rows);
    selectRow(std::min(rows.front(), model_->rowCount() - 1));
}

void ImportListView::moveCurrent(int step)
{
    const int row = currentIndex().row();
    if (model_->move(row, step)) {
        selectRow(row + step);
    }
}

void ImportListView::paste()
{
    const std::vector<std::filesystem::path> files = pathsOf(QApplication::clipboard()->mimeData());
    if (!files.empty()) {
        emit filesGiven(files);
    }
}

bool ImportListView::event(QEvent *event)
{
    // The window has these keys for other things.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Paste) || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void ImportListView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_Delete) {
        removeSelected();
    } else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const QModelIndex use = model_->index(currentIndex().row(), ImportListModel::UseColumn);
        if (QWidget *combo = indexWidget(use)) {
            combo->setFocus(Qt::ShortcutFocusReason);
        }
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void ImportListView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    sizeColumns();
}

void ImportListView::sizeColumns()
{
    const int width = viewport()->width();
    setColumnWidth(ImportListModel::SizeColumn, 8 * gridUnit);
    setColumnWidth(ImportListModel::UseColumn, std::max(19 * gridUnit, width * 16 / 100));
    setColumnWidth(ImportListModel::FileColumn, width * 19 / 100);
    setColumnWidth(ImportListModel::FormatColumn, width * 14 / 100);
    setColumnWidth(ImportListModel::ContentsColumn, width * 15 / 100);
}

void ImportListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentRowChanged(current.row());
}

std::vector<std::filesystem::path> pathsOf(const QMimeData *data)
{
    std::vector<std::filesystem::path> paths;
    if (data == nullptr) {
        return paths;
    }
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile()) {
            paths.emplace_back(url.toLocalFile().toStdString());
        }
    }
    if (!paths.empty()) {
        return paths;
    }
    for (QString line : data->text().split(QLatin1Char('\n'))) {
        line = line.trimmed();
        if (line.size() > 1 && (line.front() == QLatin1Char('"') || line.front() == QLatin1Char('\'')) &&
            line.back() == line.front()) {
            line = line.mid(1, line.size() - 2);
        }
        const QUrl url(line);
        if (url.isLocalFile()) {
            line = url.toLocalFile();
        } else if (line.startsWith(QLatin1String("~/"))) {
            line = qEnvironmentVariable("HOME") + line.mid(1);
        }
        if (line.contains(QLatin1Char('/')) || QFileInfo::exists(line)) {
            paths.emplace_back(line.toStdString());
        }
    }
    return paths;
}

} // namespace knockscape::ui
