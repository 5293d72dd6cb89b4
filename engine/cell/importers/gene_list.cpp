#include "engine/cell/importers/gene_list.h"

#include "engine/cell/cell_tables.h"
#include "engine/cell/importers/fasta.h"
#include "engine/cell/left_out.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

/// Fixed columns of SGD_features.tab (its README).
namespace sgd
{
constexpr std::size_t columns = 16;
constexpr std::size_t sgdid = 0;
constexpr std::size_t type = 1;
constexpr std::size_t qualifier = 2;
constexpr std::size_t id = 3;
constexpr std::size_t name = 4;
constexpr std::size_t aliases = 5;
constexpr std::size_t chromosome = 8;
constexpr std::size_t start = 9;
constexpr std::size_t stop = 10;
constexpr std::size_t strand = 11;
constexpr std::size_t description = 15;
} // namespace sgd

bool isSgdFeatures(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.size() > 10 && line.starts_with('S') && split(line, "\t").size() >= sgd::columns - 1 &&
           std::all_of(line.begin() + 1, line.begin() + 10, [](char c) { return c >= '0' && c <= '9'; });
}

/// Adds genes, leaving out those whose id is already there.
class GeneAdder
{
public:
    explicit GeneAdder(GeneList &list) : list_(list) {}

    void add(Gene gene, const std::string &where)
    {
        if (gene.id.empty()) {
            leftOut_.add(translate("Engine", "no systematic name"), {}, where);
        } else if (!seen_.insert(lowered(gene.id)).second) {
            leftOut_.add(translate("Engine", "the id is there twice"), gene.id, where);
        } else {
            list_.genes.push_back(std::move(gene));
        }
    }

    void report(const std::string &file, std::vector<Issue> &issues) const
    {
        leftOut_.report(file, translate("Engine", "genes"), issues);
    }

private:
    GeneList &list_;
    std::unordered_set<std::string> seen_;
    LeftOut leftOut_;
};

GeneList readSgdFeatures(ImportFile &file, std::vector<Issue> &issues)
{
    GeneList list;
    list.annotationColumns = {"sgdid", "qualifier", "chromosome", "start", "end", "strand"};
    GeneAdder adder(list);
    DelimitedRows rows(file.content, file.name, '\t', false);
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        cells.resize(std::max(cells.size(), sgd::columns));
        if (cells[sgd::type] != "ORF") {
            continue;
        }
        Gene gene;
        gene.id = cells[sgd::id];
        gene.name = cells[sgd::name];
        for (const std::string_view alias : split(cells[sgd::aliases], "|", true)) {
            gene.aliases.emplace_back(trimmed(alias));
        }
        gene.description = cells[sgd::description];
        for (const std::size_t column :
             {sgd::sgdid, sgd::qualifier, sgd::chromosome, sgd::start, sgd::stop, sgd::strand}) {
            gene.annotations.emplace_back(cells[column]);
        }
        adder.add(std::move(gene), rows.where());
    }
    adder.report(file.name, issues);
    return list;
}

GeneList readFastaGenes(const ImportFile &file, std::vector<Issue> &issues)
{
    GeneList list;
    GeneAdder adder(list);
    for (const FastaRecord &record : readFasta(file)) {
        Gene gene;
        gene.id = record.id;
        const std::vector<std::string_view> words = split(record.description, " ", true);
        // "YAL001C TFC3 SGDID:S000000001, …" as SGD writes it.
        if (words.size() > 1 && words[1].starts_with("SGDID:") && words[0] != record.id) {
            gene.name = words[0];
        }
        gene.description = record.description;
        adder.add(std::move(gene), file.at(record.line));
    }
    adder.report(file.name, issues);
    return list;
}

/// A table whose gene column may be called something else than `id`, read as a bundle's gene table.
GeneList readTable(ImportFile &file)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    const GeneCatalogue catalogue = readGeneTable(table, geneColumn(table.columns()));
    return {catalogue.genes(), catalogue.annotationColumns()};
}

/// Collects the values of annotation columns, each gene's in order of appearance and once.
class AnnotationCollector
{
public:
    AnnotationCollector(const GeneCatalogue &genes, GeneList &list) : genes_(genes), list_(list) {}

    /// Place of a new annotation column; one of the same name gets a number.
    std::size_t addColumn(const std::string &name)
    {
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
        const GeneIndex gene = genes_.resolve(name, GeneCatalogue::Suggestions::Omit).gene;
        if (gene < 0) {
            leftOut_.add(translate("Engine", "gene not in this cell"), std::string(name), where);
        }
        return gene;
    }

