#pragma once

#include "app/cli/command.h"

namespace knockscape::cli
{

/// "screen merge TABLE…": joins what "screen … --shard" wrote, all parts of one screen.
void addScreenMergeCommand(CLI::App &group, Context &context);

} // namespace knockscape::cli
