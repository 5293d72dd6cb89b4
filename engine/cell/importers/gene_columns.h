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

class DelimitedTable;

/// Column of a table that names genes: the one that `choice` names, else one that is called so (id, orf, systematic
/// name, secondary identifier, …; of several the first that is filled in most rows), else the first. Throws InputError
/// naming the table where the chosen one is not there.
std::size_t geneColumn(const DelimitedTable &table, const ColumnChoice &choice);

/// True for what stands where there is no value: nothing, or the "-" of NCBI and BioGRID.
bool isMissing(std::string_view cell) noexcept;

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
