#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// What `cell import` was asked to build a cell from. Empty paths are parts the cell will lack.
struct CellImportRequest {
    std::string name;
    std::string organism;
    std::filesystem::path genes;
    /// Interaction type and file, in the order the model will see them ("physical", "regulatory" first).
    std::vector<std::pair<std::string, std::filesystem::path>> networks;
    std::filesystem::path sbml;
    std::filesystem::path cobraJson;
    std::filesystem::path features;
    std::vector<std::filesystem::path> annotations;
    HyperedgeOptions hyperedges;
};

/// Reads the files into a cell. Formats are recognised by content. Without a gene table the genes are those the other
/// files name. Throws InputError where a file is unusable as a whole; rows that were left out (unknown genes, malformed
/// lines) are summed up in `issues` with counts and the first places. "regulatory" networks are directed, others not,
/// unless the file says.
Cell importCell(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control = {});

} // namespace knockscape
