#pragma once

#include "engine/store/run_database.h"

#include <QString>

namespace knockscape::ui
{

/// A run in words. Times are in the user's zone and locale.
QString startedText(const RunRecord &run);
QString kindText(const RunRecord &run);
/// What was asked for: the title in its parameters, else its first genotypes, else the parameters.
QString whatText(const RunRecord &run);
QString statusText(RunStatus status);
/// Icon of the project's set that goes with the word.
QString statusIcon(RunStatus status);
/// "ensemble-1" or "ensemble-1 and 4 more".
QString modelText(const RunRecord &run);
/// Everything known about the run, one fact a line.
QString detailText(const RunRecord &run);

} // namespace knockscape::ui
