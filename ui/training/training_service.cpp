#include "ui/training/training_service.h"

#include "engine/core/files.h"
#include "engine/training/checkpoint_file.h"
#include "engine/training/model_intervals.h"
#include "ui/session/task_thread.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>

namespace knockscape::ui
{
namespace
{

constexpr double secondsBetweenCheckpoints = 30.0;
/// Milliseconds.
constexpr qint64 pauseBetweenReports = 200;

/// A field of /proc/self/status in bytes ("VmHWM": largest resident memory so far); 0 where there is none.
double memoryField(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0.0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.mid(name.size() + 1).simplified().split(' ').front().toDouble() * 1024.0;
        }
    }
    return 0.0;
}

/// Lets the largest resident memory begin anew (Linux).
void resetPeakMemory()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5");
    }
}

/// The model of a member that was finished before the training was interrupted, where it still is that model.
std::optional<TrainedModel> finishedBefore(const TrainingPlan &plan, int member, TorchModule &module)
{
    const std::filesystem::path file = plan.memberPath(member);
    std::error_code error;
    for (const FinishedMember &finished : plan.finished) {
        if (finished.member == member && std::filesystem::is_regular_file(file, error) &&
            sha256OfFile(file) == finished.sha256) {
            const TrainingFacts facts = module.describeModel(file).training;
            TrainedModel model{member, file, finished.sha256, {}};
            model.result.bestEpoch = facts.epochs;
            model.result.metrics = facts.metrics;
            return model;
        }
    }
    return std::nullopt;
}

/// The same, without what is done once before the epochs.
std::string withoutFits(const std::string &configJson)
{
    QJsonObject config = QJsonDocument::fromJson(QByteArray::fromStdString(configJson)).object();
    config.insert(QStringLiteral("factor_noise"), 0);
    return QJsonDocument(config).toJson(QJsonDocument::Compact).toStdString();
}

/// Writes into the files of an ensemble how far its mean is off, on the rows that all members held out. Returns why
/// that cannot be said: the models are whole without.
std::vector<Issue> calibrateMembers(const TrainingPlan &plan, TorchModule &module, std::vector<TrainedModel> &models,
                                    const JobControl &control)
{
    std::vector<std::filesystem::path> files;
    for (const TrainedModel &model : models) {
        files.push_back(model.file);
    }
    const TrainingRequest request = plan.request(0);
    try {
        const auto predictor = module.openModels(files, request.cell, plan.torch, control);
        const IntervalRows rows =
            rowsForIntervals(predictor->models(), request.labels, {}, TrainingService::tr("labels").toStdString());
        recordIntervals(
            files,
            calibratedOn(
                rows, [&](const std::vector<Genotype> &genotypes) { return predictor->predictAll(genotypes, control); },
                request.seed));
    } catch (const InputError &error) {
        std::vector<Issue> issues = error.issues();
        for (Issue &issue : issues) {
            issue.severity = Severity::Warning;
        }
        return issues;
    }
    for (TrainedModel &model : models) {
        model.sha256 = sha256OfFile(model.file);
    }
    return {};
}

} // namespace

/// Where the training thread waits while it is paused.
class TrainingService::Gate
{
public:
    void close() { set(true); }
    void open() { set(false); }
    void wait()
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !closed_; });
    }

