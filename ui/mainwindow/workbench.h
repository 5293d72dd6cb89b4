#pragma once

#include "engine/store/provenance.h"
#include "ui/mainwindow/file_kind.h"
#include "ui/mainwindow/message.h"
#include "ui/mainwindow/past_run.h"
#include "ui/mainwindow/preferences.h"
#include "ui/mainwindow/run_recorder.h"
#include "ui/session/evaluator.h"
#include "ui/session/explain_service.h"
#include "ui/session/flux_service.h"
#include "ui/session/inference_service.h"
#include "ui/session/range_service.h"
#include "ui/session/screen_service.h"
#include "ui/session/session.h"
#include "ui/session/simulation_service.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace knockscape::ui
{

/// Whether there is a model to predict with.
enum class ModelState { None, Loading, Ready, ModuleMissing };

/// What runs, for the status bar.
struct JobStatus {
    QString title;
    quint64 done = 0;
    quint64 total = 0;
    /// Negative until it can be estimated.
    double secondsLeft = -1.0;
};

/// Joins the document with the services: opens files, starts and logs jobs, feeds results back into the session. The
/// main window shows what it says and calls what a person asks for. GUI thread; nothing here waits.
class Workbench : public QObject
{
    Q_OBJECT

public:
    explicit Workbench(const Preferences &preferences, QObject *parent = nullptr);
    ~Workbench() override;

    Session *session() { return session_.get(); }
    DatabaseService *database() { return database_.get(); }
    SimulationService *simulation() { return simulation_.get(); }
    /// Of the session's set on the session's medium: fluxes, why it does not grow, what reactions can carry.
    FluxService *fluxes() { return fluxes_.get(); }
    ExplainService *explanations() { return explanations_.get(); }
    RangeService *ranges() { return ranges_.get(); }
    InferenceService *inference() { return inference_.get(); }
    ScreenService *screens() { return screens_.get(); }
    ModelState modelState() const { return modelState_; }
    /// "libtorch 1.13.1"; empty until it is loaded. Devices as "id<tab>description".
    const QString &moduleVersion() const { return moduleVersion_; }
    const QStringList &devices() const { return devices_; }
    /// Why predictions cannot start now; empty when they can.
    QString blockedReason() const;
    /// The same for predictions or simulations.
    QString blockedReason(Evaluator evaluator) const;
    /// Who answers when nobody says: the model, where one is open or being opened, else the cell's metabolism, where it
    /// can be simulated.
    Evaluator usualEvaluator() const;
    bool running() const { return (inference_->busy() && !previewing_) || simulator_->busy(); }

    /// Opens what was given; models wait for the cell and knockout lists for both. Nothing recognised: an issue. Where
    /// a prediction or screen runs that a cell or model would end, nothing is opened yet: a message offers to stop it.
    /// False then.
    bool open(const FilesToOpen &files);
    /// The same, stopping what runs.
    void openNow(const FilesToOpen &files);
    void openDemo();
    /// Device or threads changed: opens the models again with them.
    void setPreferences(const Preferences &preferences);
    const Preferences &preferences() const { return preferences_; }

    /// Opens the models that were asked about, now that a person answered (JSON text); or leaves it.
    void answerModelQuestions(const ModelQuestions &asked, const std::string &answers);
    void leaveModelQuestions(const ModelQuestions &asked);

    /// The genotype list; the current set when the list is empty.
    void predict();
    /// By usualEvaluator(), as the three below.
    void predictList();
    /// The current set, followed by its parts to compare with (every subset up to four genes, else the singles).
    void predictSet();
    void predictSingles();
    /// The current set with each other gene deleted as well.
    void predictAgainstAll();
    /// The same, simulated by flux balance on the session's medium. Singles and partners are those of the metabolic
    /// model: it says nothing about other genes.
    void simulateList();
    void simulateSet();
    void simulateSingles();
    void simulateAgainstAll();
    void cancel();
    /// The running prediction and the running screen; both keep what is done.
    void cancelAll();

    /// Shows a past run once the database has read it, as far as the open cell knows its genes, and offers to open its
    /// cell and models where others are open.
    void openRun(const RunRecord &run);
    /// Writes all rows of a past run, those of other cells too.
    void exportRun(const RunRecord &run, const QString &file);
    /// Where the session's results come from: the past run that is shown, else the open cell and models.
    Provenance resultsProvenance() const;

signals:
    /// Something to tell: a headline for the message bar and the issues behind it.
    void reported(const QString &headline, const std::vector<knockscape::Issue> &issues,
                  knockscape::ui::MessageTopic topic = MessageTopic::General);
    /// The same with something that can be done about it.
    void offered(const knockscape::ui::Message &message);
    /// A cell is needed that only a person can find.
    void cellWanted();
    /// A cell is being opened: what was said of the one before is not true any more.
    void cellOpening();
    void logged(const QString &line);
    void modelStateChanged();
    /// "Reading networks"; empty when nothing is being opened.
    void openingChanged(const QString &stage);
    void knockoutListRequested(const QString &file);
    /// A model file leaves hyper-parameters open: ask, then answerModelQuestions() or leaveModelQuestions().
    void modelQuestionsAsked(const knockscape::ui::ModelQuestions &asked);
    void jobStarted(const knockscape::ui::JobStatus &status);
    void jobProgressed(const knockscape::ui::JobStatus &status);
    void jobEnded(knockscape::ui::JobEnd end, const QString &summary);
    void liveChanged(const knockscape::ui::LivePrediction &live);
    void simulationChanged(const knockscape::ui::LiveSimulation &simulation);
    void simulationUnavailable(const QString &reason);
    /// A file was written for a past run.
    void runExported(const QString &file);

private:
    void connectInference();
    void onCellOpened(const OpenedCell &opened);
    void onCellRefused(const QString &folder, const std::vector<Issue> &issues);
    void onModelsOpened(const OpenedModels &opened);
    void onModelsRefused(const QStringList &files, const std::vector<Issue> &issues);
    void onProgress(quint64 id, quint64 done, quint64 total);
    void onEnded(quint64 id, JobEnd end, const std::vector<Issue> &issues);
    void onRunRead(qint64 run, const std::vector<StoredPrediction> &rows, const std::vector<RunArtifact> &artifacts);
    void showRun(const PastRun &run);
    void tellOfRunWithoutRows(const RunRecord &record, const std::vector<RunArtifact> &artifacts);
    std::vector<MessageAction> offersFor(const PastRun &run);
    void openRunThatWaits();
    bool offerToStop(const FilesToOpen &files);
    void startModels(const std::vector<std::filesystem::path> &models);
    void setModelState(ModelState state);
    /// Opening models came to an end: predictions can start again with the models that are open now.
    void endOpeningModels();
    void start(const RunDescription &run, std::vector<Genotype> genotypes);
    void runList(Evaluator evaluator);
    void runSet(Evaluator evaluator);
    void runSingles(Evaluator evaluator);
    void runAgainstAll(Evaluator evaluator);
    /// Why nothing can be begun whoever answers; empty: it can.
    QString runningReason() const;
    void connectJobs(InferenceService *service);
    InferenceService *simulator();
    void closeSimulator();
    void preview();
    void requestLive();
    QString cellName() const;

    Preferences preferences_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<DatabaseService> database_;
    std::unique_ptr<InferenceService> inference_;
    /// Its answers are simulated, of this cell on this medium.
    std::unique_ptr<InferenceService> simulator_;
    std::shared_ptr<const Cell> simulatedCell_;
    Medium simulatedMedium_;
    std::unique_ptr<ScreenService> screens_;
    std::unique_ptr<SimulationService> simulation_;
    std::unique_ptr<FluxService> fluxes_;
    std::unique_ptr<ExplainService> explanations_;
    std::unique_ptr<RangeService> ranges_;
    RunRecorder recorder_;
    ModelState modelState_ = ModelState::None;
    QString moduleVersion_;
    QStringList devices_;
    FilesToOpen waiting_;
    std::optional<RunRecord> openingRun_;
    /// The past run whose rows are the session's results, where they are of one.
    RunRecord shownRun_;
    /// Where the session's results come from, where they are of a run that was started here.
    std::optional<Provenance> runProvenance_;
    std::optional<RunRecord> runAfterOpening_;
    std::optional<std::pair<RunRecord, QString>> exportingRun_;
    JobStatus job_;
    QElapsedTimer jobTimer_;
    bool openingCell_ = false;
    bool openingModels_ = false;
    bool previewing_ = false;
    bool databaseFailureReported_ = false;
};

} // namespace knockscape::ui
