#pragma once

#include "engine/cell/importers/gene_list.h"
#include "engine/cell/left_out.h"
#include "engine/cell/spreadsheet_names.h"

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace knockscape
{

/// Adds the genes of a file to a list, leaving out those that cannot be one and those whose id is already there.
class GeneAdder
{
public:
    GeneAdder(const ImportFile &file, GeneList &list) : file_(file), list_(list) {}

    /// Adds a gene that stands on `line`. Throws InputError for more than geneLimit genes.
    void add(Gene gene, std::size_t line);

    std::size_t leftOutCount() const noexcept { return leftOut_.count(); }

    /// Says what was left out, and which names a spreadsheet has changed.
    void report(std::vector<Issue> &issues) const;

private:
    const ImportFile &file_;
    GeneList &list_;
    std::unordered_set<std::string> seen_;
    LeftOut leftOut_;
    SpreadsheetNames ids_;
    SpreadsheetNames names_;
};

/// Translated name of a gene table with this header: NCBI's gene_info, STRING's proteins, or a table.
std::string geneTableFormat(const std::vector<std::string> &columns);

/// Genes from a table with a header; see readGeneList.
GeneList readGeneTable(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report);

} // namespace knockscape