    void add(GeneIndex gene, std::size_t column, std::string_view value)
    {
        std::string &values = list_.genes[static_cast<std::size_t>(gene)].annotations[column];
        if (value.empty()) {
            return;
        }
        const std::vector<std::string_view> present = split(values, "|", true);
        if (present.size() < 1000 && std::find(present.begin(), present.end(), value) == present.end()) {
            if (!values.empty()) {
                values += '|';
            }
            values += value;
        }
    }

    void report(const std::string &file, std::vector<Issue> &issues) const
    {
        leftOut_.report(file, translate("Engine", "annotations"), issues);
    }

private:
    const GeneCatalogue &genes_;
    GeneList &list_;
    LeftOut leftOut_;
};

constexpr std::array<std::pair<std::string_view, const char *>, 3> goAspects = {
    {{"P", "go_process"}, {"F", "go_function"}, {"C", "go_component"}}};

/// go_slim_mapping.tab: ORF, gene, SGDID, aspect, term, GO id, feature type, without a header.
bool isGoSlimMapping(std::string_view text)
{
    const std::vector<std::string_view> cells =
        split(text.substr(0, std::min<std::size_t>(text.find('\n'), 4096)), "\t");
    return cells.size() >= 6 && cells[3].size() == 1 &&
           std::string_view("PFC").find(cells[3]) != std::string_view::npos &&
           (cells[5].empty() || cells[5].starts_with("GO:"));
}

void addGoTerm(AnnotationCollector &collector, const std::array<std::size_t, 3> &columns, GeneIndex gene,
               std::string_view aspect, std::string_view term)
{
    for (std::size_t i = 0; i < goAspects.size() && gene >= 0; ++i) {
        if (aspect == goAspects[i].first) {
            collector.add(gene, columns[i], term);
        }
    }
}

} // namespace

std::size_t geneColumn(const std::vector<std::string> &columns)
{
    for (const char *name : {"id", "orf", "systematic_name", "systematic name", "systematicname",
                             "systematic gene name", "gene_id", "gene id", "locus_tag", "locus", "gene", "name"}) {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const std::string &column) { return lowered(column) == name; });
        if (found != columns.end()) {
            return static_cast<std::size_t>(found - columns.begin());
        }
    }
    return 0;
}

GeneList readGeneList(ImportFile &file, std::vector<Issue> &issues)
{
    DelimitedRows::prepare(file.content, file.name);
    if (isFasta(file)) {
        return readFastaGenes(file, issues);
    }
    return isSgdFeatures(file.content) ? readSgdFeatures(file, issues) : readTable(file);
}

void addAnnotations(ImportFile &file, const GeneCatalogue &genes, GeneList &list, std::vector<Issue> &issues)
{
    DelimitedRows::prepare(file.content, file.name);
    AnnotationCollector collector(genes, list);
    const auto addGoColumns = [&] {
        std::array<std::size_t, 3> columns{};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i] = collector.addColumn(goAspects[i].second);
        }
        return columns;
    };
    if (isGoSlimMapping(file.content)) {
        const auto columns = addGoColumns();
        DelimitedRows rows(file.content, file.name, '\t', false);
        for (std::vector<std::string_view> cells; rows.next(cells);) {
            cells.resize(std::max<std::size_t>(cells.size(), 6));
            addGoTerm(collector, columns, collector.find(cells[0], rows.where()), cells[3], cells[4]);
        }
        collector.report(file.name, issues);
        return;
    }
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    const std::size_t key = geneColumn(table.columns());
    const auto aspect = table.findColumn("aspect");
    const auto term = table.findColumn("term");
    const bool isGo = aspect && term;
    const auto goColumns = isGo ? addGoColumns() : std::array<std::size_t, 3>{};
    std::vector<std::pair<std::size_t, std::size_t>> columns;
    for (std::size_t column = 0; !isGo && column < table.columns().size(); ++column) {
        if (column != key && !table.columns()[column].empty()) {
            columns.emplace_back(column, collector.addColumn(table.columns()[column]));
        }
    }
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const GeneIndex gene = collector.find(table.cell(row, key), table.where(row));
        if (isGo) {
            addGoTerm(collector, goColumns, gene, table.cell(row, *aspect), table.cell(row, *term));
        }
        for (const auto &[from, to] : columns) {
            if (gene >= 0) {
                collector.add(gene, to, table.cell(row, from));
            }
        }
    }
    collector.report(file.name, issues);
}

} // namespace knockscape
