// What the workbench opens: cells, models, knockout lists.

#include "ui/mainwindow/workbench.h"
#include "ui/theme/counted_text.h"
#include "ui/theme/path_text.h"

namespace knockscape::ui
{
namespace
{

} // namespace

bool Workbench::open(const FilesToOpen &files)
{
    std::vector<Issue> issues;
    for (const auto &path : files.unknown) {
        issues.push_back(
            errorAt(path.string(), tr("This kind of file cannot be opened here").toStdString(),
                    tr("Open a .cell folder, a model (.safetensors, .pt, .ckpt) or a knockout list (.txt, .csv, .tsv); "
                       "make a cell of networks and metabolic models with File › Import cell")
                        .toStdString()));
    }
    if (!issues.empty()) {
        emit reported(tr("Not opened"), issues);
    }
    if (offerToStop(files)) {
        return false;
    }
    openNow(files);
    return true;
}

/// Opening a cell or a model ends what runs. A person who may not know that is asked first: the files could be refused,
/// and a long screen would have ended for nothing.
bool Workbench::offerToStop(const FilesToOpen &files)
{
    const bool screening = screens_->running();
    if ((!files.cell && files.models.empty()) || (!running() && !screening)) {
        return false;
    }
    Message message{tr("Not opened yet"), {}, MessageTopic::Blocked, {}};
    message.issues = {warningAt({},
                                (screening ? tr("A screen is running") : tr("A prediction is running")).toStdString(),
                                tr("Wait for it, or stop it; what is done is kept").toStdString())};
    message.actions = {{tr("Stop it and open"), [this, files] { openNow(files); }}};
    emit offered(message);
    return true;
}

void Workbench::openNow(const FilesToOpen &files)
{
    if (files.cell) {
        cancelAll();
        waiting_ = files;
        waiting_.cell.reset();
        emit openingChanged(tr("Opening %1").arg(toQString(files.cell->filename())));
        openingCell_ = true;
        emit cellOpening();
        emit modelStateChanged();
        inference_->openCell(*files.cell);
        return;
    }
    if (!files.models.empty()) {
        waiting_ = files;
        startModels(files.models);
        waiting_.models.clear();
    }
    for (const auto &list : files.knockoutLists) {
        if (session_->cell()) {
            emit knockoutListRequested(toQString(list));
        } else {
            waiting_.knockoutLists.push_back(list);
        }
    }
}

void Workbench::openDemo()
{
    const FilesToOpen demo = demoFiles();
    if (!demo.cell) {
        inference_->loadModule();
        emit openingChanged({});
        emit reported(tr("The demo is not installed"),
                      {errorAt("demo", tr("No demo cell was found in the program's resource folder").toStdString(),
                               tr("Open a cell of your own, or install the program again").toStdString())},
                      MessageTopic::Cell);
        return;
    }
    open(demo);
}

void Workbench::startModels(const std::vector<std::filesystem::path> &models)
{
    cancelAll();
    openingModels_ = true;
    // With models open, everything that they say stays until others take their place.
    setModelState(session_->models().empty() ? ModelState::Loading : ModelState::Ready);
    emit openingChanged(moduleVersion_.isEmpty() ? tr("Loading libtorch and the model") : tr("Opening the model"));
    inference_->openModels(models);
}

void Workbench::onCellOpened(const OpenedCell &opened)
{
    openingCell_ = false;
    inference_->abandon();
    closeSimulator();
    previewing_ = false;
    std::vector<Issue> issues = opened.issues;
    const std::vector<Issue> lost = session_->setCell(opened.cell, opened.folder);
    issues.insert(issues.end(), lost.begin(), lost.end());
    rememberRecentFile(QStringLiteral("cells"), toQString(opened.folder));
    rememberCellFolder(QString::fromStdString(opened.cell->sha256), toQString(opened.folder));
    emit logged(
        trCount("Workbench", "Opened cell %2: %1 gene", "Opened cell %2: %1 genes", qint64(opened.cell->genes.size()))
            .arg(cellName()));
    if (!issues.empty()) {
        emit reported(tr("%1 was opened, with remarks").arg(cellName()), issues, MessageTopic::Cell);
    }

    std::vector<std::filesystem::path> models = waiting_.models;
    if (models.empty()) {
        for (const QString &model : modelsLastUsedWith(QString::fromStdString(opened.cell->sha256))) {
            models.emplace_back(model.toStdString());
        }
    }
    waiting_.models.clear();
    const std::vector<std::filesystem::path> lists = std::exchange(waiting_.knockoutLists, {});
    if (models.empty()) {
        setModelState(ModelState::None);
        emit openingChanged({});
        openRunThatWaits();
    } else {
        startModels(models);
    }
    for (const auto &list : lists) {
        emit knockoutListRequested(toQString(list));
    }
}

void Workbench::onCellRefused(const QString &folder, const std::vector<Issue> &issues)
{
    waiting_ = {};
    runAfterOpening_.reset();
    openingCell_ = false;
    emit openingChanged({});
    emit modelStateChanged();
    emit reported(tr("%1 was not opened").arg(folder), issues, MessageTopic::Cell);
}

void Workbench::onModelsOpened(const OpenedModels &opened)
{
    session_->setModels(opened.models, opened.device);
    QStringList files;
    for (const ModelSummary &model : opened.models) {
        files << toQString(model.path);
        rememberRecentFile(QStringLiteral("models"), files.back());
    }
    rememberModelsOf(QString::fromStdString(session_->cell()->sha256), files);
    std::vector<Issue> issues;
    for (const ModelSummary &model : opened.models) {
        issues.insert(issues.end(), model.issues.begin(), model.issues.end());
    }
    if (!issues.empty()) {
        emit reported(tr("%1 was opened, with remarks").arg(files.join(QStringLiteral(", "))), issues,
                      MessageTopic::Model);
    }
    emit logged(tr("Opened %1 on %2").arg(files.join(QStringLiteral(", ")), opened.device));
    endOpeningModels();
    requestLive();
    if (runAfterOpening_) {
        openRunThatWaits();
    } else {
        preview();
    }
}

void Workbench::answerModelQuestions(const ModelQuestions &asked, const std::string &answers)
{
    rememberModelAnswers(toQString(asked.file), answers);
    inference_->setSettings(preferences_.torchSettings());
    startModels(asked.files);
}

void Workbench::leaveModelQuestions(const ModelQuestions &asked)
{
    QStringList files;
    for (const auto &file : asked.files) {
        files << toQString(file);
    }
    onModelsRefused(files, asked.issues);
}

void Workbench::onModelsRefused(const QStringList &files, const std::vector<Issue> &issues)
{
    // What was answered may be why: it is asked again.
    for (const QString &file : files) {
        forgetModelAnswers(file);
    }
    inference_->setSettings(preferences_.torchSettings());
    endOpeningModels();
    emit reported(session_->models().empty() ? tr("The model was not opened")
                                             : tr("The model was not opened; the one before stays"),
                  issues, MessageTopic::Model);
    openRunThatWaits();
}

void Workbench::endOpeningModels()
{
    openingModels_ = false;
    emit openingChanged({});
    setModelState(session_->models().empty() ? ModelState::None : ModelState::Ready);
}

} // namespace knockscape::ui
