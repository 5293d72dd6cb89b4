#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/cell/importers/gene_list.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/importers/import_report.h"
#include "engine/cell/left_out.h"
#include "engine/cell/spreadsheet_names.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace knockscape
{

/// Collects the annotations that one file gives to genes: the values of columns, each gene's in order of appearance and
/// once, and what is left out.
class AnnotationCollector
{
public:
    AnnotationCollector(const ImportFile &file, const GeneCatalogue &genes, GeneList &list)
        : file_(file), genes_(genes), matcher_(genes, {}), list_(list)
    {
    }

    /// Tells all names of the file, before the first is looked for.
    void setNames(const std::vector<std::string> &names) { matcher_ = GeneMatcher(genes_, names); }

    const GeneCatalogue &genes() const noexcept { return genes_; }

    /// Place of a new annotation column; one of the same name gets a number. Throws InputError for too many.
    std::size_t addColumn(const std::string &name);
    /// Places of go_process, go_function and go_component.
    std::array<std::size_t, 3> addGoColumns();

    /// The gene of this name, or -1: then the row is counted.
    GeneIndex find(std::string_view name, std::size_t line);
    /// Counts a gene that was looked for (-1: not found) under this name.
    GeneIndex found(GeneIndex gene, std::string_view name, std::size_t line);
    /// Counts a row that is no annotation.
    void leaveOut(const std::string &reason, const std::string &detail, std::size_t line,
                  const std::string &remedy = {});

    void add(GeneIndex gene, std::size_t column, std::string_view value, std::size_t line);
    /// Adds a term to the column of its aspect (P, F or C), for a gene that may be -1.
    void addGoTerm(const std::array<std::size_t, 3> &columns, GeneIndex gene, std::string_view aspect,
                   std::string_view term, std::size_t line);

    void fill(ImportedFile &report) const;
    void report(std::vector<Issue> &issues) const;

private:
    /// Texts of one gene in one column; more is no annotation that a person reads.
    static constexpr std::size_t valueLimit = 65536;

    const ImportFile &file_;
    const GeneCatalogue &genes_;
    GeneMatcher matcher_;
    GeneList &list_;
    LeftOut leftOut_;
    SpreadsheetNames spreadsheet_;
    std::unordered_set<std::size_t> present_;
    std::unordered_set<GeneIndex> genesSeen_;
    std::unordered_set<std::string> unresolved_;
    std::vector<std::string> firstUnresolved_;
};

} // namespace knockscape
