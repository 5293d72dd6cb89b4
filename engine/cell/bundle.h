#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <filesystem>
#include <vector>

namespace knockscape
{

/// Reads a cell bundle (contract: a folder NAME.cell). Throws InputError naming file and line for anything that cannot
/// be used; what was only worked around is appended to `issues`.
Cell readCellBundle(const std::filesystem::path &folder, std::vector<Issue> &issues, const JobControl &control = {});

/// Writes `cell` as a bundle, replacing an older bundle at `folder` only when everything was written and read again
/// with the same result; EngineError says where it was not. (A folder that is not a bundle is never replaced.) Returns
/// the sha256 that reading it back gives.
std::string writeCellBundle(const Cell &cell, const std::filesystem::path &folder, const JobControl &control = {});

} // namespace knockscape
