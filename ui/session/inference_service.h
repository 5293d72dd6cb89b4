#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/missing_hyperparameters.h"
#include "engine/core/prediction.h"
#include "engine/fba/media.h"
#include "engine/inference/predictor.h"
#include "engine/module/torch_module.h"

#include <QObject>
#include <QString>

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// How a job ended. Rows that came before a cancellation or failure stay valid.
enum class JobEnd { Finished, Cancelled, Failed };

/// A cell was read; `issues` were worked around.
struct OpenedCell {
    std::shared_ptr<const Cell> cell;
    std::filesystem::path folder;
    std::vector<Issue> issues;
};

/// Models are ready to predict on `device`.
struct OpenedModels {
    std::vector<ModelSummary> models;
    QString device;
};

/// A model file does not tell all of its hyper-parameters. `files` are all that were to be opened.
struct ModelQuestions {
    std::vector<std::filesystem::path> files;
    std::filesystem::path file;
    std::vector<HyperparameterQuestion> questions;
    std::vector<Issue> issues;
};

/// The prediction of the current knockout set, with its single knockouts (in the order of its genes).
struct LivePrediction {
    Genotype genotype;
    Prediction prediction;
    std::vector<Prediction> singles;
};

/// The inference thread, seen from the GUI thread: owns libtorch, the cell being predicted on and the predictor. Every
/// call returns at once; every answer is a signal in the GUI thread. A job is an immutable snapshot with an id; answers
/// to a job that was abandoned, or to an older live request, never arrive.
class InferenceService : public QObject
{
    Q_OBJECT

public:
    explicit InferenceService(QObject *parent = nullptr);
    /// One whose answers are simulated: jobs that run on it have ids from `firstJob` on, and its thread is a background
    /// one. openSimulation() instead of openCell() and openModels().
    InferenceService(quint64 firstJob, QObject *parent);
    /// Cancels what runs and joins the thread.
    ~InferenceService() override;

    /// Device and threads for models opened from now on.
    void setSettings(const TorchSettings &settings);
    /// Loads libtorch now, so that the first model does not wait for it; moduleReady or moduleMissing follows.
    void loadModule();

    /// Reads a cell bundle and makes it the cell of later models; the models of the cell before are closed. cellOpened
    /// follows, or cellRefused, and then everything is as before.
    void openCell(const std::filesystem::path &folder);
    /// True if this build can simulate growth.
    static bool canSimulate();
    /// Prepares to simulate the cell on a medium, or, without a cell, gives its memory back. Where that fails, every
    /// job after it fails with the reason.
    void openSimulation(std::shared_ptr<const Cell> cell, const Medium &medium, int threads);
    /// On this service's thread, in a task: why there is no predictor; null where nobody asked for one.
    std::exception_ptr refusal() const;

    /// Opens models for the current cell. modelsOpened follows, or modelsRefused or modelQuestionsAsked, and then the
    /// old ones stay.
    void openModels(const std::vector<std::filesystem::path> &files);

    /// Predicts genotypes in order; returns the job's id. Signals: batchReady and progressed in turns, then ended once.
    quint64 predict(std::vector<Genotype> genotypes);
    /// Asks the running job to end; what was finished is delivered, then ended(…, Cancelled) follows.
    void cancel();
    /// Cancels the running job and drops all of its answers that have not been seen yet.
    void abandon();
    bool busy() const noexcept { return job_ != 0; }

    /// Predicts genotypes in order beside the job, in turns with it where one runs; asideEnded follows once, with all
    /// predictions that were made. A new call replaces the one before, which then never answers. Returns an id.
    quint64 predictAside(std::vector<Genotype> genotypes);
    /// Ends what predictAside() began; its answer is dropped.
    void abandonAside();

    /// Predicts the current set soon: before waiting jobs and between the batches of a running one. Only the answer to
    /// the newest request arrives.
    void requestLive(const Genotype &genotype);

    /// Work of another kind on the inference thread, in turn with jobs: gets the predictor, null while no model is
    /// open, and `yield`, which it calls every few milliseconds so that the live prediction and predictAside() go on.
    /// It must not throw.
    using PredictorTask = std::function<void(Predictor *predictor, const std::function<void()> &yield)>;
    void post(PredictorTask task);

signals:
    void moduleReady(const QString &version, const QStringList &devices);
    void moduleMissing(const knockscape::Issue &issue);
    /// What opening is doing right now ("Reading networks"); total is 0 while unknown.
    void opening(const QString &stage, quint64 done, quint64 total);
    void cellOpened(const knockscape::ui::OpenedCell &opened);
    void cellRefused(const QString &folder, const std::vector<knockscape::Issue> &issues);
    void modelsOpened(const knockscape::ui::OpenedModels &opened);
    void modelsRefused(const QStringList &files, const std::vector<knockscape::Issue> &issues);
    void modelQuestionsAsked(const knockscape::ui::ModelQuestions &asked);

    /// Rows first, first + 1, … of job `id`, in the order of its genotypes.
    void batchReady(quint64 id, const std::vector<knockscape::PredictionRow> &rows);
    void progressed(quint64 id, quint64 done, quint64 total);
    /// `issues` say why when Failed.
    void ended(quint64 id, knockscape::ui::JobEnd end, const std::vector<knockscape::Issue> &issues);

    void asideProgressed(quint64 id, quint64 done, quint64 total);
    /// Predictions of the first genotypes, all of them when Finished; `issues` say why when Failed.
    void asideEnded(quint64 id, knockscape::ui::JobEnd end, const std::vector<knockscape::Prediction> &predictions,
                    const std::vector<knockscape::Issue> &issues);

    void liveReady(const knockscape::ui::LivePrediction &live);
    void liveFailed(const std::vector<knockscape::Issue> &issues);

private:
    class Worker;

    std::unique_ptr<Worker> worker_;
    CancelToken jobCancel_;
    quint64 lastJob_ = 0;
    quint64 job_ = 0;
    quint64 live_ = 0;
    CancelToken asideCancel_;
    quint64 aside_ = 0;
    quint64 lastAside_ = 0;
};

/// What an exception that left the engine says, for the issues list. Never empty.
std::vector<Issue> issuesOf(std::exception_ptr error);

} // namespace knockscape::ui
