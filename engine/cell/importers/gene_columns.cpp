#include "engine/cell/importers/gene_columns.h"

#include "engine/cell/importers/gene_matcher.h"
#include "engine/core/delimited_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace knockscape
{
namespace
{

/// Rows that are looked at to see whether a column is filled.
constexpr std::size_t lookedAt = 1000;

/// How headers are compared: lower case, with blanks for what R, InterMine and others put between words ("Gene >
/// Systematic Name", "Gene.systematicName", "systematic_name"), without a "#" in front.
std::string plainHeader(std::string_view header)
{
    std::string words;
    for (const char c : lowered(withoutQuotes(header))) {
        const bool gap = c == ' ' || c == '_' || c == '.' || c == '>' || c == '#' || c == '\n' || c == '\r';
        if (!gap) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    while (words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

/// True if a header is this name, or this name of a gene ("gene symbol").
bool isCalled(const std::string &plain, std::string_view name)
{
    return plain == name || (plain.starts_with("gene ") && std::string_view(plain).substr(5) == name);
}

template <std::size_t N>
std::vector<std::size_t> columnsOf(const std::vector<std::string> &columns, const std::array<const char *, N> &names)
{
    std::vector<std::string> plain;
    std::transform(columns.begin(), columns.end(), std::back_inserter(plain), plainHeader);
    std::vector<std::size_t> found;
    for (const char *name : names) {
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (isCalled(plain[column], name) && std::find(found.begin(), found.end(), column) == found.end()) {
                found.push_back(column);
            }
        }
    }
    return found;
}

template <std::size_t N>
std::optional<std::size_t> columnOf(const std::vector<std::string> &columns, const std::array<const char *, N> &names,
                                    std::size_t except)
{
    for (const std::size_t column : columnsOf(columns, names)) {
        if (column != except) {
            return column;
        }
    }
    return std::nullopt;
}

/// Identity first: what no two genes share, and what does not change with fashion.
constexpr std::array geneNames = {"id",
                                  "orf",
                                  "systematic name",
                                  "systematic",
                                  "systematicname",
                                  "systematic gene name",
                                  "systematic id",
                                  "locus tag",
                                  "locustag",
                                  "locus",
                                  "locus identifier",
                                  "b-number",
                                  "blattner-id",
                                  "ordered locus name",
                                  "names (ordered locus)",
                                  "names (ordered locus )",
                                  "secondary identifier",
                                  "secondaryidentifier",
                                  "geneid",
                                  "gene id",
                                  "stable id",
                                  "ensembl gene id",
                                  "ensembl id",
                                  "string protein id",
                                  "db identifier",
                                  "primary identifier",
                                  "primaryidentifier",
                                  "primary dbid",
                                  "primary fbid",
                                  "primary fbgn",
                                  "wormbase id",
                                  "ncbi geneid",
                                  "ncbi gene id",
                                  "entrez gene id",
                                  "entrez id",
                                  "gene",
                                  "symbol",
                                  "hgnc symbol",
                                  "standard name",
                                  "standardname",
                                  "name"};

/// What the columns of a gene table are called besides the contract's names.
constexpr std::array nameNames = {
    "standard name", "standardname",    "standard gene name", "preferred name", "symbol",
    "hgnc symbol",   "names (primary)", "names (primary )",   "name",           "gene name",
    "gene",          "current symbol"};
constexpr std::array otherIdentifiers = {"locus tag",
                                         "locustag",
                                         "secondary identifier",
                                         "secondaryidentifier",
                                         "geneid",
                                         "stable id",
                                         "ensembl gene id",
                                         "ensembl id",
                                         "db identifier",
                                         "primary dbid",
                                         "primary identifier",
                                         "primaryidentifier",
                                         "ncbi geneid",
                                         "ncbi gene id",
                                         "entrez gene id",
                                         "entrez id",
                                         "ncbi gene (formerly entrezgene) id",
                                         "uniprotkb/swiss-prot id"};
constexpr std::array aliasNames = {"aliases", "alias", "synonyms", "synonym", "gene names"};
constexpr std::array descriptionNames = {"description", "desc", "product", "function", "protein names", "annotation"};
constexpr std::array essentialNames = {"essential", "is essential", "essentiality"};

bool isMostlyFilled(const DelimitedTable &table, std::size_t column)
{
    const std::size_t rows = std::min(table.rowCount(), lookedAt);
    std::size_t filled = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        filled += isMissing(withoutQuotes(table.cell(row, column))) ? 0 : 1;
    }
    return filled * 2 >= rows;
}

} // namespace

std::size_t geneColumn(const DelimitedTable &table, const ColumnChoice &choice)
{
    const std::vector<std::string> &columns = table.columns();
    if (!choice.id.empty()) {
        return chosenColumn(choice.id, {columns.begin(), columns.end()}, columns.size(), table.name());
    }
    const std::vector<std::size_t> candidates = columnsOf(columns, geneNames);
    const auto filled = std::find_if(candidates.begin(), candidates.end(),
                                     [&](std::size_t column) { return isMostlyFilled(table, column); });
    return filled != candidates.end() ? *filled : candidates.empty() ? 0 : candidates.front();
}

bool isGeneColumnName(std::string_view name)
{
    return !columnsOf({std::string(name)}, geneNames).empty();
}

bool isMissing(std::string_view cell) noexcept
{
    return cell.empty() || cell == "-";
}

bool canBeGeneId(std::string_view id)
{
    return id.size() <= 200 && isGeneId(id);
}

void requireHeader(const std::vector<std::string> &columns, std::size_t column, const ColumnChoice &choice,
                   const GeneCatalogue &genes, const std::string &file)
{
    const std::string_view header = withoutQuotes(columns[column]);
    if (choice.id.empty() && !isGeneColumnName(header) && GeneMatcher(genes, {std::string(header)}).gene(header) >= 0) {
        throw InputError(errorAt(
            file,
            translate("Engine", "The first line begins with a gene (%1): there is no header.", {std::string(header)}),
            translate("Engine", "Write a header line above the rows, such as “id” and names of the other columns.")));
    }
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
    // Other databases' identifiers are names too: other files use them.
    for (const std::size_t column : columnsOf(columns, otherIdentifiers)) {
        const bool known =
            std::any_of(taken.begin(), taken.end(), [&](const TakenColumn &other) { return other.index == column; });
        add(ColumnRole::Aliases, known ? std::nullopt : std::optional<std::size_t>(column));
    }
    add(ColumnRole::Description, columnOf(columns, descriptionNames, idColumn));
    add(ColumnRole::Essential, columnOf(columns, essentialNames, idColumn));
    return taken;
}

} // namespace knockscape
