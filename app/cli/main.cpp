#include "app/cli/command.h"
#include "app/cli/diagnostics.h"
#include "engine/core/translate.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <new>
#include <unistd.h>

namespace knockscape::cli
{
namespace
{

/// The contract's exit codes.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, BadInput = 3, WasCancelled = 130 };

const CancelToken *interruptedToken = nullptr;

/// First signal: cancel and let the job keep what it finished. Second: the person means it.
extern "C" void interrupt(int)
{
    if (interruptedToken->cancelled()) {
        _exit(WasCancelled);
    }
    interruptedToken->cancel();
}

void cancelOnSignals(const CancelToken &token)
{
    interruptedToken = &token;
    struct sigaction action = {};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

std::string checkDevice(const std::string &device)
{
    if (device == "auto" || device == "cpu" || device == "cuda") {
        return {};
    }
    constexpr std::string_view prefix = "cuda:";
    const std::string index = device.rfind(prefix, 0) == 0 ? device.substr(prefix.size()) : std::string();
    const bool valid = !index.empty() && index.size() < 4 && index.find_first_not_of("0123456789") == std::string::npos;
    return valid ? std::string() : translate("Cli", "\"%1\" is no device; use auto, cpu, cuda or cuda:0", {device});
}

void addCommonOptions(CLI::App &app, CommonOptions &options)
{
    const char *group = "Options of every command";
    app.add_option("--device", options.device, "Where the model runs: auto, cpu, cuda or cuda:i (default auto)")
        ->check(checkDevice)
        ->type_name("DEVICE")
        ->group(group);
    app.add_option("--threads", options.threads, "Threads to use; 0 uses all cores")
        ->check(CLI::Range(0, 4096))
        ->type_name("N")
        ->group(group);
    app.add_option("--seed", options.seed, "Seed of everything random")->type_name("N")->group(group);
    app.add_flag("--quiet", options.quiet, "No progress and no notes on stderr")->group(group);
    app.add_flag("--no-log", options.noLog, "Do not record this run in the run database")->group(group);
    app.add_option("--db", options.database, "Run database (default: in the user's data folder)")
        ->type_name("FILE")
        ->group(group);
}

/// Groups of commands need one of theirs; every command's help names the options it shares with all others.
void completeCommands(CLI::App &app)
{
    for (CLI::App *command : app.get_subcommands([](CLI::App *) { return true; })) {
        completeCommands(*command);
        if (!command->get_subcommands([](CLI::App *) { return true; }).empty()) {
            command->require_subcommand(1);
        }
        if (command->get_footer() == app.get_footer()) { // CLI11 copies the parent's
            command->footer("\nOptions of every command: --device DEVICE, --threads N, --seed N, --quiet, --no-log, "
                            "--db FILE\n(\"knockscape-cli --help\" explains them)");
        }
    }
}

int reportUsage(const CLI::App &app, const CLI::ParseError &error)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        return app.exit(error);
    }
    std::string command = "knockscape-cli";
    const CLI::App *selected = &app;
    while (!selected->get_subcommands().empty()) {
        selected = selected->get_subcommands().back();
        command += " " + selected->get_name();
    }
    const std::vector<std::string> unknown = app.remaining(true);
    const bool unknownCommand = dynamic_cast<const CLI::RequiredError *>(&error) != nullptr && !unknown.empty() &&
                                unknown.front().rfind('-', 0) != 0;
    printError(unknownCommand ? translate("Cli", "\"%1\" is no command", {unknown.front()}) : error.what());
    printIssue(noteAt({}, translate("Cli", "\"%1 --help\" shows what is expected", {command})));
    return WrongUsage;
}

/// Runs the command line; every way to fail ends in a sentence and an exit code.
int run(CLI::App &app, Context &context, int argc, const char *const *argv)
{
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        context.clearProgress();
        return reportUsage(app, error);
    } catch (const InputError &error) {
        context.report(error.issues());
        return BadInput;
    } catch (const EngineError &error) {
        context.report({error.issue()});
        return Failed;
    } catch (const Cancelled &) {
        context.clearProgress();
        printIssue(noteAt({}, translate("Cli", "cancelled; what was finished is kept")));
        return WasCancelled;
    } catch (const std::bad_alloc &) {
        context.clearProgress();
        printError(translate("Cli", "not enough memory — close other programs, or work with a smaller input"));
        return Failed;
    } catch (const std::exception &error) {
        context.clearProgress();
        printError(translate("Cli", "unexpected: %1", {error.what()}));
        return Failed;
    }
    context.clearProgress();
    return Done;
}

int runCommandLine(int argc, char **argv)
{
    CLI::App app{"Knockscape: predict what happens when yeast genes are deleted.", "knockscape-cli"};
    Context context;
    app.set_version_flag("--version", "knockscape-cli " KNOCKSCAPE_VERSION);
    app.fallthrough();
    app.require_subcommand(1);
    app.footer("\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 130 cancelled.\n"
               "\"knockscape-cli COMMAND --help\" explains a command.");
    addCommonOptions(app, context.options);
    addCellCommands(app, context);
    addModelCommands(app, context);
    addPredictCommand(app, context);
    addScreenCommands(app, context);
    addTrainCommand(app, context);
    addEvaluateCommand(app, context);
    addSimulateCommand(app, context);
    addMediaCommand(app, context);
    addMapCommand(app, context);
    addExplainCommand(app, context);
    addWhyCommand(app, context);
    addPlanCommand(app, context);
    addMeasureCommand(app, context);
    addRunsCommands(app, context);
    addBenchCommands(app, context);
    completeCommands(app);
    cancelOnSignals(context.control.cancel);

    if (argc < 2) {
        std::fputs(app.help().c_str(), stderr);
        return WrongUsage;
    }
    const int code = run(app, context, argc, argv);
    std::cout.flush();
    if (code == Done && (!std::cout || std::fflush(stdout) != 0)) {
        printError(translate("Cli", "standard output could not be written; the disk may be full"));
        return Failed;
    }
    return code;
}

} // namespace
} // namespace knockscape::cli

int main(int argc, char **argv)
{
    return knockscape::cli::runCommandLine(argc, argv);
}
