#pragma once

#include "engine/core/issue.h"

#include <string>

namespace knockscape::cli
{

/// `text` with control characters replaced, so that names from a hostile file cannot steer the terminal and an issue
/// stays on one line.
std::string printable(const std::string &text);

/// "error: where: what — remedy" (or "warning:", "note:") on stderr.
void printIssue(const Issue &issue);

/// "error: message" on stderr.
void printError(const std::string &message);

} // namespace knockscape::cli
