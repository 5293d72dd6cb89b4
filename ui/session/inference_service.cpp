#include "ui/session/inference_service.h"

#include "engine/cell/bundle.h"
#include "engine/inference/simulated_predictor.h"
#ifdef KNOCKSCAPE_FBA
#include "engine/simulating/flux_balance_predictor.h"
#endif
#include "ui/session/task_thread.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <thread>

namespace knockscape::ui
{
namespace
{

/// A batch should last about this long: short enough for the live prediction to get through within a frame or two and
/// for cancelling to feel immediate, long enough to keep the device busy.
constexpr qint64 batchMilliseconds = 30;
/// Drawing what a tick has changed takes about half of this.
constexpr int millisecondsToDraw = 8;
constexpr std::size_t smallestBatch = 32;
constexpr std::size_t largestBatch = 16384;

QStringList toStrings(const std::vector<std::filesystem::path> &files)
{
    QStringList strings;
    for (const auto &file : files) {
        strings << QString::fromStdString(file.string());
    }
    return strings;
}

std::size_t nextBatch(std::size_t batch, qint64 elapsed)
{
    if (elapsed < batchMilliseconds / 2) {
        return std::min(batch * 2, largestBatch);
    }
    return elapsed > batchMilliseconds * 2 ? std::max(batch / 2, smallestBatch) : batch;
}

} // namespace

std::vector<Issue> issuesOf(std::exception_ptr error)
{
    try {
        std::rethrow_exception(std::move(error));
    } catch (const InputError &input) {
        return input.issues();
    } catch (const EngineError &engine) {
        return {engine.issue()};
    } catch (const std::bad_alloc &) {
        return {errorAt({}, InferenceService::tr("The memory of this machine is used up").toStdString(),
                        InferenceService::tr("Close other programs or predict fewer genotypes at once").toStdString())};
    } catch (const std::exception &other) {
        return {errorAt({}, other.what())};
    } catch (...) {
        return {errorAt({}, InferenceService::tr("An unknown error occurred").toStdString())};
    }
}

/// Everything that happens on the inference thread. Members below `service_` belong to that thread.
class InferenceService::Worker
{
public:
    explicit Worker(InferenceService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }
    const CancelToken &closing() const { return closing_; }

    void setSettings(const TorchSettings &settings) { settings_ = settings; }

    void loadModule()
    {
        try {
            announceModule();
        } catch (...) {
            reportMissing(std::current_exception());
        }
    }

    void openCell(const std::filesystem::path &folder)
    {
        try {
            OpenedCell opened{nullptr, folder, {}};
            opened.cell = std::make_shared<const Cell>(readCellBundle(folder, opened.issues, openingControl()));
            predictor_.reset();
            cell_ = opened.cell;
            deliver([this, opened = std::move(opened)] { emit service_->cellOpened(opened); });
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            deliver([this, folder, issues = issuesOf(std::current_exception())] {
                emit service_->cellRefused(QString::fromStdString(folder.string()), issues);
            });
        }
    }

    void openModels(const std::vector<std::filesystem::path> &files)
    {
        TorchModule *module = nullptr;
        try {
            module = &announceModule();
        } catch (...) {
            reportMissing(std::current_exception());
            return;
        }
        try {
            if (!cell_) {
                throw InputError(
                    errorAt({}, InferenceService::tr("No cell is open").toStdString(),
                            InferenceService::tr("Open the cell that the model was trained for first").toStdString()));
            }
            predictor_ = module->openModels(files, cell_, settings_, openingControl());
            deliver([this, opened = OpenedModels{predictor_->models(), QString::fromStdString(predictor_->device())}] {
                emit service_->modelsOpened(opened);
            });
        } catch (const MissingHyperparameters &missing) {
            deliver([this, asked = ModelQuestions{files, missing.file(), missing.questions(), missing.issues()}] {
                emit service_->modelQuestionsAsked(asked);
            });
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            deliver([this, files, issues = issuesOf(std::current_exception())] {
                emit service_->modelsRefused(toStrings(files), issues);
            });
        }
    }

