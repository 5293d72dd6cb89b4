#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/cell/importers/import_report.h"
#include "engine/core/issue.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What the columns of tables about genes are called, and what a gene can be called.
namespace knockscape
{

/// Column of a table that names genes: id, orf, gene, systematic_name and the like; the first if there is none.
std::size_t geneColumn(const std::vector<std::string> &columns);

/// The same unless `choice` names the column. Throws InputError naming `where`.
std::size_t geneColumn(const std::vector<std::string> &columns, const ColumnChoice &choice, const std::string &where);

/// True if a gene can have this id: at most 200 characters, and isGeneId().
bool canBeGeneId(std::string_view id);

/// Genes of a cell at most. The largest genomes have fewer; tables of more are of something else.
inline constexpr std::size_t geneLimit = 300'000;

/// Throws InputError if no header of the table is one of a gene column, nobody named one, and the header in its place
/// is itself a gene of the catalogue: such a table lacks its header line.
void requireHeader(const std::vector<std::string> &columns, std::size_t column, const ColumnChoice &choice,
                   const GeneCatalogue &genes, const std::string &file);

/// True if a column of this name names genes: "id", "orf", "systematic name", …
bool isGeneColumnName(std::string_view name);

/// The columns that readGeneList takes from a table with this header.
std::vector<TakenColumn> geneTableColumns(const std::vector<std::string> &columns, std::size_t idColumn);

} // namespace knockscape
