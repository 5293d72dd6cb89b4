#include "ui/mainwindow/workbench.h"

#include "engine/store/prediction_table.h"
#include "ui/theme/number_format.h"

#include <QTimer>

#include <algorithm>

namespace knockscape::ui
{
namespace
{

/// More parts than this would bury the set itself.
constexpr std::size_t largestSetWithSubsets = 4;

QString toQString(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

/// Every non-empty subset of `set` but itself, small ones first; only the singles for large sets.
std::vector<Genotype> partsOf(const Genotype &set)
{
    const auto genes = set.genes();
    std::vector<Genotype> parts;
    if (genes.size() > largestSetWithSubsets) {
        for (const GeneIndex gene : genes) {
            parts.push_back(Genotype{gene});
        }
        return parts;
    }
    for (unsigned mask = 1; mask + 1 < (1U << genes.size()); ++mask) {
        std::vector<GeneIndex> subset;
        for (std::size_t i = 0; i < genes.size(); ++i) {
            if ((mask >> i & 1U) != 0) {
                subset.push_back(genes[i]);
            }
        }
        parts.emplace_back(std::move(subset));
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Genotype &a, const Genotype &b) { return a.size() < b.size(); });
    return parts;
}

std::vector<Genotype> singlesOf(const Cell &cell)
{
    std::vector<Genotype> singles;
    singles.reserve(cell.genes.size());
    for (std::size_t gene = 0; gene < cell.genes.size(); ++gene) {
        singles.push_back(Genotype{static_cast<GeneIndex>(gene)});
    }
    return singles;
}

} // namespace

Workbench::Workbench(const Preferences &preferences, QObject *parent)
    : QObject(parent), preferences_(preferences), session_(std::make_unique<Session>()),
      database_(std::make_unique<DatabaseService>(preferences.databaseFile())),
      inference_(std::make_unique<InferenceService>()), simulation_(std::make_unique<SimulationService>()),
      recorder_(database_.get(), session_.get())
{
    inference_->setSettings(preferences_.torchSettings());
    connectInference();
    connect(session_.get(), &Session::knockoutsChanged, this, &Workbench::requestLive);
    connect(simulation_.get(), &SimulationService::ready, this, &Workbench::simulationChanged);
    connect(simulation_.get(), &SimulationService::unavailable, this, [this](const Issue &issue) {
        emit logged(tr("No simulated growth: %1").arg(QString::fromStdString(describe(issue))));
        emit simulationUnavailable(QString::fromStdString(issue.what));
    });
    connect(database_.get(), &DatabaseService::predictionsReady, this, &Workbench::onRunRead);
    connect(database_.get(), &DatabaseService::failed, this, [this](const QString &message) {
        emit logged(tr("Run database: %1").arg(message));
        if (!databaseFailureReported_) {
            databaseFailureReported_ = true;
            emit reported(tr("Runs are not being logged"),
                          {warningAt(toQString(preferences_.databaseFile()).toStdString(), message.toStdString(),
                                     tr("Choose another run database in Edit › Preferences").toStdString())});
        }
    });
}

Workbench::~Workbench()
{
    // The run in progress is recorded as cancelled; the database thread writes what is queued before it ends.
    recorder_.interrupt();
    inference_.reset();
    simulation_.reset();
}

void Workbench::connectInference()
{
    InferenceService *const inference = inference_.get();
    connect(inference, &InferenceService::moduleReady, this,
            [this](const QString &version, const QStringList &devices) {
                moduleVersion_ = version;
                devices_ = devices;
                emit logged(tr("%1 is loaded").arg(version));
                emit modelStateChanged();
            });
    connect(inference, &InferenceService::moduleMissing, this, [this](const Issue &issue) {
        waiting_ = {};
        setModelState(ModelState::ModuleMissing);
        emit openingChanged({});
        emit reported(tr("Predictions are not available; genes and networks can still be browsed"), {issue});
    });
    connect(inference, &InferenceService::opening, this,
            [this](const QString &stage, quint64, quint64) { emit openingChanged(stage); });
    connect(inference, &InferenceService::cellOpened, this, &Workbench::onCellOpened);
    connect(inference, &InferenceService::cellRefused, this, &Workbench::onCellRefused);
    connect(inference, &InferenceService::modelsOpened, this, &Workbench::onModelsOpened);
    connect(inference, &InferenceService::modelsRefused, this,
            [this](const QStringList &, const std::vector<Issue> &issues) { onModelsRefused(issues); });
    connect(inference, &InferenceService::batchReady, this, [this](quint64 id, const std::vector<PredictionRow> &rows) {
        recorder_.append(id, rows);
        session_->appendResults(rows);
    });
    connect(inference, &InferenceService::progressed, this, &Workbench::onProgress);
    connect(inference, &InferenceService::ended, this, &Workbench::onEnded);
    connect(inference, &InferenceService::liveReady, this, &Workbench::liveChanged);
    connect(inference, &InferenceService::liveFailed, this, [this](const std::vector<Issue> &issues) {
        emit reported(tr("The current set could not be predicted"), issues);
    });
}

QString Workbench::cellName() const
{
    return session_->cell() ? QString::fromStdString(session_->cell()->name) : QString();
}

QString Workbench::blockedReason() const
{
    if (running()) {
        return tr("A prediction is running; wait for it or cancel it");
    }
    if (openingCell_) {
        return tr("A cell is being opened");
    }
    switch (modelState_) {
    case ModelState::Ready:
        return {};
    case ModelState::Loading:
        return tr("The model is being loaded");
    case ModelState::ModuleMissing:
        return tr("The prediction module could not be loaded; see Issues");
    case ModelState::None:
        break;
    }
    return session_->cell() ? tr("No model is open: File › Open model") : tr("No cell is open: File › Open cell");
}

void Workbench::setModelState(ModelState state)
{
    modelState_ = state;
    emit modelStateChanged();
}

void Workbench::open(const FilesToOpen &files)
{
    std::vector<Issue> issues;
    for (const auto &path : files.unknown) {
        issues.push_back(errorAt(path.string(), tr("This kind of file cannot be opened here").toStdString(),
                                 tr("Open a .cell folder, a .safetensors model or a knockout list (.txt, .csv, .tsv); "
                                    "make a cell of other files with knockscape-cli cell import")
                                     .toStdString()));
    }
    if (!issues.empty()) {
        emit reported(tr("Not opened"), issues);
    }
    if (files.cell) {
        if (running()) {
            cancel();
        }
        waiting_ = files;
        waiting_.cell.reset();
        emit openingChanged(tr("Opening %1").arg(toQString(files.cell->filename())));
        openingCell_ = true;
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
                               tr("Open a cell of your own, or install the program again").toStdString())});
        return;
    }
    open(demo);
}

