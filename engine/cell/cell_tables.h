#pragma once

#include "engine/cell/cell.h"
#include "engine/core/delimited_table.h"
#include "engine/core/issue.h"

#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// The tables of a cell bundle, read one by one. All throw InputError naming file and line for what cannot be used.

/// genes.tsv: `id`, then any of `name`, `aliases` (joined by |), `description`, `essential`; further columns are kept
/// as annotations. `idColumn` is for tables that call the first column otherwise.
GeneCatalogue readGeneTable(const DelimitedTable &table, std::optional<std::size_t> idColumn = std::nullopt);

/// interactions/TYPE.tsv: `source`, `target` and perhaps `weight`. Interactions of genes the catalogue lacks are left
/// out and summed up in `issues`.
GeneNetwork readNetworkTable(const DelimitedTable &table, const std::string &type, bool directed,
                             const GeneCatalogue &genes, std::vector<Issue> &issues);

/// metabolites.tsv, reactions.tsv and stoichiometry.tsv, with the rules parsed and bound to `genes`. Genes that only
/// the rules name are summed up in `issues`.
Metabolism readMetabolismTables(const DelimitedTable &metabolites, const DelimitedTable &reactions,
                                const DelimitedTable &stoichiometry, const GeneCatalogue &genes,
                                std::vector<Issue> &issues);

/// Adds one note that names the genes which rules need but the cell lacks (they count as never knocked out).
void reportUnboundGenes(const std::vector<std::string> &names, const std::string &where, std::vector<Issue> &issues);

} // namespace knockscape
