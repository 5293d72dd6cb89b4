#include "app/cli/command.h"

namespace knockscape::cli
{

void addPredictCommand(CLI::App &, Context &) {}

} // namespace knockscape::cli
