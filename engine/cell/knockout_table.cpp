#include "engine/cell/knockout_table.h"

#include "engine/cell/gene_spelling.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/core/delimited_header.h"
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

bool isGenotypeColumn(std::string_view header)
{
    const std::string lower = lowered(withoutQuotes(trimmed(header)));
    return lower == "knockouts" || lower == "genotype" || lower == "genotypes";
}

/// A word that people write above a list of genes or genotypes.
bool isListHeading(std::string_view header)
{
    constexpr std::array<std::string_view, 8> words{"genes",     "orfs",   "knockout", "deletion",
                                                    "deletions", "mutant", "mutants",  "gene list"};
    const std::string lower = lowered(withoutQuotes(trimmed(header)));
    return isGenotypeColumn(header) || isGeneColumnName(header) ||
           std::find(words.begin(), words.end(), lower) != words.end();
}

/// "gene 1", "ORF_b": a column for each gene of a genotype.
bool isNumberedGene(std::string_view header)
{
    header = withoutQuotes(trimmed(header));
    const bool numbered =
        !header.empty() && std::string_view("123456789abcdABCD").find(header.back()) != std::string_view::npos;
    if (!numbered) {
        return false;
    }
    header.remove_suffix(1);
    while (!header.empty() && std::string_view(" _.-").find(header.back()) != std::string_view::npos) {
        header.remove_suffix(1);
    }
    return isGeneColumnName(header);
}

/// The gene that a cell names, or -1 if it names none or several.
GeneIndex namedGene(const GeneCatalogue &genes, std::string_view cell)
{
    const NameResolution found =
        isMissing(cell) ? NameResolution{} : resolveSpelling(genes, cell, GeneCatalogue::Suggestions::Omit);
    return found.kind == NameResolution::Kind::Resolved ? found.gene : -1;
}

/// Which columns of a table about genes mean what.
struct GeneTableReading {
    /// The column that is read.
    std::size_t column = 0;
    /// Others that are called names of the gene.
    std::vector<std::size_t> otherNames;
};

std::size_t resolvedRows(const DelimitedTable &table, std::size_t column, const GeneCatalogue &genes)
{
    std::size_t count = 0;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        count += namedGene(genes, table.cell(row, column)) >= 0 ? 1 : 0;
    }
    return count;
}

GeneTableReading readingOf(const DelimitedTable &table, const GeneCatalogue &genes)
{
    GeneTableReading reading;
    reading.column = geneColumn(table, {});
    std::size_t most = resolvedRows(table, reading.column, genes);
    std::vector<std::size_t> names;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (!isGeneColumnName(table.columns()[column])) {
            continue;
        }
        names.push_back(column);
        if (const std::size_t resolved = resolvedRows(table, column, genes); resolved > most) {
            most = resolved;
            reading.column = column;
        }
    }
    std::copy_if(names.begin(), names.end(), std::back_inserter(reading.otherNames),
                 [&](std::size_t column) { return column != reading.column; });
    return reading;
}

/// Throws if a column that is not called a name of the gene holds other genes in most rows.
void refusePairs(const DelimitedTable &table, const GeneTableReading &reading, const GeneCatalogue &genes)
{
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        if (column == reading.column || isGeneColumnName(table.columns()[column])) {
            continue;
        }
        std::size_t others = 0;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const GeneIndex other = namedGene(genes, table.cell(row, column));
            others += other >= 0 && other != namedGene(genes, table.cell(row, reading.column)) ? 1 : 0;
        }
        if (others * 2 > table.rowCount()) {
            throw InputError(errorAt(
                table.name(),
                translate("Engine", "The columns “%1” and “%2” both hold genes: the rows may be single genes or pairs.",
                          {table.columns()[reading.column], table.columns()[column]}),
                translate("Engine",
                          "Write the genotypes in one column “knockouts”, such as ADE2;URA3, or keep one column.")));
        }
    }
}

