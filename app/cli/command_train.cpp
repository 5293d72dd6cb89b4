#include "app/cli/command.h"

namespace knockscape::cli
{

void addTrainCommand(CLI::App &, Context &) {}

} // namespace knockscape::cli
