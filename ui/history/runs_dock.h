#pragma once

#include "ui/history/database_service.h"

#include <QDockWidget>

#include <memory>

class QAction;
class QUndoStack;

namespace knockscape::ui
{

/// RUNS: the history of runs from the database. Sort and filter, open a past run, edit its note in place, delete with
/// undo (the delete is a command on `undo`), export its rows.
class RunsDock : public QDockWidget
{
    Q_OBJECT

public:
    RunsDock(DatabaseService *database, QUndoStack *undo, QWidget *parent = nullptr);
    ~RunsDock() override;

    /// What a person can do while there are no runs, offered as a button there (Predict, for example).
    void setEmptyAction(QAction *action);

signals:
    /// A person asked to see this run; the answer of requestRun follows from the database service.
    void openRequested(const knockscape::RunRecord &run);
    void exportRequested(const knockscape::RunRecord &run);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::ui
