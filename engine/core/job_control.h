#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace knockscape
{

/// Thrown inside a long operation once its CancelToken was cancelled; exit code 130.
/// What was finished before it is kept by whoever received it.
class Cancelled : public std::exception
{
public:
    const char *what() const noexcept override { return "cancelled"; }
};

/// A flag shared by whoever started an operation and the thread that runs it. Copies share the flag.
class CancelToken
{
public:
    CancelToken() : flag_(std::make_shared<std::atomic<bool>>(false)) {}

    void cancel() const noexcept { flag_->store(true, std::memory_order_relaxed); }
    bool cancelled() const noexcept { return flag_->load(std::memory_order_relaxed); }
    void throwIfCancelled() const
    {
        if (cancelled()) {
            throw Cancelled();
        }
    }

private:
    std::shared_ptr<std::atomic<bool>> flag_;
};

/// How far an operation has come. `total` is 0 while it is not known; `stage` is translated text.
struct Progress {
    std::string stage;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

/// Receives progress, on the thread that runs the operation; must be quick.
using ProgressSink = std::function<void(const Progress &)>;

/// What a long operation needs from its caller. Default-constructed: never cancelled, nobody watching.
struct JobControl {
    CancelToken cancel;
    ProgressSink progress;

    /// Reports progress if somebody watches, then throws Cancelled if the job was cancelled.
    void report(const std::string &stage, std::uint64_t done, std::uint64_t total) const
    {
        if (progress) {
            progress({stage, done, total});
        }
        cancel.throwIfCancelled();
    }
};

} // namespace knockscape
