// Runs of the history: shown beside what is open, and exported.

#include "engine/store/prediction_table.h"
#include "engine/store/run_provenance.h"
#include "ui/history/run_text.h"
#include "ui/mainwindow/workbench.h"

#include <algorithm>

namespace knockscape::ui
{
namespace
{

namespace fs = std::filesystem;

bool isThere(const fs::path &path)
{
    std::error_code error;
    return !path.empty() && fs::exists(path, error);
}

/// Where the run's cell may be: where this program last saw it, or where the run found it.
std::optional<fs::path> cellOf(const RunRecord &run)
{
    const fs::path seen = cellFolderOf(QString::fromStdString(run.cellSha256)).toStdString();
    const fs::path ran = cellFolderOf(run);
    return isThere(seen) ? std::optional(seen) : isThere(ran) ? std::optional(ran) : std::nullopt;
}

/// The files of the run's models; none if one of them is gone.
std::vector<fs::path> modelFilesOf(const std::vector<RunModel> &models)
{
    std::vector<fs::path> files;
    for (const RunModel &model : models) {
        files.push_back(model.path);
    }
    return std::all_of(files.begin(), files.end(), isThere) ? files : std::vector<fs::path>();
}

} // namespace

void Workbench::openRun(const RunRecord &run)
{
    openingRun_ = run;
    database_->requestRun(run.id);
}

void Workbench::exportRun(const RunRecord &run, const QString &file)
{
    exportingRun_ = {run, file};
    database_->requestRun(run.id);
}

void Workbench::onRunRead(qint64 run, const std::vector<StoredPrediction> &stored,
                          const std::vector<RunArtifact> &artifacts)
{
    if (exportingRun_ && exportingRun_->first.id == run) {
        const auto [exported, file] = *std::exchange(exportingRun_, std::nullopt);
        try {
            writePredictionTable(file.toStdString(), stored, provenanceOf(exported));
            emit runExported(file);
        } catch (...) {
            emit reported(tr("%1 was not written").arg(file), issuesOf(std::current_exception()), MessageTopic::Export);
        }
    }
    if (!openingRun_ || openingRun_->id != run) {
        return;
    }
    const RunRecord record = *std::exchange(openingRun_, std::nullopt);
    if (running()) {
        emit reported(tr("The past run was not opened"), {warningAt({}, blockedReason().toStdString())},
                      MessageTopic::Blocked);
    } else if (stored.empty()) {
        tellOfRunWithoutRows(record, artifacts);
    } else {
        showRun(compareWithOpen(record, stored, *session_));
    }
}

Provenance Workbench::resultsProvenance() const
{
    if (session_->resultOrigin() == ResultOrigin::PastRun) {
        return provenanceOf(shownRun_);
    }
    if (session_->resultsSimulated() && runProvenance_) {
        return *runProvenance_;
    }
    Provenance about = provenanceOf("predictions", "window", session_->cell().get(), session_->models());
    about.cell.path = session_->cellFolder();
    return about;
}

void Workbench::showRun(const PastRun &run)
{
    const std::vector<Issue> remarks = remarksOn(run, *session_);
    if (run.rows.empty()) {
        // What is on screen stays: an empty table would say less.
        emit offered({tr("The past run was not opened"), remarks, MessageTopic::PastRun, offersFor(run)});
        return;
    }
    inference_->abandon();
    previewing_ = false;
    session_->beginResults(ResultOrigin::PastRun, titleOf(run.record), isSimulated(run.record));
    shownRun_ = run.record;
    session_->appendResults(run.rows);
    session_->finishResults(run.record.status == RunStatus::Finished && run.rowsLeftOut == 0 ? ResultState::Complete
                                                                                             : ResultState::Partial);
    emit logged(titleOf(run.record));
    if (!remarks.empty()) {
        emit offered({titleOf(run.record), remarks, MessageTopic::PastRun, offersFor(run)});
    }
}

/// Opening the cell, or the models, that the run was made with; then the run itself again.
std::vector<MessageAction> Workbench::offersFor(const PastRun &run)
{
    FilesToOpen files;
    files.models = modelFilesOf(modelsOf(run.record));
    QString text;
    if (run.otherCell) {
        files.cell = cellOf(run.record);
        if (!files.cell) {
            return {{tr("Find its cell…"), [this] { emit cellWanted(); }}};
        }
        if (*files.cell == session_->cellFolder()) {
            // Another version was written over it: there is nothing to open.
            return {};
        }
        text = tr("Open %1").arg(QString::fromStdString(run.record.cellName));
    } else if (run.otherModels && !files.models.empty()) {
        text = tr("Open %1").arg(modelText(run.record));
    } else {
        return {};
    }
    return {{text, [this, files, record = run.record] {
                 runAfterOpening_ = record;
                 open(files);
             }}};
}

void Workbench::tellOfRunWithoutRows(const RunRecord &record, const std::vector<RunArtifact> &artifacts)
{
    Message message{tr("Run %1 holds no rows").arg(record.id), {}, MessageTopic::PastRun, {}};
    FilesToOpen files;
    for (const RunArtifact &artifact : artifacts) {
        if (artifact.kind == "model" && isThere(artifact.path)) {
            files.models.push_back(artifact.path);
        }
    }
    const QString what = record.kind != "train" ? tr("It was ended before its first row.")
                         : artifacts.empty()    ? tr("It was a training, and ended before its first model.")
                         : files.models.empty() ? tr("It was a training; the models that it wrote are gone.")
                                                : tr("It was a training; its models can be opened.");
    message.issues = {noteAt({}, what.toStdString())};
    if (!files.models.empty()) {
        const bool otherCell = !session_->cell() || session_->cell()->sha256 != record.cellSha256;
        files.cell = otherCell ? cellOf(record) : std::nullopt;
        message.actions = {{tr("Open what it trained"), [this, files] { open(files); }}};
    }
    emit offered(message);
}

/// A run that was asked for together with its cell or models, now that these are open.
void Workbench::openRunThatWaits()
{
    if (runAfterOpening_) {
        openRun(*std::exchange(runAfterOpening_, std::nullopt));
    }
}

} // namespace knockscape::ui
