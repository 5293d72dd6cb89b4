#pragma once

#include "engine/cell/importers/gene_list.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Columns of annotations that a cell has at most.
inline constexpr std::size_t annotationColumnLimit = 1000;

/// Adds what an annotation file says about the genes: go_slim_mapping.tab or a table of the same (gene, aspect, term)
/// become the columns go_process, go_function and go_component; of any other table with a gene column each column
/// becomes one. Several values of a gene are joined by |.
void addAnnotations(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes, GeneList &list,
                    std::vector<Issue> &issues, ImportedFile &report);

/// True for go_slim_mapping.tab, from the first line of the text.
bool isGoSlimMapping(std::string_view text);

} // namespace knockscape
