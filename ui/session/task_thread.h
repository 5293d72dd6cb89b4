#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace knockscape::ui
{

/// A thread of its own that runs tasks in the order they were posted, and beside them one "latest" task: posting it
/// replaces the one still waiting, it goes before all others, and a long task lets it through by calling runLatest().
/// post(), postLatest() and discardWaiting() may be called from any thread. Tasks must not throw.
class TaskThread
{
public:
    using Task = std::function<void()>;

    /// `atEnd` is the last thing to run on the thread: what belongs to it is destroyed there.
    explicit TaskThread(Task atEnd = {});
    /// Drops what is waiting, lets the running task end, then joins.
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    void post(Task task);
    void postLatest(Task task);
    void discardWaiting();
    /// On the thread itself, inside a task: runs the waiting latest task, if there is one. True if it did.
    bool runLatest();
    /// The thread's work may wait: others, such as the one that draws, get the processor first.
    void beBackground();

private:
    void loop();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    Task latest_;
    Task atEnd_;
    bool stopping_ = false;
    std::thread thread_;
};

} // namespace knockscape::ui
