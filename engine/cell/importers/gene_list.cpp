#include "engine/cell/importers/gene_list.h"

#include "engine/cell/essentiality.h"
#include "engine/cell/importers/fasta.h"
#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/left_out.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
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
            leftOut_.add(translate("Engine", "the id is long or holds a blank or semicolon"), gene.id, where);
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
    DelimitedRows rows(file.content, file.name, '\t');
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
        gene.aliases = splitAliases(text(row, ColumnRole::Aliases));
        gene.description = text(row, ColumnRole::Description);
        if (!readEssential(text(row, ColumnRole::Essential), gene.essential)) {
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

} // namespace

bool isSgdFeatures(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.size() > 10 && line.starts_with('S') && split(line, "\t").size() >= sgd::columns - 1 &&
           std::all_of(line.begin() + 1, line.begin() + 10, [](char c) { return c >= '0' && c <= '9'; });
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

} // namespace knockscape
