#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace knockscape
{

/// How much an issue matters: an Error refuses the input, a Warning was worked around, a Note is information.
enum class Severity { Note, Warning, Error };

/// One thing a person should know about an input: where it is, what is wrong, what to do about it.
///
/// `where` names a file and line ("genes.tsv:12"), a key or an element; all texts are already translated.
struct Issue {
    Severity severity = Severity::Error;
    std::string where;
    std::string what;
    std::string remedy;

    bool operator==(const Issue &) const = default;
};

/// "where: what — remedy", one line, without the parts that are empty.
std::string describe(const Issue &issue);

/// Shorthands for building issues.
Issue errorAt(std::string where, std::string what, std::string remedy = {});
Issue warningAt(std::string where, std::string what, std::string remedy = {});
Issue noteAt(std::string where, std::string what, std::string remedy = {});

/// Thrown when an input (file, gene name, parameter) cannot be used; command line exit code 3.
/// Holds at least one Issue; what() is their descriptions, one a line.
class InputError : public std::runtime_error
{
public:
    explicit InputError(Issue issue);
    explicit InputError(std::vector<Issue> issues);

    const std::vector<Issue> &issues() const noexcept { return issues_; }

private:
    std::vector<Issue> issues_;
};

/// Thrown when the machine, not the input, is at fault (disk full, device lost); exit code 1.
class EngineError : public std::runtime_error
{
public:
    explicit EngineError(Issue issue);

    const Issue &issue() const noexcept { return issue_; }

private:
    Issue issue_;
};

} // namespace knockscape
