#pragma once

#include "engine/cell/cell.h"
#include "engine/cell/importers/import_report.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <filesystem>
#include <map>
#include <optional>
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
    /// Columns named by the person, by interaction type (of a network; wins) or by path as given above.
    std::map<std::string, ColumnChoice> columns;
};

/// Reads the files into a cell. Formats are recognised by content. Without a gene table the genes are those the other
/// files name. Throws InputError where a file is unusable as a whole; rows that were left out (unknown genes, malformed
/// lines) are summed up in `issues` with counts and the first places. "regulatory" networks are directed, others not,
/// unless the file says.
Cell importCell(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control = {});

/// What an import gives, without anything written.
struct ImportPreview {
    /// The cell from the files that could be used; nothing if none could, or if the gene table could not.
    std::optional<Cell> cell;
    /// What became of each file, in the order read: networks, metabolic model, genes, annotations, features.
    std::vector<ImportedFile> files;
    /// Everything to know; an Error for each file that could not be used.
    std::vector<Issue> issues;

    /// True if importCell would succeed with the same request.
    bool complete() const noexcept;
};

/// Imports like importCell, but goes on without a file that cannot be used. Throws Cancelled only (and EngineError).
/// Takes as long as the import: its cell can be written as it is.
ImportPreview previewImport(const CellImportRequest &request, const JobControl &control = {});

} // namespace knockscape
