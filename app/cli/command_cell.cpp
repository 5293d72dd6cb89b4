#include "app/cli/command.h"

namespace knockscape::cli
{

void addCellCommands(CLI::App &, Context &) {}

} // namespace knockscape::cli
