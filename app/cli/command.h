#pragma once

#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::cli
{

class ProgressLine;

/// Options every command takes, before or after its name. A command must not define options of these names itself.
struct CommonOptions {
    std::string device = "auto";
    int threads = 0;
    std::uint64_t seed = 0;
    bool quiet = false;
    bool noLog = false;
    /// Run database; RunDatabase::defaultPath() when empty.
    std::filesystem::path database;
};

/// What every command works with. Errors are thrown and reported by main: InputError → exit 3 (an unreadable file or
/// value), CLI::ParseError such as CLI::ValidationError → 2 (options that do not go together), EngineError → 1,
/// Cancelled → 130.
struct Context {
    Context();
    ~Context();
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    CommonOptions options;
    /// Cancelled by SIGINT/SIGTERM; progress with ETA on a terminal's stderr.
    JobControl control;

    /// Prints warnings and notes to stderr (never to stdout, which is for results); notes only when not quiet.
    void report(const std::vector<Issue> &issues) const;
    /// Prints a line about what was done ("1,234 rows written to …") to stderr unless quiet.
    void say(const std::string &line) const;
    /// Takes the progress line off the terminal; call it before a command prints results to stdout.
    void clearProgress() const;

private:
    std::unique_ptr<ProgressLine> progressLine_;
};

/// Throws InputError unless a file can be written at `path`: its folder exists and is writable, and it is no folder
/// itself. Call it before any work.
void requireWritable(const std::filesystem::path &path);

/// Throws EngineError saying that this build has no `part` ("flux balance analysis (GLPK)").
[[noreturn]] void throwLeftOut(const std::string &part);

/// Each adds its subcommands to `app`; a subcommand's callback does the work.
void addCellCommands(CLI::App &app, Context &context);
void addModelCommands(CLI::App &app, Context &context);
void addPredictCommand(CLI::App &app, Context &context);
void addScreenCommands(CLI::App &app, Context &context);
void addTrainCommand(CLI::App &app, Context &context);
void addEvaluateCommand(CLI::App &app, Context &context);
void addSimulateCommand(CLI::App &app, Context &context);
void addMediaCommand(CLI::App &app, Context &context);
void addMapCommand(CLI::App &app, Context &context);
void addExplainCommand(CLI::App &app, Context &context);
void addWhyCommand(CLI::App &app, Context &context);
void addPlanCommand(CLI::App &app, Context &context);
void addMeasureCommand(CLI::App &app, Context &context);
void addRunsCommands(CLI::App &app, Context &context);
void addBenchCommands(CLI::App &app, Context &context);

} // namespace knockscape::cli