void Workbench::startModels(const std::vector<std::filesystem::path> &models)
{
    if (running()) {
        cancel();
    }
    setModelState(ModelState::Loading);
    emit openingChanged(moduleVersion_.isEmpty() ? tr("Loading libtorch and the model") : tr("Opening the model"));
    inference_->openModels(models);
}

void Workbench::onCellOpened(const OpenedCell &opened)
{
    openingCell_ = false;
    inference_->abandon();
    previewing_ = false;
    std::vector<Issue> issues = opened.issues;
    simulation_->setCell(opened.cell);
    const std::vector<Issue> lost = session_->setCell(opened.cell, opened.folder);
    issues.insert(issues.end(), lost.begin(), lost.end());
    rememberRecentFile(QStringLiteral("cells"), toQString(opened.folder));
    emit logged(tr("Opened cell %1: %2 genes").arg(cellName(), formatCount(qint64(opened.cell->genes.size()))));
    if (!issues.empty()) {
        emit reported(
            tr("%1 was opened; %n thing(s) to know", nullptr, static_cast<int>(issues.size())).arg(cellName()), issues);
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
    openingCell_ = false;
    emit openingChanged({});
    emit modelStateChanged();
    emit reported(tr("%1 was not opened").arg(folder), issues);
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
    emit logged(tr("Opened %1 on %2").arg(files.join(QStringLiteral(", ")), opened.device));
    emit openingChanged({});
    setModelState(ModelState::Ready);
    requestLive();
    preview();
}

void Workbench::onModelsRefused(const std::vector<Issue> &issues)
{
    emit openingChanged({});
    setModelState(session_->models().empty() ? ModelState::None : ModelState::Ready);
    emit reported(session_->models().empty() ? tr("The model was not opened")
                                             : tr("The model was not opened; the one before stays"),
                  issues);
}

void Workbench::setPreferences(const Preferences &preferences)
{
    const bool reopen = preferences.device != preferences_.device || preferences.threads != preferences_.threads;
    preferences_ = preferences;
    savePreferences(preferences);
    inference_->setSettings(preferences.torchSettings());
    if (reopen && !session_->models().empty()) {
        std::vector<std::filesystem::path> models;
        for (const ModelSummary &model : session_->models()) {
            models.push_back(model.path);
        }
        startModels(models);
    }
}

void Workbench::requestLive()
{
    if (modelState_ == ModelState::Ready) {
        inference_->requestLive(session_->knockouts());
    }
    if (session_->cell() && !session_->cell()->metabolism.empty()) {
        simulation_->request(session_->knockouts());
    }
}

/// The first view should not be empty: all single knockouts, shown as what they are, and not logged.
void Workbench::preview()
{
    if (session_->resultOrigin() != ResultOrigin::None || inference_->busy()) {
        return;
    }
    previewing_ = true;
    session_->beginResults(ResultOrigin::Preview,
                           tr("All single knockouts of %1 (preview, not logged)").arg(cellName()));
    inference_->predict(singlesOf(*session_->cell()));
}

void Workbench::start(const RunDescription &run, std::vector<Genotype> genotypes)
{
    if (const QString reason = blockedReason(); !reason.isEmpty()) {
        emit reported(tr("Nothing was predicted"), {warningAt({}, reason.toStdString())});
        return;
    }
    if (genotypes.empty()) {
        emit reported(tr("Nothing was predicted"),
                      {warningAt({}, tr("There is no genotype to predict").toStdString(),
                                 tr("Tick a gene, or add genotypes to the list").toStdString())});
        return;
    }
    previewing_ = false;
    const std::size_t count = genotypes.size();
    const quint64 id = inference_->predict(std::move(genotypes));
    recorder_.begin(id, run, count, QStringLiteral(KNOCKSCAPE_VERSION));
    session_->beginResults(ResultOrigin::Run, run.title);
    job_ = {run.title, 0, count, -1.0};
    jobTimer_.start();
    emit logged(tr("Started: %1, %n genotype(s)", nullptr, static_cast<int>(count)).arg(run.title));
    emit jobStarted(job_);
}

void Workbench::predict()
{
    if (session_->genotypes().empty()) {
        predictSet();
    } else {
        predictList();
    }
}

void Workbench::predictList()
{
    start({"predict", tr("Genotype list, %1").arg(cellName()), "list"}, session_->genotypes());
}

void Workbench::predictSet()
{
    const Genotype &set = session_->knockouts();
    if (set.empty()) {
        start({}, {});
        return;
    }
    std::vector<Genotype> genotypes{set};
    const std::vector<Genotype> parts = partsOf(set);
    genotypes.insert(genotypes.end(), parts.begin(), parts.end());
    QStringList names;
    for (const GeneIndex gene : set.genes()) {
        names << session_->label(gene).toLower() + QStringLiteral("Δ");
    }
    const QString shown = names.size() <= 6 ? names.join(QLatin1Char(' ')) : tr("%n gene(s)", nullptr, names.size());
    start({"predict", parts.empty() ? shown : tr("%1 and its parts").arg(shown), "set"}, std::move(genotypes));
}

void Workbench::predictSingles()
{
    if (session_->cell()) {
        start({"screen", tr("All single knockouts, %1").arg(cellName()), "singles"}, singlesOf(*session_->cell()));
    }
}

void Workbench::predictAgainstAll()
{
    const Genotype &set = session_->knockouts();
    if (set.empty() || !session_->cell()) {
        start({}, {});
        return;
    }
    std::vector<Genotype> genotypes;
    for (std::size_t gene = 0; gene < session_->cell()->genes.size(); ++gene) {
        if (!set.contains(static_cast<GeneIndex>(gene))) {
            genotypes.push_back(set.with(static_cast<GeneIndex>(gene)));
        }
    }
    QStringList names;
    for (const GeneIndex gene : set.genes()) {
        names << session_->label(gene).toLower() + QStringLiteral("Δ");
    }
    start({"screen", tr("%1 × all genes").arg(names.join(QLatin1Char(' '))), "against"}, std::move(genotypes));
}

void Workbench::cancel()
{
    inference_->cancel();
}

void Workbench::onProgress(quint64, quint64 done, quint64 total)
{
    if (previewing_) {
        return;
    }
    job_.done = done;
    job_.total = total;
    const double seconds = static_cast<double>(jobTimer_.elapsed()) / 1000.0;
    // The first moments say nothing about the rest.
    job_.secondsLeft =
        seconds > 0.3 && done > 0 ? seconds / static_cast<double>(done) * static_cast<double>(total - done) : -1.0;
    emit jobProgressed(job_);
}

void Workbench::onEnded(quint64 id, JobEnd end, const std::vector<Issue> &issues)
{
    recorder_.finish(id, end, issues);
    session_->finishResults(end == JobEnd::Finished ? ResultState::Complete : ResultState::Partial);
    if (!issues.empty()) {
        emit reported(tr("The prediction stopped; the rows so far are kept"), issues);
    }
    if (std::exchange(previewing_, false)) {
        emit logged(tr("Preview: %1").arg(session_->resultTitle()));
        return;
    }
    const QString rows = formatCount(qint64(session_->results().size()));
    const QString time = formatDuration(static_cast<double>(jobTimer_.elapsed()) / 1000.0);
    const QString summary = end == JobEnd::Finished    ? tr("%1 genotypes in %2").arg(rows, time)
                            : end == JobEnd::Cancelled ? tr("Cancelled after %1; %2 rows kept").arg(time, rows)
                                                       : tr("Failed after %1; %2 rows kept").arg(time, rows);
    emit logged(QStringLiteral("%1: %2").arg(job_.title, summary));
    emit jobEnded(end, summary);
}

void Workbench::openRun(const RunRecord &run)
{
    openingRun_ = run;
    database_->requestPredictions(run.id);
}

void Workbench::exportRun(const RunRecord &run, const QString &file)
{
    exportingRun_ = {run, file};
    database_->requestPredictions(run.id);
}

void Workbench::onRunRead(qint64 run, const std::vector<StoredPrediction> &stored)
{
    if (exportingRun_ && exportingRun_->first.id == run) {
        const QString file = std::exchange(exportingRun_, std::nullopt)->second;
        try {
            writePredictionTable(file.toStdString(), stored);
            emit runExported(file);
        } catch (...) {
            emit reported(tr("%1 was not written").arg(file), issuesOf(std::current_exception()));
        }
    }
    if (!openingRun_ || openingRun_->id != run) {
        return;
    }
    const RunRecord record = *std::exchange(openingRun_, std::nullopt);
    if (running()) {
        emit reported(tr("The past run was not opened"), {warningAt({}, blockedReason().toStdString())});
        return;
    }
    if (!session_->cell()) {
        emit reported(
            tr("The past run was not opened"),
            {warningAt({}, tr("No cell is open").toStdString(),
                       tr("Open the cell “%1” first").arg(QString::fromStdString(record.cellName)).toStdString())});
        return;
    }
    inference_->abandon();
    previewing_ = false;
    std::vector<Issue> issues;
    const std::vector<PredictionRow> rows = rowsFromRun(stored, session_->cell()->genes, record, issues);
    session_->beginResults(ResultOrigin::PastRun, tr("Past run %1 of %2: %3")
                                                      .arg(record.id)
                                                      .arg(QString::fromStdString(record.startedUtc),
                                                           QString::fromStdString(record.cellName)));
    session_->appendResults(rows);
    session_->finishResults(record.status == RunStatus::Finished && issues.empty() ? ResultState::Complete
                                                                                   : ResultState::Partial);
    if (!issues.empty()) {
        emit reported(tr("Some rows of the past run name genes that the open cell lacks"), issues);
    }
}

} // namespace knockscape::ui
