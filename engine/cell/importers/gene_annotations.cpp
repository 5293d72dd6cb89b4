#include "engine/cell/importers/gene_annotations.h"

#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/left_out.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

/// Collects the values of annotation columns, each gene's in order of appearance and once.
class AnnotationCollector
{
public:
    AnnotationCollector(const GeneCatalogue &genes, GeneList &list) : genes_(genes), matcher_(genes, {}), list_(list) {}

    /// Tells all names of the file, before the first is looked for.
    void setNames(const std::vector<std::string> &names) { matcher_ = GeneMatcher(genes_, names); }

    const GeneCatalogue &genes() const noexcept { return genes_; }

    /// Place of a new annotation column; one of the same name gets a number.
    std::size_t addColumn(const std::string &name, const std::string &file)
    {
        if (list_.annotationColumns.size() >= annotationColumnLimit) {
            throw InputError(errorAt(file, translate("Engine", "There are more than a thousand annotation columns."),
                                     translate("Engine", "Give numbers as features, not as annotations.")));
        }
        static const std::array<std::string, 5> own = {"id", "name", "aliases", "description", "essential"};
        std::string unique = name;
        const auto taken = [&] {
            const auto same = [&](const std::string &column) { return lowered(column) == lowered(unique); };
            return std::any_of(list_.annotationColumns.begin(), list_.annotationColumns.end(), same) ||
                   std::any_of(own.begin(), own.end(), same);
        };
        for (int number = 2; taken(); ++number) {
            unique = name + "_" + std::to_string(number);
        }
        list_.annotationColumns.push_back(unique);
        for (Gene &gene : list_.genes) {
            gene.annotations.resize(list_.annotationColumns.size());
        }
        return list_.annotationColumns.size() - 1;
    }

    /// True if the name is a gene's; otherwise the row is counted.
    GeneIndex find(std::string_view name, const std::string &where)
    {
        name = withoutQuotes(name);
        const GeneIndex gene = matcher_.gene(name);
        if (gene >= 0) {
            genesSeen_.insert(gene);
        } else {
            leftOut_.add(translate("Engine", "gene not in this cell"), std::string(name), where);
            if (unresolved_.size() < geneLimit && unresolved_.insert(std::string(name)).second &&
                firstUnresolved_.size() < 5) {
                firstUnresolved_.emplace_back(name.substr(0, 60));
            }
        }
        return gene;
    }

    void add(GeneIndex gene, std::size_t column, std::string_view value, const std::string &where)
    {
        std::string &values = list_.genes[static_cast<std::size_t>(gene)].annotations[column];
        if (value.empty()) {
            return;
        }
        // Present values are known by hash: a list of many would be slow to search.
        std::size_t hash = std::hash<std::string_view>()(value);
        hash ^= (static_cast<std::size_t>(gene) * annotationColumnLimit + column) * 0x9E3779B97F4A7C15ULL;
        if (!present_.insert(hash).second) {
            return;
        }
        if (values.size() + value.size() > valueLimit) {
            leftOut_.add(translate("Engine", "the gene has very many already"),
                         list_.genes[static_cast<std::size_t>(gene)].id, where);
            return;
        }
        if (!values.empty()) {
            values += '|';
        }
        values += value;
    }

    void fill(ImportedFile &report) const
    {
        report.genes = report.namesResolved = genesSeen_.size();
        report.namesUnresolved = unresolved_.size();
        report.firstUnresolved = firstUnresolved_;
    }

    void report(const std::string &file, std::vector<Issue> &issues) const
    {
        matcher_.report(file, issues);
        leftOut_.report(file, translate("Engine", "annotations"), issues);
    }

private:
    /// Texts of one gene in one column; more is no annotation that a person reads.
    static constexpr std::size_t valueLimit = 65536;

    const GeneCatalogue &genes_;
    GeneMatcher matcher_;
    GeneList &list_;
    LeftOut leftOut_;
    std::unordered_set<std::size_t> present_;
    std::unordered_set<GeneIndex> genesSeen_;
    std::unordered_set<std::string> unresolved_;
    std::vector<std::string> firstUnresolved_;
};

