#pragma once

#include "engine/core/job_control.h"
#include "engine/layout/layout_protocol.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace knockscape
{

/// The layout helper (knockscape-layout): beside this program, else in the private folders of an installation; empty if
/// there is none.
std::filesystem::path layoutHelperPath();

/// Runs the layout helper and asks it one thing after another. The process starts with the first request and stays
/// until the object goes; one that crashes or takes too long is killed, and the next request starts another. For worker
/// threads: a request blocks. An object serves one thread at a time.
class LayoutHelper
{
public:
    explicit LayoutHelper(std::filesystem::path program = layoutHelperPath(),
                          std::chrono::milliseconds timeLimit = std::chrono::seconds(20));
    ~LayoutHelper();
    LayoutHelper(const LayoutHelper &) = delete;
    LayoutHelper &operator=(const LayoutHelper &) = delete;

    /// The helper's answer; with `error`, translated, where it failed, crashed or was too slow. Throws EngineError
    /// where the helper cannot be started, and Cancelled.
    LayoutResult layOut(const LayoutRequest &request, const CancelToken &cancel = {});

private:
    void start();
    void stop();
    /// Sends and receives a line; false (and the helper stopped) where that failed. `reason` says why.
    bool exchange(const std::string &line, std::string &answer, std::string &reason, const CancelToken &cancel);

    std::filesystem::path program_;
    std::chrono::milliseconds timeLimit_;
    int socket_ = -1;
    int process_ = -1;
};

} // namespace knockscape
