#pragma once

#include "engine/inference/screen.h"
#include "ui/session/inference_service.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// Screens, seen from the GUI thread: one at a time on the inference thread, which answers the live prediction between
/// its batches, or on that of the service that simulates. Every call returns at once; every answer is a signal in the
/// GUI thread with the id of what it answers.
class ScreenService : public QObject
{
    Q_OBJECT

public:
    /// Gives the service that simulates, ready for the session's cell and medium.
    using Simulator = std::function<InferenceService *()>;

    /// `inference`, and what `simulator` gives, must outlive this. Without a simulator nothing can be simulated.
    explicit ScreenService(InferenceService *inference, QObject *parent = nullptr);
    void setSimulator(Simulator simulator) { simulator_ = std::move(simulator); }
    /// Cancels what runs; its checkpoint is written, its answer dropped.
    ~ScreenService() override;

    /// Asks what a screen will cost; only the newest question is answered. Returns its id.
    /// `simulated`: by simulation instead of the models.
    quint64 estimate(ScreenRequest request, bool simulated = false);
    /// Runs a screen; nothing may be running. `request.yield` is set here. Returns its id.
    quint64 start(ScreenRequest request, bool simulated = false);
    /// Asks the running screen to end; ended(…, Cancelled) follows with what is done.
    void cancel();
    bool running() const noexcept { return job_ != 0; }

signals:
    /// `issues` say why there is no estimate (an expression that needs an ensemble, no model); else empty.
    void estimated(quint64 id, const knockscape::ScreenEstimate &estimate,
                   const std::vector<knockscape::Issue> &issues);
    void started(quint64 id);
    /// At most about twenty times a second.
    void progressed(quint64 id, quint64 done, quint64 total);
    /// `result` is null when Failed; `issues` say why then.
    void ended(quint64 id, knockscape::ui::JobEnd end, const std::shared_ptr<const knockscape::ScreenResult> &result,
               const std::vector<knockscape::Issue> &issues);

private:
    template <typename Call>
    static void deliver(InferenceService *inference, const QPointer<ScreenService> &service, Call call);
    void finish(quint64 id, JobEnd end, const std::shared_ptr<const ScreenResult> &result,
                const std::vector<Issue> &issues);

    InferenceService *inference_;
    Simulator simulator_;
    CancelToken cancel_;
    quint64 job_ = 0;
    quint64 lastJob_ = 0;
    quint64 estimate_ = 0;
};

} // namespace knockscape::ui
