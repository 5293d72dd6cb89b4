#pragma once

#include "engine/core/job_control.h"

#include <chrono>
#include <mutex>
#include <string>

namespace knockscape::cli
{

/// Progress on one line of a terminal's stderr: stage, percentage, count and time left. Rewritten at most ten times a
/// second; silent where stderr is no terminal. Thread-safe.
class ProgressLine
{
public:
    ProgressLine();

    void show(const Progress &progress);
    /// Removes the line, so that other output starts on a clean one.
    void clear();

    /// "Predicting  36 %  12,345 / 34,453  3 s left"; the time left only when it is known (secondsLeft ≥ 0).
    static std::string text(const Progress &progress, double secondsLeft);

private:
    using Clock = std::chrono::steady_clock;

    std::mutex mutex_;
    bool terminal_ = false;
    bool shown_ = false;
    std::string stage_;
    std::uint64_t stageStartDone_ = 0;
    Clock::time_point stageStart_;
    Clock::time_point lastShown_;
};

} // namespace knockscape::cli
