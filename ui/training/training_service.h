#pragma once

#include "ui/session/inference_service.h"
#include "ui/training/training_settings.h"

#include <QObject>

#include <memory>
#include <vector>

namespace knockscape::ui
{

class TaskThread;

/// A model that training wrote.
struct TrainedModel {
    int member = 0;
    std::filesystem::path file;
    std::string sha256;
    TrainingResult result;
};

/// What one epoch on this machine cost.
struct TrainingEstimate {
    double secondsPerEpoch = 0.0;
    /// Largest memory beyond what the program held before, in bytes; 0 where the system does not tell.
    double bytes = 0.0;
};

/// Trains models on a thread of its own, one training at a time. Every call returns at once, every answer is a signal
/// in the GUI thread. Predictions go on meanwhile: the inference thread is another, and training leaves it a core.
class TrainingService : public QObject
{
    Q_OBJECT

public:
    explicit TrainingService(QObject *parent = nullptr);
    /// Cancels what runs (the best model so far is written) and joins the thread.
    ~TrainingService() override;

    void start(const TrainingPlan &plan);
    /// Stops after the step or epoch in progress until resume() or cancel().
    void pause();
    void resume();
    /// Ends soon; the best model so far is written, and counts as the member's result.
    void cancel();
    bool running() const noexcept { return running_; }
    bool paused() const noexcept { return paused_; }
    const TrainingPlan &plan() const noexcept { return plan_; }

    /// Trains one epoch of `plan` into a temporary file and tells what it cost; estimated or estimateFailed follows.
    /// A later call, or start(), drops the one before. Does nothing while a training runs.
    void estimate(const TrainingPlan &plan);
    void abandonEstimate();

signals:
    void started(const knockscape::ui::TrainingPlan &plan);
    void memberStarted(int member, int members);
    /// What is done before and in an epoch, a few times a second.
    void progressed(const QString &stage, quint64 done, quint64 total);
    void epochDone(int member, const knockscape::EpochReport &report);
    void pausedChanged(bool paused);
    void memberDone(const knockscape::ui::TrainedModel &model);
    /// Models that were written, also when it was cancelled or failed later; `issues` say why when Failed.
    void ended(knockscape::ui::JobEnd end, const std::vector<knockscape::ui::TrainedModel> &models,
               const std::vector<knockscape::Issue> &issues);
    void estimated(const knockscape::ui::TrainingEstimate &estimate);
    void estimateFailed(const std::vector<knockscape::Issue> &issues);

private:
    class Gate;

    void run(const TrainingPlan &plan, const JobControl &control);
    void runEstimate(quint64 serial, const TrainingPlan &plan, const CancelToken &cancel);
    template <typename Call>
    void deliver(Call call);

    TrainingPlan plan_;
    bool running_ = false;
    bool paused_ = false;
    CancelToken cancel_;
    CancelToken estimateCancel_;
    quint64 estimate_ = 0;
    std::shared_ptr<Gate> gate_;
    std::unique_ptr<TaskThread> thread_;
};

} // namespace knockscape::ui
