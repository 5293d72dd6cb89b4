#include "app/cli/command.h"

namespace knockscape::cli
{

void addRunsCommands(CLI::App &, Context &) {}

} // namespace knockscape::cli
