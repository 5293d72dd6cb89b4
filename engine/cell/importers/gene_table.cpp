// Gene tables: a header that names the columns, in our words or those of NCBI, STRING, InterMine, Ensembl and others.
#include "engine/cell/essentiality.h"
#include "engine/cell/identifier_kind.h"
#include "engine/cell/importers/gene_adder.h"
#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

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

/// Aliases are divided by bars (splitAliases), or by what other programs write: semicolons, commas with a blank, blanks
/// (UniProt).
void addAliases(std::string_view cell, bool blanksDivide, std::vector<std::string> &aliases)
{
    std::vector<std::string> names = splitAliases(cell);
    if (names.size() == 1) {
        std::string text = std::exchange(names, {}).front();
        for (std::size_t comma = text.find(", "); comma != std::string::npos; comma = text.find(", ", comma)) {
            text[comma] = ';';
        }
        for (const std::string_view name : split(text, blanksDivide ? "; " : ";", true)) {
            names.emplace_back(withoutQuotes(trimmed(name)));
        }
    }
    std::copy_if(names.begin(), names.end(), std::back_inserter(aliases),
                 [](const std::string &name) { return !isMissing(name); });
}

class GeneTableReader
{
public:
    GeneTableReader(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report)
        : file_(file), choice_(choice), issues_(issues), report_(report),
          table_(DelimitedTable::parse(std::move(file.content), file.name)), adder_(file, list_)
    {
    }

    GeneList read()
    {
        issues_.insert(issues_.end(), table_.issues().begin(), table_.issues().end());
        refuseMeasurements(table_.columns(), choice_, file_.name);
        assignColumns();
        chooseOrganism();
        const bool named = !choice_.id.empty() || isGeneColumnName(table_.columns()[id_]);
        if (!named) {
            addHeaderless();
        }
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            addRow(row);
        }
        if (!named && adder_.leftOutCount() > list_.genes.size()) {
            throw InputError(errorAt(
                file_.name, translate("Engine", "Most lines do not begin with a gene of their own."),
                translate("Engine", "Choose a gene table, or name its gene column.") + takenHint(report_.columns)));
        }
        flags_.report(
            file_.name,
            [](std::int64_t count, const std::string &why) {
                return translateCount(
                    "Engine", "%1 value of “essential” is neither yes nor no and counts as not known: %2.",
                    "%1 values of “essential” are neither yes nor no and count as not known: %2.", count, {why});
            },
            issues_);
        others_.report(file_.name, rowsLeftOut, issues_);
        adder_.report(issues_);
        takeTaxonOff();
        return std::move(list_);
    }