constexpr std::array<std::pair<std::string_view, const char *>, 3> goAspects = {
    {{"P", "go_process"}, {"F", "go_function"}, {"C", "go_component"}}};

void addGoTerm(AnnotationCollector &collector, const std::array<std::size_t, 3> &columns, GeneIndex gene,
               std::string_view aspect, std::string_view term, const std::string &where)
{
    for (std::size_t i = 0; i < goAspects.size() && gene >= 0; ++i) {
        if (aspect == goAspects[i].first) {
            collector.add(gene, columns[i], term, where);
        }
    }
}

/// A table with a gene column: GO terms by aspect, or each other column as an annotation.
void addTable(ImportFile &file, const ColumnChoice &choice, AnnotationCollector &collector,
              const std::function<std::array<std::size_t, 3>()> &addGoColumns, ImportedFile &report)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    const std::size_t key = geneColumn(table.columns(), choice, file.name);
    requireHeader(table.columns(), key, choice, collector.genes(), file.name);
    const auto aspect = table.findColumn("aspect");
    const auto term = table.findColumn("term");
    const bool isGo = aspect && term;
    report.columns = {{ColumnRole::Id, key, table.columns()[key]}};
    if (isGo) {
        report.columns.push_back({ColumnRole::Aspect, *aspect, table.columns()[*aspect]});
        report.columns.push_back({ColumnRole::Term, *term, table.columns()[*term]});
    }
    const auto goColumns = isGo ? addGoColumns() : std::array<std::size_t, 3>{};
    std::vector<std::pair<std::size_t, std::size_t>> columns;
    for (std::size_t column = 0; !isGo && column < table.columns().size(); ++column) {
        if (column != key && !table.columns()[column].empty()) {
            columns.emplace_back(column, collector.addColumn(table.columns()[column], file.name));
        }
    }
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        names.emplace_back(withoutQuotes(table.cell(row, key)));
    }
    collector.setNames(names);
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string where = table.where(row);
        const GeneIndex gene = collector.find(table.cell(row, key), where);
        if (isGo) {
            addGoTerm(collector, goColumns, gene, table.cell(row, *aspect), table.cell(row, *term), where);
        }
        for (const auto &[from, to] : columns) {
            if (gene >= 0) {
                collector.add(gene, to, table.cell(row, from), where);
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
    DelimitedRows::prepare(file.content, file.name);
    AnnotationCollector collector(genes, list);
    const auto addGoColumns = [&] {
        std::array<std::size_t, 3> columns{};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i] = collector.addColumn(goAspects[i].second, file.name);
        }
        return columns;
    };
    if (isGoSlimMapping(file.content)) {
        report.formatName = "go_slim_mapping.tab";
        const auto columns = addGoColumns();
        std::vector<std::string> names;
        DelimitedRows look(file.content, file.name, '\t');
        for (std::vector<std::string_view> cells; look.next(cells);) {
            names.emplace_back(withoutQuotes(cells[0]));
        }
        collector.setNames(names);
        DelimitedRows rows(file.content, file.name, '\t');
        for (std::vector<std::string_view> cells; rows.next(cells);) {
            cells.resize(std::max<std::size_t>(cells.size(), 6));
            addGoTerm(collector, columns, collector.find(cells[0], rows.where()), cells[3], cells[4], rows.where());
        }
    } else {
        report.formatName = translate("Engine", "table");
        addTable(file, choice, collector, addGoColumns, report);
    }
    collector.report(file.name, issues);
    collector.fill(report);
    if (report.genes == 0) {
        throw InputError(errorAt(file.name, translate("Engine", "There is no row for any gene of this cell."),
                                 translate("Engine", "Check that the file and the genes are of the same organism.") +
                                     takenHint(report.columns)));
    }
}

} // namespace knockscape
