#pragma once

#include "engine/core/issue.h"
#include "engine/core/job_control.h"
#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#include <QMetaObject>
#include <QObject>

#include <exception>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// Work for a view on a thread of its own, of which only the newest answer is wanted: starting again cancels what runs,
/// which then never answers. A member of the view that receives the answers; GUI thread.
template <typename Result>
class LatestJob
{
public:
    LatestJob() = default;
    ~LatestJob() { cancel(); }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    /// `work` runs on the thread; one of the others in the receiver's thread, `progressed` any number of times before.
    void start(QObject *receiver, std::function<Result(const JobControl &)> work, std::function<void(Result)> done,
               std::function<void(const std::vector<Issue> &)> failed,
               std::function<void(std::uint64_t done, std::uint64_t total)> progressed = {})
    {
        cancel();
        token_ = {};
        busy_ = true;
        JobControl control;
        control.cancel = token_;
        const auto deliver = [this, receiver, serial = serial_](auto call) {
            QMetaObject::invokeMethod(
                receiver,
                [this, serial, call = std::move(call)]() mutable {
                    if (serial == serial_)
                        call();
                },
                Qt::QueuedConnection);
        };
        if (progressed) {
            control.progress = [deliver, progressed](const Progress &progress) {
                deliver([progressed, progress] { progressed(progress.done, progress.total); });
            };
        }
        thread_.post(
            [this, control, deliver, work = std::move(work), done = std::move(done), failed = std::move(failed)] {
                try {
                    auto result = std::make_shared<Result>(work(control));
                    deliver([this, done, result] {
                        busy_ = false;
                        done(std::move(*result));
                    });
                } catch (const Cancelled &) {
                    // Nobody waits for it any more.
                } catch (...) {
                    deliver([this, failed, issues = issuesOf(std::current_exception())] {
                        busy_ = false;
                        failed(issues);
                    });
                }
            });
    }

    void cancel()
    {
        token_.cancel();
        thread_.discardWaiting();
        ++serial_;
        busy_ = false;
    }
    bool busy() const noexcept { return busy_; }

private:
    CancelToken token_;
    std::uint64_t serial_ = 0;
    bool busy_ = false;
    TaskThread thread_;
};

} // namespace knockscape::ui
