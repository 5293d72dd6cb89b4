#include "engine/cell/importers/gene_list.h"

#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/left_out.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
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

constexpr std::size_t annotationColumnLimit = 1000;

/// Adds genes, leaving out those that cannot be one and those whose id is already there.
class GeneAdder
{
public:
    explicit GeneAdder(GeneList &list) : list_(list) {}

    void add(Gene gene, const std::string &where)
    {
        if (gene.id.empty()) {
            leftOut_.add(translate("Engine", "no systematic name"), {}, where);
        } else if (!canBeGeneId(gene.id)) {
            leftOut_.add(translate("Engine", "the id is long or holds a blank, semicolon or bar"), gene.id, where);
        } else if (!seen_.insert(lowered(gene.id)).second) {
            leftOut_.add(translate("Engine", "the id is there twice"), gene.id, where);
        } else if (list_.genes.size() == geneLimit) {
            throw InputError(errorAt(where,
                                     translate("Engine", "There are more than %1 genes.", {std::to_string(geneLimit)}),
                                     translate("Engine", "Check that this is a table of one organism's genes.")));
        } else {
            list_.genes.push_back(std::move(gene));
        }
    }

    std::size_t leftOutCount() const noexcept { return leftOut_.count(); }

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

template <std::size_t N>
std::optional<std::size_t> columnOf(const std::vector<std::string> &columns, const std::array<const char *, N> &names,
                                    std::size_t except)
{
    for (const char *name : names) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (column != except && lowered(withoutQuotes(columns[column])) == name) {
                return column;
            }
        }
    }
    return std::nullopt;
}

constexpr std::array geneNames = {
    "id",      "orf",    "systematic_name", "systematic name", "systematicname", "systematic gene name", "gene_id",
    "gene id", "geneid", "locus_tag",       "locus tag",       "locus",          "ordered locus name",   "gene",
    "name"};

/// What the columns of a gene table are called besides the contract's names.
constexpr std::array nameNames = {"name",      "standard_name", "standard name", "standard gene name", "gene_name",
                                  "gene name", "gene",          "symbol",        "gene symbol",        "gene_symbol"};
constexpr std::array aliasNames = {"aliases", "alias", "synonyms", "synonym"};
constexpr std::array descriptionNames = {"description", "desc", "product", "function"};
constexpr std::array essentialNames = {"essential", "is_essential", "essentiality"};

/// Reads yes, no or unknown into `flag`; false for a word that is none of these.
bool readFlag(std::string_view cell, std::optional<bool> &flag)
{
    const std::string word = lowered(cell);
    if (word.empty() || word == "na" || word == "nan" || word == "unknown") {
        return true;
    }
    for (const auto &[yes, no] : {std::pair("1", "0"), std::pair("true", "false"), std::pair("yes", "no"),
                                  std::pair("essential", "non-essential"), std::pair("e", "ne")}) {
        if (word == yes || word == no) {
            flag = word == yes;
            return true;
        }
    }
    return false;
}

/// Costanzo's tables of double mutants name strains, not genes.
void refuseMeasurements(const std::vector<std::string> &columns, const ColumnChoice &choice, const std::string &file)
{
    const bool measured = std::any_of(columns.begin(), columns.end(), [](const std::string &column) {
        const std::string lower = lowered(column);
        return lower == "query strain id" || lower == "query_strain_id" || lower == "knockouts";
    });
    if (measured && choice.id.empty()) {
        throw InputError(errorAt(file, translate("Engine", "This is a table of measured genotypes, not of genes."),
                                 translate("Engine", "Use it as labels, or name its gene column.")));
    }
}

/// A table with a header. What the table calls otherwise is found; further columns become annotations.
GeneList readTable(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(file.content), file.name);
    const std::size_t id = geneColumn(table.columns(), choice, file.name);
    refuseMeasurements(table.columns(), choice, file.name);
    report.columns = geneTableColumns(table.columns(), id);
    std::map<ColumnRole, std::size_t> roles;
    for (const TakenColumn &column : report.columns) {
        roles[column.role] = column.index;
    }
    GeneList list;
    std::vector<std::size_t> annotations;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        const bool taken =
            std::any_of(roles.begin(), roles.end(), [&](const auto &role) { return role.second == column; });
        if (!taken && !table.columns()[column].empty()) {
            annotations.push_back(column);
            list.annotationColumns.push_back(table.columns()[column]);
        }
    }
    if (annotations.size() > annotationColumnLimit) {
        throw InputError(errorAt(file.name,
                                 translate("Engine", "The table has %1 columns.", {std::to_string(annotations.size())}),
                                 translate("Engine", "A gene table has at most a thousand; numbers are features.")));
    }
    const auto text = [&](std::size_t row, ColumnRole role) {
        const auto found = roles.find(role);
        return found == roles.end() ? std::string_view() : table.cell(row, found->second);
    };
    GeneAdder adder(list);
    LeftOut flags;
    const bool named = !choice.id.empty() || isGeneColumnName(table.columns()[id]);
    // A list of ids needs no header.
    if (!named && table.columns().size() == 1) {
        Gene gene;
        gene.id = withoutQuotes(table.columns()[id]);
        adder.add(std::move(gene), file.at(1));
    }
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        Gene gene;
        gene.id = withoutQuotes(table.cell(row, id));
        gene.name = withoutQuotes(text(row, ColumnRole::Name));
        for (const std::string_view alias : split(text(row, ColumnRole::Aliases), "|", true)) {
            gene.aliases.emplace_back(trimmed(alias));
        }
        gene.description = text(row, ColumnRole::Description);
        if (!readFlag(text(row, ColumnRole::Essential), gene.essential)) {
            flags.add(translate("Engine", "neither yes nor no"), std::string(text(row, ColumnRole::Essential)),
                      table.where(row));
        }
        for (const std::size_t column : annotations) {
            gene.annotations.emplace_back(table.cell(row, column));
        }
        adder.add(std::move(gene), table.where(row));
    }
    if (!named && adder.leftOutCount() > list.genes.size()) {
        throw InputError(
            errorAt(file.name, translate("Engine", "Most lines do not begin with a gene of their own."),
                    translate("Engine", "Choose a gene table, or name its gene column.") + takenHint(report.columns)));
    }
    flags.report(file.name, translate("Engine", "values of “essential”"), issues);
    adder.report(file.name, issues);
    return list;
}