    void openSimulation(const std::shared_ptr<const Cell> &cell, const Medium &medium, int threads)
    {
        predictor_.reset();
        refusal_ = nullptr;
        if (!cell) {
            return;
        }
        try {
#ifdef KNOCKSCAPE_FBA
            JobControl control;
            control.cancel = closing_;
            predictor_ = std::make_unique<FluxBalancePredictor>(onMedium(cell, medium), threads, control);
#else
            static_cast<void>(medium);
            static_cast<void>(threads);
            throw EngineError(errorAt({}, InferenceService::tr("This build has no flux balance analysis").toStdString(),
                                      InferenceService::tr("Install GLPK and build again").toStdString()));
#endif
        } catch (...) {
            refusal_ = std::current_exception();
        }
    }

    std::exception_ptr refusal() const
    {
        return refusal_;
    }

    void runJob(quint64 id, const std::vector<Genotype> &genotypes, const CancelToken &cancel)
    {
        JobEnd end = JobEnd::Finished;
        std::vector<Issue> issues;
        try {
            predictInBatches(id, genotypes, cancel);
        } catch (const Cancelled &) {
            end = JobEnd::Cancelled;
        } catch (...) {
            end = JobEnd::Failed;
            issues = issuesOf(std::current_exception());
        }
        deliverFor(id, [this, id, end, issues = std::move(issues)] {
            service_->job_ = 0;
            emit service_->ended(id, end, issues);
        });
    }

    void startAside(quint64 id, std::vector<Genotype> genotypes, const CancelToken &cancel)
    {
        aside_.emplace(Aside{id, std::move(genotypes), {}, cancel});
        aside_->predictions.reserve(aside_->genotypes.size());
        continueAside();
    }

    void runLive(quint64 serial, const Genotype &genotype)
    {
        if (!predictor_) {
            return;
        }
        try {
            std::vector<Genotype> asked{genotype};
            for (const GeneIndex gene : genotype.genes()) {
                asked.push_back(Genotype{gene});
            }
            std::vector<Prediction> answers = predictor_->predictAll(asked);
            LivePrediction live{genotype, answers.front(), {answers.begin() + 1, answers.end()}};
            deliver([this, serial, live = std::move(live)] {
                if (serial == service_->live_) {
                    emit service_->liveReady(live);
                }
            });
        } catch (...) {
            deliver([this, serial, issues = issuesOf(std::current_exception())] {
                if (serial == service_->live_) {
                    emit service_->liveFailed(issues);
                }
            });
        }
    }

    void runTask(const PredictorTask &task)
    {
        task(predictor_.get(), [this] {
            if (thread_.runLatest()) {
                letItBeSeen();
            }
            advanceAside();
        });
    }

    void stop() const
    {
        closing_.cancel();
    }

private:
    /// The person who ticked a gene waits for it to be drawn: for a moment this thread, which could keep every core
    /// busy, does nothing but answer.
    void letItBeSeen()
    {
        for (int left = millisecondsToDraw; left > 0; --left) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (thread_.runLatest()) {
                left = millisecondsToDraw;
            }
        }
    }

    /// What predictAside() asked for, and how far it is.
    struct Aside {
        quint64 id = 0;
        std::vector<Genotype> genotypes;
        std::vector<Prediction> predictions;
        CancelToken cancel;
        std::size_t batch = smallestBatch;
    };

    /// One batch now; the rest behind whatever waits, so that a job started meanwhile begins at once.
    void continueAside()
    {
        if (advanceAside()) {
            thread_.post([this] { continueAside(); });
        }
    }

