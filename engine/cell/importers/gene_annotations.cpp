#include "engine/cell/importers/gene_annotations.h"

#include "engine/cell/identifier_kind.h"
#include "engine/cell/importers/annotation_collector.h"
#include "engine/cell/importers/gene_association.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape
{
namespace
{

/// A table with a gene column: GO terms by aspect, or each other column as an annotation.
void addTable(ImportFile &file, const ColumnChoice &choice, AnnotationCollector &collector, std::vector<Issue> &issues,
              ImportedFile &report)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const std::size_t key = geneColumn(table, choice);
    requireHeader(table.columns(), key, choice, collector.genes(), file.name);
    const auto aspect = table.findColumn("aspect");
    const auto term = table.findColumn("term");
    const bool isGo = aspect && term;
    report.columns = {{ColumnRole::Id, key, table.columns()[key]}};
    if (isGo) {
        report.columns.push_back({ColumnRole::Aspect, *aspect, table.columns()[*aspect]});
        report.columns.push_back({ColumnRole::Term, *term, table.columns()[*term]});
    }
    const auto goColumns = isGo ? collector.addGoColumns() : std::array<std::size_t, 3>{};
    std::vector<std::pair<std::size_t, std::size_t>> columns;
    for (std::size_t column = 0; !isGo && column < table.columns().size(); ++column) {
        if (column != key && !table.columns()[column].empty()) {
            columns.emplace_back(column, collector.addColumn(table.columns()[column]));
        }
    }
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        names.emplace_back(withoutQuotes(table.cell(row, key)));
    }
    collector.setNames(names);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::size_t line = table.line(row);
        const GeneIndex gene = collector.find(table.cell(row, key), line);
        if (isGo) {
            collector.addGoTerm(goColumns, gene, table.cell(row, *aspect), table.cell(row, *term), line);
        }
        for (const auto &[from, to] : columns) {
            if (gene >= 0) {
                collector.add(gene, to, table.cell(row, from), line);
            }
        }
    }
}

} // namespace

/// go_slim_mapping.tab: ORF, gene, SGDID, aspect, term, GO id, feature type, without a header.
bool isGoSlimMapping(std::string_view text)
{
    const std::vector<std::string_view> cells =
        split(text.substr(0, std::min<std::size_t>(text.find('\n'), 4096)), "\t");
    return cells.size() >= 6 && cells[3].size() == 1 &&
           std::string_view("PFC").find(cells[3]) != std::string_view::npos &&
           (cells[5].empty() || cells[5].starts_with("GO:"));
}

void addAnnotations(ImportFile &file, const ColumnChoice &choice, const GeneCatalogue &genes, GeneList &list,
                    std::vector<Issue> &issues, ImportedFile &report)
{
    const std::vector<Issue> said = DelimitedRows::prepare(file.content, file.name);
    issues.insert(issues.end(), said.begin(), said.end());
    AnnotationCollector collector(file, genes, list);
    if (isGeneAssociation(file.content)) {
        report.formatName = translate("Engine", "GO annotations (GAF)");
        readGeneAssociation(file, collector);
    } else if (isGoSlimMapping(file.content)) {
        report.formatName = "go_slim_mapping.tab";
        const auto columns = collector.addGoColumns();
        std::string copy = file.content;
        std::vector<std::string> names;
        DelimitedRows look(copy, file.name, '\t');
        for (std::vector<std::string_view> cells; look.next(cells);) {
            names.emplace_back(cells[0]);
        }
        collector.setNames(names);
        DelimitedRows rows(file.content, file.name, '\t');
        for (std::vector<std::string_view> cells; rows.next(cells);) {
            cells.resize(std::max<std::size_t>(cells.size(), 6));
            collector.addGoTerm(columns, collector.find(cells[0], rows.line()), cells[3], cells[4], rows.line());
        }
    } else {
        report.formatName = translate("Engine", "table");
        addTable(file, choice, collector, issues, report);
    }
    collector.report(issues);
    collector.fill(report);
    if (report.genes == 0) {
        const bool empty = report.namesUnresolved == 0;
        throw InputError(errorAt(file.name,
                                 empty ? translate("Engine", "The file has no annotation, only a header.")
                                       : translate("Engine", "There is no row for any gene of this cell."),
                                 empty ? translate("Engine", "Choose a file with rows.")
                                       : explainMismatch(report.firstUnresolved, genes) + takenHint(report.columns)));
    }
}

} // namespace knockscape
