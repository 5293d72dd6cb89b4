#pragma once

#include "app/cli/command.h"
#include "engine/cell/cell.h"
#include "engine/inference/predictor.h"
#include "engine/store/stored_prediction.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// What a run database keeps about a run besides its rows.
struct RunDescription {
    /// "predict", "screen", "train" or "simulate".
    std::string kind;
    const Cell *cell = nullptr;
    std::vector<ModelSummary> models;
    /// JSON object of what was asked for.
    std::string parametersJson;
    /// The device it runs on ("cpu", "cuda:0").
    std::string device = "cpu";
};

/// Records a command's run in the run database (unless --no-log, or in a build without one). A database that cannot be
/// used costs a warning, never the job. Use it as
///
///     RunLog log(context, {"predict", &cell, models, parameters, device});
///     log.record([&] { … log.append(rows); … log.addArtifact("predictions", out); });
class RunLog
{
public:
    RunLog(const Context &context, const RunDescription &run);
    /// A run that was neither recorded nor finished is stored as cancelled or failed.
    ~RunLog();
    RunLog(const RunLog &) = delete;
    RunLog &operator=(const RunLog &) = delete;

    /// Runs `work` and finishes the run as it ends: finished, cancelled (Cancelled) or failed (any other exception,
    /// with its message). The exception goes on to the caller.
    void record(const std::function<void()> &work);

    /// Adds rows; small pieces are gathered and written at least once a second.
    void append(std::span<const StoredPrediction> rows);
    /// Adds a file the run wrote, with its SHA-256.
    void addArtifact(const std::string &kind, const std::filesystem::path &path);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace knockscape::cli