    /// Predicts one batch of what waits aside; false when there is nothing more to do.
    bool advanceAside()
    {
        if (!aside_) {
            return false;
        }
        try {
            const std::size_t done = aside_->predictions.size();
            const std::size_t count = std::min(aside_->batch, aside_->genotypes.size() - done);
            aside_->cancel.throwIfCancelled();
            requirePredictor();
            QElapsedTimer timer;
            timer.start();
            for (const Prediction &prediction :
                 predictor_->predictAll(std::span(aside_->genotypes).subspan(done, count), {aside_->cancel, {}})) {
                aside_->predictions.push_back(prediction);
            }
            aside_->batch = nextBatch(aside_->batch, timer.elapsed());
        } catch (const Cancelled &) {
            endAside(JobEnd::Cancelled, {});
            return false;
        } catch (...) {
            endAside(JobEnd::Failed, issuesOf(std::current_exception()));
            return false;
        }
        const quint64 done = aside_->predictions.size();
        const quint64 total = aside_->genotypes.size();
        deliver([this, id = aside_->id, done, total] {
            if (id == service_->aside_) {
                emit service_->asideProgressed(id, done, total);
            }
        });
        if (done == total) {
            endAside(JobEnd::Finished, {});
            return false;
        }
        return true;
    }

    void endAside(JobEnd end, const std::vector<Issue> &issues)
    {
        deliver([this, id = aside_->id, end, predictions = std::move(aside_->predictions), issues] {
            if (id == service_->aside_) {
                service_->aside_ = 0;
                emit service_->asideEnded(id, end, predictions, issues);
            }
        });
        aside_.reset();
    }

    void requirePredictor() const
    {
        if (refusal_) {
            std::rethrow_exception(refusal_);
        }
        if (!predictor_) {
            throw InputError(
                errorAt({}, InferenceService::tr("No model is open").toStdString(),
                        InferenceService::tr("Open a model that was trained for this cell").toStdString()));
        }
    }

    template <typename Call>
    void deliver(Call call)
    {
        QMetaObject::invokeMethod(service_, std::move(call), Qt::QueuedConnection);
    }

    /// Dropped in the GUI thread when `id` is not the job that it waits for any more.
    template <typename Call>
    void deliverFor(quint64 id, Call call)
    {
        deliver([this, id, call = std::move(call)] {
            if (id == service_->job_) {
                call();
            }
        });
    }

    TorchModule &announceModule()
    {
        TorchModule &module = torchModule();
        if (!announced_) {
            announced_ = true;
            QStringList devices;
            for (const DeviceInfo &device : module.devices()) {
                devices << QString::fromStdString(device.id) + QLatin1Char('\t') +
                               QString::fromStdString(device.description);
            }
            deliver([this, version = QString::fromStdString(module.version()), devices] {
                emit service_->moduleReady(version, devices);
            });
        }
        return module;
    }

    void reportMissing(std::exception_ptr error)
    {
        deliver([this, issue = issuesOf(std::move(error)).front()] { emit service_->moduleMissing(issue); });
    }

    JobControl openingControl()
    {
        JobControl control;
        control.cancel = closing_;
        control.progress = [this](const Progress &progress) {
            deliver([this, progress] {
                emit service_->opening(QString::fromStdString(progress.stage), progress.done, progress.total);
            });
        };
        return control;
    }

    void predictInBatches(quint64 id, const std::vector<Genotype> &genotypes, const CancelToken &cancel)
    {
        requirePredictor();
        JobControl control;
        control.cancel = cancel;
        std::size_t batch = smallestBatch;
        for (std::size_t first = 0; first < genotypes.size();) {
            thread_.runLatest();
            cancel.throwIfCancelled();
            const std::size_t count = std::min(batch, genotypes.size() - first);
            QElapsedTimer timer;
            timer.start();
            predictBatch(id, std::span(genotypes).subspan(first, count), control);
            first += count;
            batch = nextBatch(batch, timer.elapsed());
            deliverFor(id, [this, id, done = quint64{first}, total = quint64{genotypes.size()}] {
                emit service_->progressed(id, done, total);
            });
            advanceAside();
        }
    }

