#pragma once

#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// Options every command takes.
struct CommonOptions {
    std::string device = "auto";
    int threads = 0;
    std::uint64_t seed = 0;
    bool quiet = false;
    bool noLog = false;
    std::filesystem::path database;
};

/// What every command works with. Errors are thrown (InputError → exit 3, EngineError → 1, Cancelled → 130) and
/// reported by main.
struct Context {
    CommonOptions options;
    /// Cancelled by SIGINT/SIGTERM; progress with ETA on a terminal's stderr.
    JobControl control;

    /// Prints warnings and notes to stderr (never to stdout, which is for results); notes only when not quiet.
    void report(const std::vector<Issue> &issues) const;
};

/// Each adds its subcommands to `app`; a subcommand's callback does the work.
void addCellCommands(CLI::App &app, Context &context);
void addModelCommands(CLI::App &app, Context &context);
void addPredictCommand(CLI::App &app, Context &context);
void addTrainCommand(CLI::App &app, Context &context);
void addEvaluateCommand(CLI::App &app, Context &context);
void addSimulateCommand(CLI::App &app, Context &context);
void addRunsCommands(CLI::App &app, Context &context);
void addBenchCommands(CLI::App &app, Context &context);

} // namespace knockscape::cli