void checkOtherNames(const DelimitedTable &table, std::size_t row, const GeneTableReading &reading,
                     const GeneCatalogue &genes, KnockoutEntry &entry)
{
    if (entry.genotype.size() != 1 || !entry.issues.empty()) {
        return;
    }
    const GeneIndex gene = entry.genotype.genes().front();
    for (const std::size_t column : reading.otherNames) {
        const GeneIndex other = namedGene(genes, table.cell(row, column));
        if (other >= 0 && other != gene) {
            entry.issues.push_back(
                errorAt(entry.where,
                        translate("Engine", "“%1” is %2, but “%3” in the same row is %4.",
                                  {std::string(table.cell(row, reading.column)), described(genes[gene]),
                                   std::string(table.cell(row, column)), described(genes[other])}),
                        translate("Engine", "Leave the name that is meant.")));
        }
    }
}

} // namespace

KnockoutHeader knockoutHeader(std::string_view text, const GeneCatalogue &genes)
{
    const DelimitedHeader header = findDelimitedHeader(text);
    const std::string_view line = text.substr(header.start, text.substr(header.start).find('\n'));
    std::vector<std::string_view> cells = split(line, std::string_view(&header.separator, 1));
    for (std::string_view &cell : cells) {
        cell = withoutQuotes(trimmed(cell));
    }
    if (cells.size() > 1 && std::any_of(cells.begin(), cells.end(), isGenotypeColumn)) {
        return KnockoutHeader::Genotypes;
    }
    const bool genotype =
        cells.empty() || std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) {
            return genes.resolve(cell, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown;
        });
    if (genotype) {
        return KnockoutHeader::None;
    }
    if (cells.size() == 1) {
        return isListHeading(cells[0]) ? KnockoutHeader::Heading : KnockoutHeader::None;
    }
    if (std::all_of(cells.begin(), cells.end(), isNumberedGene) && header.titleLines == 0) {
        return KnockoutHeader::Heading;
    }
    return std::any_of(cells.begin(), cells.end(), isGeneColumnName) ? KnockoutHeader::Genes : KnockoutHeader::None;
}

std::vector<KnockoutEntry> readGenotypeTable(std::string text, const GeneCatalogue &genes, const std::string &where,
                                             std::vector<Issue> &issues)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(text), where);
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const auto named = std::find_if(table.columns().begin(), table.columns().end(), isGenotypeColumn);
    const std::size_t column =
        table.findColumn("knockouts").value_or(static_cast<std::size_t>(std::distance(table.columns().begin(), named)));
    GenotypeReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        // The prediction files write the wild type as an empty cell.
        entries.push_back(reader.read(table.cell(row, column), table.line(row), table.where(row)));
    }
    return entries;
}

std::vector<KnockoutEntry> readGeneTableAsKnockouts(std::string text, const GeneCatalogue &genes,
                                                    const std::string &where, std::vector<Issue> &issues)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(text), where);
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const GeneTableReading reading = readingOf(table, genes);
    refusePairs(table, reading, genes);
    issues.push_back(noteAt(where, translate("Engine", "The genes are read from the column “%1”, one genotype a row.",
                                             {table.columns()[reading.column]})));
    GenotypeReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        std::string_view cell = withoutQuotes(table.cell(row, reading.column));
        for (std::size_t i = 0; i < reading.otherNames.size() && isMissing(cell); ++i) {
            cell = withoutQuotes(table.cell(row, reading.otherNames[i]));
        }
        if (isMissing(cell)) {
            // Never the wild type: a gene was meant, and is not written.
            KnockoutEntry entry;
            entry.line = table.line(row);
            entry.where = table.where(row);
            entry.issues.push_back(errorAt(entry.where, translate("Engine", "The row names no gene."),
                                           translate("Engine", "Write the genes that are deleted, or WT.")));
            entries.push_back(std::move(entry));
            continue;
        }
        entries.push_back(reader.read(cell, table.line(row), table.where(row)));
        checkOtherNames(table, row, reading, genes, entries.back());
    }
    return entries;
}

} // namespace knockscape
