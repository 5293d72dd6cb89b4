#include "app/cli/command.h"

namespace knockscape::cli
{

void addSimulateCommand(CLI::App &, Context &) {}

} // namespace knockscape::cli
