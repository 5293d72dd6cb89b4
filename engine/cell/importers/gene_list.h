#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/import_report.h"
#include "engine/core/issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Genes as a file lists them, in its order, with further columns as annotations.
struct GeneList {
    std::vector<Gene> genes;
    std::vector<std::string> annotationColumns;
};

/// Reads genes from a table with a header (id or orf, gene, systematic_name …; name, aliases, description, essential),
/// from SGD_features.tab (its ORFs) or from the headers of a FASTA file. A repeated id is left out and reported.
/// `report` gets format, columns and counts. Throws InputError.
GeneList readGeneList(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report);

/// True for SGD_features.tab, from the first line of the text.
bool isSgdFeatures(std::string_view text);

} // namespace knockscape
