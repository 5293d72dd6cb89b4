#include "ui/plan/plan_job.h"

#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/store/provenance.h"

#include <QPointer>

#include <chrono>
#include <utility>

namespace knockscape::ui
{

PlanOutput FinishedPlan::output() const
{
    PlanOutput output{&plan, &request, &layout, cell.get(), models, provenanceOf("plan", "window", cell.get(), models)};
    output.about.cell.path = cellFolder;
    for (const std::filesystem::path &path : labels) {
        output.about.labels.push_back({{}, path, sha256OfFile(path)});
    }
    return output;
}

PlanJob::PlanJob(InferenceService *inference, QObject *parent)
    : QObject(parent), inference_(inference), thread_(std::make_unique<TaskThread>())
{
}

PlanJob::~PlanJob()
{
    cancel_.cancel();
    thread_.reset();
}

void PlanJob::plan(FinishedPlan asked, const PlateOptions &plates)
{
    cancel();
    cancel_ = CancelToken();
    busy_ = true;
    const quint64 serial = ++serial_;
    const QPointer<PlanJob> self(this);
    // The task may still run when this is gone: it speaks to it through the event loop of whoever is left.
    const auto tell = [self, context = QPointer<QObject>(inference_)](auto call) {
        if (context) {
            QMetaObject::invokeMethod(
                context.data(),
                [self, call] {
                    if (self) {
                        call(self.data());
                    }
                },
                Qt::QueuedConnection);
        }
    };
    inference_->post([asked = std::make_shared<FinishedPlan>(std::move(asked)), plates, tell, serial,
                      cancelled = cancel_](Predictor *predictor, const std::function<void()> &yield) {
        std::vector<Issue> issues;
        FinishedPlanPtr made;
        auto last = std::chrono::steady_clock::time_point();
        JobControl control;
        control.cancel = cancelled;
        control.progress = [&](const Progress &progress) {
            const auto now = std::chrono::steady_clock::now();
            if (now - last > std::chrono::milliseconds(100)) {
                last = now;
                tell([serial, progress](PlanJob *job) {
                    if (serial == job->serial_) {
                        emit job->progressed(QString::fromStdString(progress.stage), progress.done, progress.total);
                    }
                });
            }
        };
        try {
            if (predictor == nullptr) {
                throw InputError(errorAt({}, translate("Engine", "A plan needs a model: open one first.")));
            }
            asked->request.yield = yield;
            asked->models = predictor->models();
            asked->plan = makePlan(*predictor, asked->request, nullptr, control);
            asked->request.yield = {};
            asked->layout = layOutPlates(asked->plan, plates);
            made = asked;
        } catch (const Cancelled &) {
            made = nullptr;
        } catch (...) {
            issues = issuesOf(std::current_exception());
        }
        tell([serial, made, issues](PlanJob *job) { job->finish(serial, made, issues); });
    });
}

void PlanJob::finish(quint64 serial, const FinishedPlanPtr &plan, const std::vector<Issue> &issues)
{
    if (serial == serial_ && busy_) {
        busy_ = false;
        emit ended(plan, issues);
    }
}

void PlanJob::cancel()
{
    if (busy_) {
        cancel_.cancel();
        ++serial_;
        busy_ = false;
        emit ended(nullptr, {});
    }
}

void PlanJob::measure(const MeasurementRequest &request, std::shared_ptr<const Cell> cell)
{
    thread_->post([this, request = MeasurementRequest(request), cell = std::move(cell)]() mutable {
        request.cell = cell.get();
        std::shared_ptr<const MeasurementOutcome> outcome;
        std::vector<Issue> issues;
        try {
            outcome = std::make_shared<const MeasurementOutcome>(addMeasurements(request));
            issues = outcome->issues;
        } catch (...) {
            issues = issuesOf(std::current_exception());
        }
        QMetaObject::invokeMethod(
            this, [this, outcome, issues] { emit measured(outcome, issues); }, Qt::QueuedConnection);
    });
}

} // namespace knockscape::ui
