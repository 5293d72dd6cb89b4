#include "ui/history/run_commands.h"

#include "ui/theme/counted_text.h"

#include <QCoreApplication>

namespace knockscape::ui
{
namespace
{

/// Translations of this file are in one context.
struct RunCommands {
    Q_DECLARE_TR_FUNCTIONS(RunCommands)
};

} // namespace

DeleteRunsCommand::DeleteRunsCommand(DatabaseService *database, std::vector<qint64> runs)
    : database_(database), runs_(std::move(runs))
{
    setText(runs_.size() == 1 ? RunCommands::tr("Delete Run %1").arg(runs_.front())
                              : trCount("RunCommands", "Delete %1 Run", "Delete %1 Runs", qint64(runs_.size())));
}

void DeleteRunsCommand::undo()
{
    for (const qint64 run : runs_) {
        if (database_) {
            database_->restoreRun(run);
        }
    }
}

void DeleteRunsCommand::redo()
{
    for (const qint64 run : runs_) {
        if (database_) {
            database_->removeRun(run);
        }
    }
}

EditNoteCommand::EditNoteCommand(DatabaseService *database, const RunRecord &run, QString note)
    : database_(database), run_(run.id), before_(QString::fromStdString(run.note)), after_(std::move(note))
{
    setText(RunCommands::tr("Edit Note of Run %1").arg(run_));
}

void EditNoteCommand::undo()
{
    if (database_) {
        database_->setNote(run_, before_);
    }
}

void EditNoteCommand::redo()
{
    if (database_) {
        database_->setNote(run_, after_);
    }
}

} // namespace knockscape::ui