private:
    void set(bool closed)
    {
        {
            const std::lock_guard lock(mutex_);
            closed_ = closed;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool closed_ = false;
};

TrainingService::TrainingService(QObject *parent)
    : QObject(parent), gate_(std::make_shared<Gate>()), thread_(std::make_unique<TaskThread>())
{
}

TrainingService::~TrainingService()
{
    cancel();
    abandonEstimate();
    thread_.reset();
    // What the thread still had to say: the model it wrote and how it ended.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

template <typename Call>
void TrainingService::deliver(Call call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void TrainingService::start(const TrainingPlan &plan)
{
    if (running_) {
        return;
    }
    abandonEstimate();
    plan_ = plan;
    running_ = true;
    paused_ = false;
    cancel_ = CancelToken();
    gate_->open();
    JobControl control;
    control.cancel = cancel_;
    // The engine reports between its steps: the place to wait in.
    control.progress = [this, gate = gate_, last = QElapsedTimer()](const Progress &progress) mutable {
        gate->wait();
        if (!last.isValid() || last.elapsed() >= pauseBetweenReports) {
            last.start();
            deliver([this, progress] {
                emit progressed(QString::fromStdString(progress.stage), progress.done, progress.total);
            });
        }
    };
    emit started(plan_);
    thread_->post([this, plan, control] { run(plan, control); });
}

void TrainingService::run(const TrainingPlan &plan, const JobControl &control)
{
    JobEnd end = JobEnd::Finished;
    std::vector<TrainedModel> models;
    std::vector<Issue> issues;
    try {
        TorchModule &module = torchModule();
        for (int member = 0; member < plan.settings.ensemble && end == JobEnd::Finished; ++member) {
            deliver([this, member, members = plan.settings.ensemble] { emit memberStarted(member, members); });
            if (auto finished = finishedBefore(plan, member, module)) {
                models.push_back(std::move(*finished));
                deliver([this, model = models.back()] { emit memberDone(model); });
                continue;
            }
            TrainingRequest request = plan.request(member);
            request.checkpointSeconds = secondsBetweenCheckpoints;
            if (!plan.resume) {
                // What another training left there is not this one's.
                std::error_code error;
                std::filesystem::remove(checkpointPath(request.output), error);
            }
            const TrainingResult result = module.train(
                request, plan.torch,
                [this, member](const EpochReport &report) {
                    deliver([this, member, report] { emit epochDone(member, report); });
                },
                control);
            models.push_back({member, request.output, sha256OfFile(request.output), result});
            deliver([this, model = models.back()] { emit memberDone(model); });
            end = result.cancelled ? JobEnd::Cancelled : JobEnd::Finished;
        }
        if (models.size() > 1 && end == JobEnd::Finished) {
            issues = calibrateMembers(plan, module, models, control);
        }
    } catch (const Cancelled &) {
        end = JobEnd::Cancelled;
    } catch (...) {
        end = JobEnd::Failed;
        issues = issuesOf(std::current_exception());
    }
    deliver([this, end, models, issues] {
        running_ = false;
        paused_ = false;
        emit ended(end, models, issues);
    });
}

void TrainingService::pause()
{
    if (running_ && !paused_) {
        paused_ = true;
        gate_->close();
        emit pausedChanged(true);
    }
}

void TrainingService::resume()
{
    if (paused_) {
        paused_ = false;
        gate_->open();
        emit pausedChanged(false);
    }
}

void TrainingService::cancel()
{
    cancel_.cancel();
    gate_->open();
}

void TrainingService::estimate(const TrainingPlan &plan)
{
    if (running_) {
        return;
    }
    abandonEstimate();
    estimateCancel_ = CancelToken();
    thread_->post([this, serial = estimate_, plan, cancel = estimateCancel_] { runEstimate(serial, plan, cancel); });
}

void TrainingService::abandonEstimate()
{
    estimateCancel_.cancel();
    ++estimate_;
}

void TrainingService::runEstimate(quint64 serial, const TrainingPlan &plan, const CancelToken &cancel)
{
    TrainingEstimate result;
    std::vector<Issue> issues;
    try {
        cancel.throwIfCancelled();
        const QTemporaryDir folder;
        TrainingPlan trial = plan;
        trial.settings.ensemble = 1;
        trial.settings.epochs = 1;
        trial.output = (folder.path() + QStringLiteral("/trial.safetensors")).toStdString();
        TorchModule &module = torchModule();
        resetPeakMemory();
        const double before = memoryField("VmRSS");
        JobControl control;
        control.cancel = cancel;
        TrainingRequest request = trial.request(0);
        request.configJson = withoutFits(request.configJson);
        module.train(
            request, plan.torch, [&](const EpochReport &report) { result.secondsPerEpoch = report.seconds; }, control);
        result.bytes = std::max(0.0, memoryField("VmHWM") - before);
    } catch (const Cancelled &) {
        return;
    } catch (...) {
        issues = issuesOf(std::current_exception());
    }
    deliver([this, serial, result, issues] {
        if (serial != estimate_) {
            return;
        }
        if (issues.empty()) {
            emit estimated(result);
        } else {
            emit estimateFailed(issues);
        }
    });
}

} // namespace knockscape::ui
