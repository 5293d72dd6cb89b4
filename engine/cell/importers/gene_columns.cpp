#include "engine/cell/importers/gene_columns.h"

#include "engine/cell/importers/gene_matcher.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <optional>

namespace knockscape
{
namespace
{

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

std::size_t geneColumn(const std::vector<std::string> &columns, const ColumnChoice &choice, const std::string &where)
{
    if (choice.id.empty()) {
        return geneColumn(columns);
    }
    return chosenColumn(choice.id, {columns.begin(), columns.end()}, columns.size(), where);
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

} // namespace knockscape
