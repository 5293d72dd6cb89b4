#pragma once

#include <QTreeView>

namespace knockscape::ui
{

/// The table of runs: Return or a double click opens, F2 edits the note of the current run, Up on the first row goes
/// back to the filter.
class RunsView : public QTreeView
{
    Q_OBJECT

public:
    explicit RunsView(QWidget *parent = nullptr);
    /// Opens the editor of the current run's note.
    void editNote();

signals:
    void openRequested(const QModelIndex &index);
    void leftUpwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    int sizeHintForColumn(int column) const override;
};

} // namespace knockscape::ui
