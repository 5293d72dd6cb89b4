#pragma once

#include <ctime>

namespace knockscape::testing
{

/// A clock of processor time, used as QElapsedTimer is: what a bound on work is measured by, because it does not run
/// while the machine does something else. Of all threads of the process, or of this thread alone.
class ProcessorTimer
{
public:
    enum class Of { Process, Thread };

    explicit ProcessorTimer(Of of = Of::Process)
        : clock_(of == Of::Process ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID), start_(now())
    {
    }

    void start() { start_ = now(); }
    void restart() { start_ = now(); }
    long long nsecsElapsed() const { return now() - start_; }
    /// Milliseconds.
    long long elapsed() const { return nsecsElapsed() / 1'000'000; }

private:
    long long now() const
    {
        timespec time{};
        clock_gettime(clock_, &time);
        return static_cast<long long>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    clockid_t clock_;
    long long start_;
};

} // namespace knockscape::testing
