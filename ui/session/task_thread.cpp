#include "ui/session/task_thread.h"

#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace knockscape::ui
{

TaskThread::TaskThread(Task atEnd) : atEnd_(std::move(atEnd)), thread_([this] { loop(); }) {}

TaskThread::~TaskThread()
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.clear();
        latest_ = nullptr;
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void TaskThread::post(Task task)
{
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void TaskThread::postLatest(Task task)
{
    {
        const std::lock_guard lock(mutex_);
        latest_ = std::move(task);
    }
    wake_.notify_one();
}

void TaskThread::discardWaiting()
{
    const std::lock_guard lock(mutex_);
    tasks_.clear();
    latest_ = nullptr;
}

bool TaskThread::runLatest()
{
    Task task;
    {
        const std::lock_guard lock(mutex_);
        task = std::exchange(latest_, nullptr);
    }
    if (!task) {
        return false;
    }
    task();
    return true;
}

void TaskThread::beBackground()
{
    post([] {
#ifdef __linux__
        // On Linux a niceness belongs to a thread. It is lowered for good; where that fails nothing is lost.
        constexpr int niceness = 10;
        setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
#endif
    });
}

void TaskThread::loop()
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return stopping_ || latest_ || !tasks_.empty(); });
            if (stopping_) {
                break;
            }
            if (latest_) {
                task = std::exchange(latest_, nullptr);
            } else {
                task = std::move(tasks_.front());
                tasks_.pop_front();
            }
        }
        task();
    }
    if (atEnd_) {
        atEnd_();
    }
}

} // namespace knockscape::ui