private:
    void assignColumns()
    {
        id_ = geneColumn(table_, choice_);
        report_.formatName = geneTableFormat(table_.columns());
        report_.columns = geneTableColumns(table_.columns(), id_);
        for (const TakenColumn &column : report_.columns) {
            roles_[column.role].push_back(column.index);
        }
        // NCBI's gene_info: where a gene has no locus tag its GeneID is its identity.
        const bool geneInfo = table_.findColumn("tax_id") && table_.findColumn("LocusTag");
        const std::optional<std::size_t> geneId = table_.findColumn("GeneID");
        if (geneInfo && geneId) {
            fallback_ = *geneId != id_ ? geneId : std::nullopt;
            references_ = table_.findColumn("dbXrefs");
            type_ = table_.findColumn("type_of_gene");
        }
        for (std::size_t column = 0; column < table_.columns().size(); ++column) {
            const bool taken = std::any_of(report_.columns.begin(), report_.columns.end(),
                                           [&](const TakenColumn &other) { return other.index == column; });
            if (!taken && !table_.columns()[column].empty()) {
                annotations_.push_back(column);
                list_.annotationColumns.push_back(table_.columns()[column]);
            }
        }
        if (annotations_.size() > annotationColumnLimit) {
            throw InputError(errorAt(
                file_.name, translate("Engine", "The table has %1 columns.", {std::to_string(annotations_.size())}),
                translate("Engine", "A gene table has at most a thousand; numbers are features.")));
        }
    }

    /// Of several organisms (a column of taxon numbers) the one with most rows is kept.
    void chooseOrganism()
    {
        for (const char *name : {"tax_id", "taxid", "taxon_id", "taxonomy_id", "taxonomy id", "taxon"}) {
            taxon_ = taxon_ ? taxon_ : table_.findColumn(name);
        }
        if (!taxon_) {
            return;
        }
        std::map<std::string_view, std::size_t> counts;
        for (std::size_t row = 0; row < table_.rowCount(); ++row) {
            ++counts[table_.cell(row, *taxon_)];
        }
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        if (counts.size() < 2) {
            taxon_.reset();
        } else {
            keptTaxon_ = most->first;
        }
    }

    /// True if the row is a gene of the organism kept; what is none is counted.
    bool isGene(std::size_t row)
    {
        if (taxon_ && table_.cell(row, *taxon_) != keptTaxon_) {
            others_.add(translate("Engine", "another organism than %1", {keptTaxon_}),
                        std::string(table_.cell(row, *taxon_)), table_.where(row),
                        translate("Engine", "Most rows are of that organism; remove them if another is meant."));
            return false;
        }
        const bool noGene =
            type_ && (table_.cell(row, *type_) == "biological-region" || cellOf(row, ColumnRole::Name) == "NEWENTRY");
        if (noGene) {
            others_.add(translate("Engine", "not a gene"), std::string(table_.cell(row, *type_)), table_.where(row));
        }
        return !noGene;
    }

    std::string_view cellOf(std::size_t row, ColumnRole role) const
    {
        const auto found = roles_.find(role);
        return found == roles_.end() ? std::string_view() : withoutQuotes(table_.cell(row, found->second.front()));
    }

    void addRow(std::size_t row)
    {
        if (!isGene(row)) {
            return;
        }
        Gene gene;
        gene.id = withoutQuotes(table_.cell(row, id_));
        if (isMissing(gene.id) && fallback_) {
            gene.id = table_.cell(row, *fallback_);
        }
        if (const std::string_view name = cellOf(row, ColumnRole::Name); !isMissing(name)) {
            gene.name = name;
        }
        if (const auto aliases = roles_.find(ColumnRole::Aliases); aliases != roles_.end()) {
            for (const std::size_t column : aliases->second) {
                addAliases(table_.cell(row, column), lowered(table_.columns()[column]) == "gene names", gene.aliases);
            }
        }
        if (references_) {
            addEnsembl(table_.cell(row, *references_), gene.aliases);
        }
        std::erase(gene.aliases, gene.id);
        if (const std::string_view description = cellOf(row, ColumnRole::Description); !isMissing(description)) {
            gene.description = description;
        }
        if (!readEssential(cellOf(row, ColumnRole::Essential), gene.essential)) {
            flags_.add({}, std::string(cellOf(row, ColumnRole::Essential)), table_.where(row),
                       translate("Engine", "Write yes, no or nothing."));
        }
        for (const std::size_t column : annotations_) {
            const std::string_view value = table_.cell(row, column);
            gene.annotations.emplace_back(isMissing(value) ? std::string_view() : value);
        }
        adder_.add(std::move(gene), table_.line(row));
    }

    /// "HGNC:HGNC:5|Ensembl:ENSG00000121410"
    static void addEnsembl(std::string_view references, std::vector<std::string> &aliases)
    {
        for (const std::string_view reference : split(references, "|", true)) {
            if (reference.starts_with("Ensembl:")) {
                aliases.emplace_back(reference.substr(8));
            }
        }
    }

    /// A table whose first line is a gene too has no header.
    void addHeaderless()
    {
        Gene gene;
        gene.id = withoutQuotes(table_.columns()[id_]);
        const IdentifierKind kind = identifierKind(gene.id);
        const bool isGene = kind != IdentifierKind::Other && table_.rowCount() > 0 &&
                            identifierKind(withoutQuotes(table_.cell(0, id_))) == kind;
        // A list of ids needs no header.
        if (table_.columns().size() == 1) {
            adder_.add(std::move(gene), 1);
        } else if (isGene) {
            throw InputError(
                errorAt(file_.name,
                        translate("Engine", "The first line begins with a gene (%1): there is no header.", {gene.id}),
                        translate("Engine",
                                  "Write a header line above the rows, such as “id” and names of the other columns.")));
        }
    }

    /// STRING writes the number of the organism in front of every protein ("4932.YAL001C").
    void takeTaxonOff()
    {
        if (list_.genes.empty()) {
            return;
        }
        const std::string first = list_.genes.front().id;
        const std::string prefix = first.substr(0, first.find('.') + 1);
        const bool all = std::all_of(list_.genes.begin(), list_.genes.end(), [&](const Gene &gene) {
            return identifierKind(gene.id) == IdentifierKind::StringProtein && gene.id.starts_with(prefix);
        });
        if (!all) {
            return;
        }
        for (Gene &gene : list_.genes) {
            gene.id.erase(0, prefix.size());
        }
        issues_.push_back(
            noteAt(file_.name,
                   translate("Engine", "Every id begins with the number of the organism (%1), which was taken off.",
                             {prefix})));
    }

    ImportFile &file_;
    const ColumnChoice &choice_;
    std::vector<Issue> &issues_;
    ImportedFile &report_;
    DelimitedTable table_;
    GeneList list_;
    GeneAdder adder_;
    LeftOut flags_;
    LeftOut others_;
    std::size_t id_ = 0;
    std::map<ColumnRole, std::vector<std::size_t>> roles_;
    std::vector<std::size_t> annotations_;
    std::optional<std::size_t> fallback_;
    std::optional<std::size_t> references_;
    std::optional<std::size_t> type_;
    std::optional<std::size_t> taxon_;
    std::string keptTaxon_;
};

} // namespace

std::string geneTableFormat(const std::vector<std::string> &columns)
{
    const auto has = [&](std::string_view name) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const std::string &column) { return lowered(withoutQuotes(column)) == name; });
    };
    return has("tax_id") && has("geneid") && has("locustag") ? translate("Engine", "NCBI gene_info")
           : has("string_protein_id")                        ? translate("Engine", "STRING proteins")
                                                             : translate("Engine", "table");
}

GeneList readGeneTable(ImportFile &file, const ColumnChoice &choice, std::vector<Issue> &issues, ImportedFile &report)
{
    return GeneTableReader(file, choice, issues, report).read();
}

} // namespace knockscape
