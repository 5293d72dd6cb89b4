#pragma once

#include "ui/history/database_service.h"

#include <QPointer>
#include <QUndoCommand>

#include <vector>

namespace knockscape::ui
{

/// Deletes runs from the history; undo brings them back.
class DeleteRunsCommand : public QUndoCommand
{
public:
    DeleteRunsCommand(DatabaseService *database, std::vector<qint64> runs);
    void undo() override;
    void redo() override;

private:
    QPointer<DatabaseService> database_;
    std::vector<qint64> runs_;
};

/// Changes the note of a run.
class EditNoteCommand : public QUndoCommand
{
public:
    EditNoteCommand(DatabaseService *database, const RunRecord &run, QString note);
    void undo() override;
    void redo() override;

private:
    QPointer<DatabaseService> database_;
    qint64 run_;
    QString before_;
    QString after_;
};

} // namespace knockscape::ui
