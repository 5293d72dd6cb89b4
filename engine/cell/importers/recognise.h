#pragma once

#include "engine/cell/cell_import.h"
#include "engine/cell/importers/import_report.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// Numbers of a file, where a quick look tells; nothing where it does not.
struct FileCounts {
    /// Rows that are no header or comment.
    std::optional<std::size_t> rows;
    std::optional<std::size_t> genes;
    std::optional<std::size_t> nodes;
    std::optional<std::size_t> edges;
    std::optional<std::size_t> reactions;
    std::optional<std::size_t> metabolites;
};

/// What a file seems to be, from its content.
struct RecognisedFile {
    std::filesystem::path path;
    FileKind kind = FileKind::Unknown;
    /// Translated ("STRING links", "SBML Level 3, fbc 2"); for Unknown what is known about it ("web page").
    std::string formatName;
    /// What else it can be imported as, likeliest first.
    std::vector<FileKind> alternatives;
    /// Of a network: "physical", "genetic", "regulatory", "string" or another suggestion.
    std::string interactionType;
    /// Of a network: whether the file or the type says so.
    std::optional<bool> directed;
    /// All column names of a table; empty strings where it has no header.
    std::vector<std::string> header;
    /// The columns that an import would take.
    std::vector<TakenColumn> columns;
    FileCounts counts;
    /// Up to five rows of a table, names of a graph or of genes (one cell each), …
    std::vector<std::vector<std::string>> sampleRows;
    /// Why it cannot be imported, or what is doubtful.
    std::vector<Issue> issues;
    /// False if only the beginning of a very large file was looked at; then counts are missing.
    bool complete = true;
};

/// Looks at a file (or cell folder) and says what it is. Reads at most some tens of megabytes and takes well under a
/// second on a file of usual size. Never throws InputError: an unreadable or useless file is Unknown with an issue.
/// Throws Cancelled. Any thread.
RecognisedFile recogniseImportFile(const std::filesystem::path &path, const JobControl &control = {});

/// The import that uses the files for what they were recognised as: gene table, networks (types made unique, physical
/// and regulatory first), one metabolic model, features, annotations; a FASTA file gives the features, and the genes
/// where no gene table is there. Files that have no place (labels, models, unknown ones, a second gene table) are left
/// out and named in `issues`.
CellImportRequest suggestedRequest(const std::vector<RecognisedFile> &files, std::vector<Issue> &issues);

} // namespace knockscape