    /// Delivers what was predicted even when the predictor stops half way.
    void predictBatch(quint64 id, std::span<const Genotype> genotypes, const JobControl &control)
    {
        std::vector<PredictionRow> rows;
        rows.reserve(genotypes.size());
        auto *const simulated = dynamic_cast<SimulatedPredictor *>(predictor_.get());
        const auto send = [&] {
            if (!rows.empty()) {
                deliverFor(id, [this, id, rows = std::move(rows)] { emit service_->batchReady(id, rows); });
            }
        };
        try {
            predictor_->predict(
                genotypes, {},
                [&](std::size_t offset, std::span<const Prediction> predictions) {
                    for (std::size_t i = 0; i < predictions.size(); ++i) {
                        const Genotype &genotype = genotypes[offset + i];
                        rows.push_back({genotype, predictions[i],
                                        simulated != nullptr ? simulated->statusOf(genotype, predictions[i]) : "ok"});
                    }
                },
                control);
        } catch (...) {
            send();
            throw;
        }
        send();
    }

    InferenceService *service_;
    CancelToken closing_;
    TorchSettings settings_;
    std::shared_ptr<const Cell> cell_;
    std::unique_ptr<Predictor> predictor_;
    /// Why there is none to simulate with.
    std::exception_ptr refusal_;
    bool announced_ = false;
    std::optional<Aside> aside_;
    /// Last, so that it is joined before anything it uses goes away.
    TaskThread thread_{[this] { predictor_.reset(); }};
};

InferenceService::InferenceService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this)) {}

InferenceService::InferenceService(quint64 firstJob, QObject *parent) : InferenceService(parent)
{
    lastJob_ = firstJob;
    // Drawing and the live answers come first; threads that are made on it are as modest.
    worker_->thread().beBackground();
}

bool InferenceService::canSimulate()
{
#ifdef KNOCKSCAPE_FBA
    return true;
#else
    return false;
#endif
}

void InferenceService::openSimulation(std::shared_ptr<const Cell> cell, const Medium &medium, int threads)
{
    worker_->thread().post([worker = worker_.get(), cell = std::move(cell), medium, threads] {
        worker->openSimulation(cell, medium, threads);
    });
}

std::exception_ptr InferenceService::refusal() const
{
    return worker_->refusal();
}

InferenceService::~InferenceService()
{
    jobCancel_.cancel();
    asideCancel_.cancel();
    worker_->stop();
    worker_.reset();
}

void InferenceService::setSettings(const TorchSettings &settings)
{
    worker_->thread().post([worker = worker_.get(), settings] { worker->setSettings(settings); });
}

void InferenceService::loadModule()
{
    worker_->thread().post([worker = worker_.get()] { worker->loadModule(); });
}

void InferenceService::openCell(const std::filesystem::path &folder)
{
    worker_->thread().post([worker = worker_.get(), folder] { worker->openCell(folder); });
}

void InferenceService::openModels(const std::vector<std::filesystem::path> &files)
{
    worker_->thread().post([worker = worker_.get(), files] { worker->openModels(files); });
}

quint64 InferenceService::predict(std::vector<Genotype> genotypes)
{
    abandon();
    jobCancel_ = CancelToken();
    job_ = ++lastJob_;
    worker_->thread().post([worker = worker_.get(), id = job_, cancel = jobCancel_, genotypes = std::move(genotypes)] {
        worker->runJob(id, genotypes, cancel);
    });
    return job_;
}

void InferenceService::cancel()
{
    jobCancel_.cancel();
}

void InferenceService::abandon()
{
    jobCancel_.cancel();
    job_ = 0;
}

quint64 InferenceService::predictAside(std::vector<Genotype> genotypes)
{
    abandonAside();
    asideCancel_ = CancelToken();
    aside_ = ++lastAside_;
    worker_->thread().post([worker = worker_.get(), id = aside_, cancel = asideCancel_,
                            genotypes = std::move(genotypes)] { worker->startAside(id, genotypes, cancel); });
    return aside_;
}

void InferenceService::abandonAside()
{
    asideCancel_.cancel();
    aside_ = 0;
}

void InferenceService::requestLive(const Genotype &genotype)
{
    worker_->thread().postLatest(
        [worker = worker_.get(), serial = ++live_, genotype] { worker->runLive(serial, genotype); });
}

void InferenceService::post(PredictorTask task)
{
    worker_->thread().post([worker = worker_.get(), task = std::move(task)] { worker->runTask(task); });
}

} // namespace knockscape::ui
