#include "app/cli/command.h"
#include "app/cli/diagnostics.h"
#include "app/cli/progress_line.h"
#include "engine/core/translate.h"

#include <unistd.h>

#include <cstdio>

namespace knockscape::cli
{

namespace fs = std::filesystem;

Context::Context() : progressLine_(std::make_unique<ProgressLine>())
{
    control.progress = [this](const Progress &progress) {
        if (!options.quiet) {
            progressLine_->show(progress);
        }
    };
}

Context::~Context()
{
    clearProgress();
}

void Context::report(const std::vector<Issue> &issues) const
{
    clearProgress();
    for (const Issue &issue : issues) {
        if (issue.severity != Severity::Note || !options.quiet) {
            printIssue(issue);
        }
    }
}

void Context::say(const std::string &line) const
{
    if (!options.quiet) {
        clearProgress();
        std::fprintf(stderr, "%s\n", printable(line).c_str());
    }
}

void Context::clearProgress() const
{
    progressLine_->clear();
}

void requireWritable(const fs::path &path)
{
    std::error_code error;
    if (path.filename().empty() || fs::is_directory(path, error)) {
        throw InputError(errorAt(path.string(), translate("Cli", "this is a folder, not a file"),
                                 translate("Cli", "Give the name of the file to write.")));
    }
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error)) {
        throw InputError(errorAt(folder.string(), translate("Cli", "the output folder does not exist"),
                                 translate("Cli", "Create it first, or write somewhere else.")));
    }
    if (access(folder.c_str(), W_OK | X_OK) != 0) {
        throw InputError(errorAt(folder.string(), translate("Cli", "the output folder cannot be written to"),
                                 translate("Cli", "Change its permissions, or write somewhere else.")));
    }
}

void throwLeftOut(const std::string &part)
{
    throw EngineError(errorAt("knockscape-cli", translate("Cli", "this build has no %1", {part}),
                              translate("Cli", "Install its libraries and build again.")));
}

} // namespace knockscape::cli
