#include "app/cli/command.h"

namespace knockscape::cli
{

void addModelCommands(CLI::App &, Context &) {}

} // namespace knockscape::cli
