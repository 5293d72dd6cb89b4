#include "app/cli/diagnostics.h"

#include "engine/core/translate.h"

#include <cstdio>

namespace knockscape::cli
{
namespace
{

std::string heading(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return translate("Cli", "note:");
    case Severity::Warning:
        return translate("Cli", "warning:");
    case Severity::Error:
        break;
    }
    return translate("Cli", "error:");
}

} // namespace

std::string printable(const std::string &text)
{
    std::string result = text;
    for (char &character : result) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte == '\n' || byte == '\t' || byte == '\r') {
            character = ' ';
        } else if (byte < 0x20U || byte == 0x7FU) {
            character = '?';
        }
    }
    return result;
}

void printIssue(const Issue &issue)
{
    std::fprintf(stderr, "%s %s\n", heading(issue.severity).c_str(), printable(describe(issue)).c_str());
}

void printError(const std::string &message)
{
    printIssue(errorAt({}, message));
}

} // namespace knockscape::cli
