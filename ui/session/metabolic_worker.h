#pragma once

#include "engine/core/job_control.h"
#include "engine/fba/metabolic_view.h"
#include "ui/session/inference_service.h"
#include "ui/session/task_thread.h"

#include <QMetaObject>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace knockscape::ui
{

/// A cell on a medium that stays ready on a thread of its own (GLPK's memory belongs to a thread), for work of which
/// only the newest is wanted. What is learned of the wild type is kept until cell or medium change: it is not thrown
/// away where the work that needed it first is superseded. GUI thread, but for what is called there. Part of the
/// services of this folder, in builds with flux balance.
class MetabolicWorker
{
public:
    /// Makes a call in the receiver's thread, unless other work was asked for meanwhile.
    using Deliver = std::function<void(std::function<void()>)>;
    using Work = std::function<void(MetabolicView &view, const JobControl &control, const Deliver &deliver)>;
    using Preparation = std::function<void(MetabolicView &view, const JobControl &control)>;

    /// Answers come in `receiver`'s thread; it must outlive the worker.
    explicit MetabolicWorker(QObject *receiver) : receiver_(receiver) { thread_.beBackground(); }
    ~MetabolicWorker()
    {
        preparing_.cancel();
        asked_.cancel();
    }
    MetabolicWorker(const MetabolicWorker &) = delete;
    MetabolicWorker &operator=(const MetabolicWorker &) = delete;

    /// The cell and medium of the next questions; `prepare` learns what all of them need, at the first of them.
    void setConditions(std::shared_ptr<const Cell> cell, Medium medium, Preparation prepare = {})
    {
        cancel();
        preparing_.cancel();
        preparing_ = CancelToken();
        conditions_ = std::make_shared<const Conditions>(
            Conditions{std::move(cell), std::move(medium), std::move(prepare), preparing_});
    }

    /// Does `work` instead of what was asked for before; `failed` gets what it threw, like an answer, unless it was
    /// cancelled. Where the view itself cannot be had (the wild type does not grow), `failed` gets that.
    void ask(Work work, std::function<void(const std::vector<Issue> &)> failed)
    {
        askAnything([this, conditions = conditions_,
                     work = std::move(work)](const JobControl &control,
                                             const Deliver &deliver) { work(viewOf(conditions), control, deliver); },
                    std::move(failed));
    }

    /// The same for work that needs no view.
    void askAnything(std::function<void(const JobControl &control, const Deliver &deliver)> work,
                     std::function<void(const std::vector<Issue> &)> failed)
    {
        cancel();
        asked_ = CancelToken();
        thread_.post(
            [this, work = std::move(work), failed = std::move(failed), token = asked_, serial = serial_.load()] {
                if (token.cancelled()) {
                    return;
                }
                const Deliver answer = [this, serial](std::function<void()> call) { deliver(serial, std::move(call)); };
                try {
                    work(JobControl{token, {}}, answer);
                } catch (const Cancelled &) {
                    // Nobody waits for it any more.
                } catch (...) {
                    answer([failed, issues = issuesOf(std::current_exception())] { failed(issues); });
                }
            });
    }

    /// Nothing that was asked for is delivered any more.
    void cancel()
    {
        asked_.cancel();
        thread_.discardWaiting();
        ++serial_;
    }

private:
    struct Conditions {
        std::shared_ptr<const Cell> cell;
        Medium medium;
        Preparation prepare;
        CancelToken token;
    };

    void deliver(quint64 serial, std::function<void()> call)
    {
        QMetaObject::invokeMethod(
            receiver_,
            [this, serial, call = std::move(call)] {
                if (serial == serial_) {
                    call();
                }
            },
            Qt::QueuedConnection);
    }

    /// On the thread: the view of these conditions, made where it is another's.
    MetabolicView &viewOf(const std::shared_ptr<const Conditions> &conditions)
    {
        if (!view_ || viewConditions_ != conditions) {
            view_.reset();
            const JobControl control{conditions->token, {}};
            view_.emplace(conditions->cell, conditions->medium, control);
            viewConditions_ = conditions;
            if (conditions->prepare) {
                try {
                    conditions->prepare(*view_, control);
                } catch (...) {
                    view_.reset();
                    throw;
                }
            }
        }
        return *view_;
    }

    QObject *receiver_;
    std::atomic<quint64> serial_ = 0;
    CancelToken preparing_;
    CancelToken asked_;
    std::shared_ptr<const Conditions> conditions_;
    /// Of the thread alone.
    std::optional<MetabolicView> view_;
    std::shared_ptr<const Conditions> viewConditions_;
    TaskThread thread_{[this] { view_.reset(); }};
};

} // namespace knockscape::ui
