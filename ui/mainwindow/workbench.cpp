#include "ui/mainwindow/workbench.h"

#include "ui/theme/path_text.h"

namespace knockscape::ui
{
namespace
{

/// Ids of simulated jobs begin here: none is that of a prediction.
constexpr quint64 firstSimulatedJob = quint64{1} << 48;

} // namespace

Workbench::Workbench(const Preferences &preferences, QObject *parent)
    : QObject(parent), preferences_(preferences), session_(std::make_unique<Session>()),
      database_(std::make_unique<DatabaseService>(preferences.databaseFile())),
      inference_(std::make_unique<InferenceService>()),
      simulator_(std::make_unique<InferenceService>(firstSimulatedJob, nullptr)),
      screens_(std::make_unique<ScreenService>(inference_.get())), simulation_(std::make_unique<SimulationService>()),
      fluxes_(std::make_unique<FluxService>(session_.get())),
      explanations_(std::make_unique<ExplainService>(session_.get())),
      ranges_(std::make_unique<RangeService>(session_.get())), recorder_(database_.get(), session_.get())
{
    inference_->setSettings(preferences_.torchSettings());
    screens_->setSimulator([this] { return simulator(); });
    connectInference();
    connectJobs(inference_.get());
    connectJobs(simulator_.get());
    connect(session_.get(), &Session::mediumChanged, this, [this](const Medium &medium) {
        // A cell that is opened comes with its medium.
        if (const auto &cell = session_->cell()) {
            simulation_->setCell(cell, medium);
            if (!cell->metabolism.empty()) {
                simulation_->request(session_->knockouts());
            }
        }
    });
    connect(session_.get(), &Session::knockoutsChanged, this, &Workbench::requestLive);
    connect(simulation_.get(), &SimulationService::ready, this, &Workbench::simulationChanged);
    connect(simulation_.get(), &SimulationService::unavailable, this, [this](const Issue &issue) {
        emit logged(tr("No simulated growth: %1").arg(QString::fromStdString(describe(issue))));
        emit simulationUnavailable(QString::fromStdString(issue.what));
    });
    connect(database_.get(), &DatabaseService::runRead, this, &Workbench::onRunRead);
    connect(database_.get(), &DatabaseService::failed, this, [this](const QString &message) {
        emit logged(tr("Run database: %1").arg(message));
        if (!databaseFailureReported_) {
            databaseFailureReported_ = true;
            emit reported(tr("Runs are not being logged"),
                          {warningAt(toQString(preferences_.databaseFile()).toStdString(), message.toStdString(),
                                     tr("Choose another run database in Edit › Preferences").toStdString())},
                          MessageTopic::Database);
        }
    });
}

Workbench::~Workbench()
{
    // The run in progress is recorded as cancelled; the database thread writes what is queued before it ends.
    recorder_.interrupt();
    screens_.reset();
    inference_.reset();
    simulator_.reset();
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
        openingModels_ = false;
        setModelState(ModelState::ModuleMissing);
        emit openingChanged({});
        emit reported(tr("Predictions are not available; genes and networks can still be browsed"), {issue},
                      MessageTopic::Module);
        openRunThatWaits();
    });
    connect(inference, &InferenceService::opening, this,
            [this](const QString &stage, quint64, quint64) { emit openingChanged(stage); });
    connect(inference, &InferenceService::cellOpened, this, &Workbench::onCellOpened);
    connect(inference, &InferenceService::cellRefused, this, &Workbench::onCellRefused);
    connect(inference, &InferenceService::modelsOpened, this, &Workbench::onModelsOpened);
    connect(inference, &InferenceService::modelsRefused, this, &Workbench::onModelsRefused);
    connect(inference, &InferenceService::modelQuestionsAsked, this, [this](const ModelQuestions &asked) {
        endOpeningModels();
        emit modelQuestionsAsked(asked);
    });
    connect(inference, &InferenceService::liveReady, this, &Workbench::liveChanged);
    connect(inference, &InferenceService::liveFailed, this, [this](const std::vector<Issue> &issues) {
        emit reported(tr("The current set could not be predicted"), issues, MessageTopic::Live);
    });
}

/// Jobs of the models, or those that are simulated.
void Workbench::connectJobs(InferenceService *service)
{
    connect(service, &InferenceService::batchReady, this, [this](quint64 id, const std::vector<PredictionRow> &rows) {
        recorder_.append(id, rows);
        session_->appendResults(rows);
    });
    connect(service, &InferenceService::progressed, this, &Workbench::onProgress);
    connect(service, &InferenceService::ended, this, &Workbench::onEnded);
}

QString Workbench::cellName() const
{
    return session_->cell() ? QString::fromStdString(session_->cell()->name) : QString();
}

QString Workbench::runningReason() const
{
    if (simulator_->busy()) {
        return tr("A simulation is running; wait for it or cancel it");
    }
    if (running()) {
        return tr("A prediction is running; wait for it or cancel it");
    }
    if (screens_->running()) {
        return tr("A screen is running; wait for it or cancel it");
    }
    return openingCell_ ? tr("A cell is being opened") : QString();
}

QString Workbench::blockedReason() const
{
    if (const QString reason = runningReason(); !reason.isEmpty()) {
        return reason;
    }
    if (openingModels_) {
        return tr("The model is being loaded");
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

} // namespace knockscape::ui
