#include "app/cli/command.h"

namespace knockscape::cli
{

void addBenchCommands(CLI::App &, Context &) {}

} // namespace knockscape::cli
