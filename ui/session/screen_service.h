#pragma once

#include "engine/inference/screen.h"
#include "ui/session/inference_service.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace knockscape::ui
{

/// Screens, seen from the GUI thread: one at a time on the inference thread, which answers the live prediction between
/// its batches. Every call returns at once; every answer is a signal in the GUI thread with the id of what it answers.
class ScreenService : public QObject
{
    Q_OBJECT

public:
    /// `inference` must outlive this.
    explicit ScreenService(InferenceService *inference, QObject *parent = nullptr);
    /// Cancels what runs; its checkpoint is written, its answer dropped.
    ~ScreenService() override;

    /// Asks what a screen will cost; only the newest question is answered. Returns its id.
    quint64 estimate(ScreenRequest request);
    /// Runs a screen; nothing may be running. `request.yield` is set here. Returns its id.
    quint64 start(ScreenRequest request);
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
    CancelToken cancel_;
    quint64 job_ = 0;
    quint64 lastJob_ = 0;
    quint64 estimate_ = 0;
};

} // namespace knockscape::ui
