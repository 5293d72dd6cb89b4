#include "engine/core/issue.h"

#include "engine/core/translate.h"

#include <utility>

namespace knockscape
{
namespace
{

std::string describeAll(const std::vector<Issue> &issues)
{
    std::string text;
    for (const Issue &issue : issues) {
        if (!text.empty()) {
            text += '\n';
        }
        text += describe(issue);
    }
    return text;
}

} // namespace

std::string describe(const Issue &issue)
{
    std::string text = issue.where;
    if (!text.empty() && !issue.what.empty()) {
        text += ": ";
    }
    text += issue.what;
    if (!issue.remedy.empty()) {
        text += text.empty() ? "" : " — ";
        text += issue.remedy;
    }
    return text;
}

Issue errorAt(std::string where, std::string what, std::string remedy)
{
    return {Severity::Error, std::move(where), std::move(what), std::move(remedy)};
}

Issue warningAt(std::string where, std::string what, std::string remedy)
{
    return {Severity::Warning, std::move(where), std::move(what), std::move(remedy)};
}

Issue noteAt(std::string where, std::string what, std::string remedy)
{
    return {Severity::Note, std::move(where), std::move(what), std::move(remedy)};
}

InputError::InputError(Issue issue) : InputError(std::vector<Issue>{std::move(issue)}) {}

InputError::InputError(std::vector<Issue> issues) : std::runtime_error(describeAll(issues)), issues_(std::move(issues))
{
}

EngineError::EngineError(Issue issue) : std::runtime_error(describe(issue)), issue_(std::move(issue)) {}

} // namespace knockscape
