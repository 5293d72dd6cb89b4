#include "ui/session/label_service.h"

#include "ui/session/task_thread.h"

namespace knockscape::ui
{

class LabelService::Worker
{
public:
    explicit Worker(LabelService *service) : service_(service) {}

    TaskThread &thread() { return thread_; }

    void read(quint64 id, const std::vector<std::filesystem::path> &files, const std::shared_ptr<const Cell> &cell,
              const CancelToken &cancel)
    {
        JobControl control;
        control.cancel = cancel;
        control.progress = [this, id](const Progress &progress) {
            deliver(id, [this, progress] {
                emit service_->progressed(QString::fromStdString(progress.stage), progress.done, progress.total);
            });
        };
        std::vector<Issue> issues;
        try {
            auto table = std::make_shared<LabelTable>(readLabelFiles(files, cell->genes, issues, control));
            control.report(LabelService::tr("Sorting labels").toStdString(), 0, 0);
            auto measured = std::make_shared<const MeasuredLabels>(files, *table);
            end(id, [this, table, measured, issues] { emit service_->ready(table, measured, issues); });
        } catch (const Cancelled &) {
            return;
        } catch (...) {
            for (Issue &issue : issuesOf(std::current_exception())) {
                issues.push_back(std::move(issue));
            }
            end(id, [this, issues] { emit service_->refused(issues); });
        }
    }

private:
    template <typename Call>
    void deliver(quint64 id, Call call)
    {
        QMetaObject::invokeMethod(
            service_,
            [this, id, call = std::move(call)] {
                if (id == service_->job_) {
                    call();
                }
            },
            Qt::QueuedConnection);
    }

    template <typename Call>
    void end(quint64 id, Call call)
    {
        deliver(id, [this, call = std::move(call)] {
            service_->job_ = 0;
            call();
        });
    }

    LabelService *service_;
    TaskThread thread_;
};

LabelService::LabelService(QObject *parent) : QObject(parent), worker_(std::make_unique<Worker>(this)) {}

LabelService::~LabelService()
{
    cancel();
    worker_.reset();
}

void LabelService::read(std::vector<std::filesystem::path> files, std::shared_ptr<const Cell> cell)
{
    cancel();
    cancel_ = CancelToken();
    job_ = ++last_;
    worker_->thread().post([worker = worker_.get(), id = job_, files = std::move(files), cell = std::move(cell),
                            token = cancel_] { worker->read(id, files, cell, token); });
}

void LabelService::cancel()
{
    cancel_.cancel();
    job_ = 0;
}

} // namespace knockscape::ui
