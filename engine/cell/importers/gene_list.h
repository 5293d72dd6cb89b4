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

/// Adds what an annotation file says about the genes: go_slim_mapping.tab or a table of the same (gene, aspect, term)
/// become the columns go_process, go_function and go_component; of any other table with a gene column each column
/// becomes one. Several values of a gene are joined by |.
void addAnnotations(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes, GeneList &list,
                    std::vector<Issue> &issues, ImportedFile &report);

/// Column of a table that names genes: id, orf, gene, systematic_name and the like; the first if there is none.
std::size_t geneColumn(const std::vector<std::string> &columns);

/// The same unless `choice` names the column. Throws InputError naming `where`.
std::size_t geneColumn(const std::vector<std::string> &columns, const ColumnChoice &choice, const std::string &where);

/// True if a gene can have this id: at most 200 characters, no blank, semicolon or bar.
bool canBeGeneId(std::string_view id);

/// Genes of a cell at most. The largest genomes have fewer; tables of more are of something else.
inline constexpr std::size_t geneLimit = 300'000;

/// Throws InputError if no header of the table is one of a gene column, nobody named one, and the header in its place
/// is itself a gene of the catalogue: such a table lacks its header line.
void requireHeader(const std::vector<std::string> &columns, std::size_t column, const ColumnChoice &choice,
                   const GeneCatalogue &genes, const std::string &file);

/// True if a column of this name names genes: "id", "orf", "systematic name", …
bool isGeneColumnName(std::string_view name);

/// SGD_features.tab or go_slim_mapping.tab, from the first line of the text.
bool isSgdFeatures(std::string_view text);
bool isGoSlimMapping(std::string_view text);

/// The columns that readGeneList takes from a table with this header.
std::vector<TakenColumn> geneTableColumns(const std::vector<std::string> &columns, std::size_t idColumn);

} // namespace knockscape
