#include "ui/session/screen_service.h"

#include <QElapsedTimer>

#include <utility>

namespace knockscape::ui
{
namespace
{

constexpr qint64 screenProgressMilliseconds = 50;

/// On the thread of `service`.
Predictor &required(Predictor *predictor, const InferenceService &service)
{
    if (predictor == nullptr) {
        if (const std::exception_ptr why = service.refusal()) {
            std::rethrow_exception(why);
        }
        throw InputError(errorAt({}, ScreenService::tr("No model is open").toStdString(),
                                 ScreenService::tr("Open a model that was trained for this cell").toStdString()));
    }
    return *predictor;
}

} // namespace

ScreenService::ScreenService(InferenceService *inference, QObject *parent) : QObject(parent), inference_(inference) {}

ScreenService::~ScreenService()
{
    cancel_.cancel();
}

/// The inference service outlives its thread, this object perhaps not: calls go to the former and ask for the latter.
template <typename Call>
void ScreenService::deliver(InferenceService *inference, const QPointer<ScreenService> &service, Call call)
{
    QMetaObject::invokeMethod(
        inference,
        [service, call = std::move(call)] {
            if (service) {
                call(*service);
            }
        },
        Qt::QueuedConnection);
}

quint64 ScreenService::estimate(ScreenRequest request, bool simulated)
{
    const quint64 id = ++estimate_;
    InferenceService *const service = simulated && simulator_ ? simulator_() : inference_;
    service->post([inference = service, self = QPointer(this), id,
                   request = std::move(request)](Predictor *predictor, const std::function<void()> &) {
        ScreenEstimate estimate;
        std::vector<Issue> issues;
        try {
            estimate = estimateScreen(required(predictor, *inference), request);
        } catch (...) {
            issues = issuesOf(std::current_exception());
        }
        deliver(inference, self, [id, estimate, issues](ScreenService &screens) {
            if (id == screens.estimate_) {
                emit screens.estimated(id, estimate, issues);
            }
        });
    });
    return id;
}

quint64 ScreenService::start(ScreenRequest request, bool simulated)
{
    Q_ASSERT(!running());
    cancel_ = CancelToken();
    job_ = ++lastJob_;
    InferenceService *const service = simulated && simulator_ ? simulator_() : inference_;
    service->post([inference = service, self = QPointer(this), id = job_, cancel = cancel_,
                   request = std::move(request)](Predictor *predictor, const std::function<void()> &yield) {
        ScreenRequest asked = request;
        asked.yield = yield;
        JobControl control;
        control.cancel = cancel;
        QElapsedTimer sinceProgress;
        control.progress = [&](const Progress &progress) {
            if (sinceProgress.isValid() && sinceProgress.elapsed() < screenProgressMilliseconds) {
                return;
            }
            sinceProgress.start();
            deliver(inference, self, [id, progress](ScreenService &screens) {
                if (id == screens.job_) {
                    emit screens.progressed(id, progress.done, progress.total);
                }
            });
        };
        std::shared_ptr<const ScreenResult> result;
        std::vector<Issue> issues;
        try {
            result = std::make_shared<const ScreenResult>(runScreen(required(predictor, *inference), asked, control));
        } catch (...) {
            issues = issuesOf(std::current_exception());
        }
        const JobEnd end = !result ? JobEnd::Failed : result->finished ? JobEnd::Finished : JobEnd::Cancelled;
        deliver(inference, self,
                [id, end, result, issues](ScreenService &screens) { screens.finish(id, end, result, issues); });
    });
    emit started(job_);
    return job_;
}

void ScreenService::cancel()
{
    cancel_.cancel();
}

void ScreenService::finish(quint64 id, JobEnd end, const std::shared_ptr<const ScreenResult> &result,
                           const std::vector<Issue> &issues)
{
    if (id == job_) {
        job_ = 0;
        emit ended(id, end, result, issues);
    }
}

} // namespace knockscape::ui
