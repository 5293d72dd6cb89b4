#include "app/cli/command.h"

namespace knockscape::cli
{

void addEvaluateCommand(CLI::App &, Context &) {}

} // namespace knockscape::cli
