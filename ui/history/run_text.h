#pragma once

#include "engine/store/run_database.h"

#include <QString>

#include <filesystem>
#include <vector>

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
/// What part of what was asked for the database holds: "all 12 genotypes", "the best 1,000 of 34,453 genotypes, by
/// epistasis", "412 of 1,000 genotypes"; empty for a run that has no genotypes, such as a training.
QString storedText(const RunRecord &run);
/// A model that the run used; the hash is empty where the run does not tell.
struct RunModel {
    std::filesystem::path path;
    std::string sha256;
};
std::vector<RunModel> modelsOf(const RunRecord &run);
/// Where the run found its cell; empty where the run does not tell.
std::filesystem::path cellFolderOf(const RunRecord &run);
/// Everything known about the run, one fact a line.
QString detailText(const RunRecord &run);

} // namespace knockscape::ui