/// Collects the values of annotation columns, each gene's in order of appearance and once.
class AnnotationCollector
{
public:
    AnnotationCollector(const GeneCatalogue &genes, GeneList &list) : genes_(genes), list_(list) {}

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
        const GeneIndex gene = matchGene(genes_, name);
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
        leftOut_.report(file, translate("Engine", "annotations"), issues);
    }

private:
    /// Texts of one gene in one column; more is no annotation that a person reads.
    static constexpr std::size_t valueLimit = 65536;

    const GeneCatalogue &genes_;
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

std::size_t geneColumn(const std::vector<std::string> &columns)
{
    return columnOf(columns, geneNames, columns.size()).value_or(0);
}

bool isGeneColumnName(std::string_view name)
{
    const std::string lower = lowered(withoutQuotes(name));
    return std::find(geneNames.begin(), geneNames.end(), lower) != geneNames.end();
}

bool canBeGeneId(std::string_view id)
{
    return !id.empty() && id.size() <= 200 && std::none_of(id.begin(), id.end(), [](unsigned char c) {
        return c <= ' ' || c == 127 || c == ';' || c == '|';
    });
}

void requireHeader(const std::vector<std::string> &columns, std::size_t column, const ColumnChoice &choice,
                   const GeneCatalogue &genes, const std::string &file)
{
    const std::string_view header = withoutQuotes(columns[column]);
    if (choice.id.empty() && !isGeneColumnName(header) && matchGene(genes, header) >= 0) {
        throw InputError(errorAt(
            file,
            translate("Engine", "The first line begins with a gene (%1): there is no header.", {std::string(header)}),
            translate("Engine", "Write a header line above the rows, such as “id” and names of the other columns.")));
    }
}

std::size_t geneColumn(const std::vector<std::string> &columns, const ColumnChoice &choice, const std::string &where)
{
    if (choice.id.empty()) {
        return geneColumn(columns);
    }
    return chosenColumn(choice.id, {columns.begin(), columns.end()}, columns.size(), where);
}

bool isSgdFeatures(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.size() > 10 && line.starts_with('S') && split(line, "\t").size() >= sgd::columns - 1 &&
           std::all_of(line.begin() + 1, line.begin() + 10, [](char c) { return c >= '0' && c <= '9'; });
}

/// go_slim_mapping.tab: ORF, gene, SGDID, aspect, term, GO id, feature type, without a header.
bool isGoSlimMapping(std::string_view text)
{
    const std::vector<std::string_view> cells =
        split(text.substr(0, std::min<std::size_t>(text.find('\n'), 4096)), "\t");
    return cells.size() >= 6 && cells[3].size() == 1 &&
           std::string_view("PFC").find(cells[3]) != std::string_view::npos &&
           (cells[5].empty() || cells[5].starts_with("GO:"));
}

std::vector<TakenColumn> geneTableColumns(const std::vector<std::string> &columns, std::size_t idColumn)
{
    std::vector<TakenColumn> taken;
    const auto add = [&](ColumnRole role, std::optional<std::size_t> column) {
        if (column && *column < columns.size()) {
            taken.push_back({role, *column, columns[*column]});
        }
    };
    add(ColumnRole::Id, idColumn);
    add(ColumnRole::Name, columnOf(columns, nameNames, idColumn));
    add(ColumnRole::Aliases, columnOf(columns, aliasNames, idColumn));
    add(ColumnRole::Description, columnOf(columns, descriptionNames, idColumn));
    add(ColumnRole::Essential, columnOf(columns, essentialNames, idColumn));
    return taken;
}

GeneList readGeneList(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report)
{
    DelimitedRows::prepare(file.content, file.name);
    GeneList list;
    if (isFasta(file)) {
        report.formatName = translate("Engine", "FASTA");
        list = readFastaGenes(file, issues);
    } else if (isSgdFeatures(file.content)) {
        report.formatName = "SGD_features.tab";
        list = readSgdFeatures(file, issues);
    } else {
        report.formatName = translate("Engine", "table");
        list = readTable(file, choice, issues, report);
    }
    report.genes = list.genes.size();
    if (list.genes.empty()) {
        throw InputError(errorAt(file.name, translate("Engine", "There are no genes in the file."),
                                 translate("Engine", "A cell needs at least one gene.")));
    }
    return list;
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
        DelimitedRows rows(file.content, file.name, '\t', false);
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
