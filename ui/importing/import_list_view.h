#pragma once

#include <QTreeView>

#include <filesystem>
#include <vector>

class QMimeData;

namespace knockscape::ui
{

class ImportListModel;

/// The chosen files as a table. Each row has a list to choose what the file is used as; Return or F2 on a row goes
/// there. Delete removes rows, Alt+Up and Alt+Down move them, Ctrl+V adds the files or paths of the clipboard.
class ImportListView : public QTreeView
{
    Q_OBJECT

public:
    explicit ImportListView(ImportListModel *model, QWidget *parent = nullptr);

    /// The rows selected, in order.
    std::vector<int> selectedRows() const;
    void selectRow(int row);
    void removeSelected();
    void moveCurrent(int step);
    /// Adds what the clipboard names: files copied in a file manager, or paths, one a line.
    void paste();

signals:
    void filesGiven(const std::vector<std::filesystem::path> &files);
    void currentRowChanged(int row);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void openCombos();
    void sizeColumns();

    ImportListModel *model_;
};

/// The paths that a clipboard or drop names: URLs of local files, or text with one path a line (also quoted, also
/// file://). What does not exist is left in: the assistant says so.
std::vector<std::filesystem::path> pathsOf(const QMimeData *data);

} // namespace knockscape::ui
