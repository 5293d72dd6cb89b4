#include "engine/cell/knockout_list.h"

#include "engine/cell/importers/file_format.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/delimited_table.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::uint64_t fileLimit = std::uint64_t{256} << 20U;

std::string_view withoutComment(std::string_view line)
{
    return trimmed(line.substr(0, line.find('#')));
}

/// "sep=;", by which a spreadsheet notes how it divided the cells.
bool isSeparatorLine(std::string_view line)
{
    line = trimmed(line);
    return line.size() <= 5 && lowered(line.substr(0, 4)) == "sep=";
}

/// True if the first line that says anything is a table header with a `knockouts` column beside others.
bool isTable(std::string_view text)
{
    for (const std::string_view line : split(text.substr(0, std::min<std::size_t>(text.size(), 65536)), "\n")) {
        if (withoutComment(line).empty() || isSeparatorLine(line)) {
            continue;
        }
        const std::vector<std::string_view> cells = split(line, "\t,;");
        return cells.size() > 1 && std::any_of(cells.begin(), cells.end(), [](std::string_view cell) {
                   cell = trimmed(cell);
                   if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"') {
                       cell = cell.substr(1, cell.size() - 2);
                   }
                   return lowered(cell) == "knockouts";
               });
    }
    return false;
}

std::vector<KnockoutEntry> readTable(std::string text, const GeneCatalogue &genes, const std::string &where,
                                     std::vector<Issue> &issues)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(text), where);
    issues.insert(issues.end(), table.issues().begin(), table.issues().end());
    const std::size_t column = table.column("knockouts");
    GenotypeReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        // The prediction files write the wild type as an empty cell.
        entries.push_back(reader.read(table.cell(row, column), table.line(row), table.where(row)));
    }
    return entries;
}

std::vector<KnockoutEntry> readLines(std::string_view text, const GeneCatalogue &genes, const std::string &where)
{
    GenotypeReader reader(genes);
    std::vector<KnockoutEntry> entries;
    std::size_t line = 0;
    bool first = true;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view content = withoutComment(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
        ++line;
        if (content.empty() || (first && isSeparatorLine(content)) ||
            (std::exchange(first, false) && lowered(content.substr(0, 10)) == "knockouts")) {
            continue;
        }
        entries.push_back(reader.read(content, line, where + ":" + std::to_string(line)));
    }
    return entries;
}

} // namespace

std::vector<KnockoutEntry> parseKnockoutList(std::string_view text, const GeneCatalogue &genes,
                                             const std::string &where, std::vector<Issue> &issues)
{
    std::string copy(text);
    const std::vector<Issue> said = DelimitedRows::prepare(copy, where);
    issues.insert(issues.end(), said.begin(), said.end());
    return isTable(copy) ? readTable(std::move(copy), genes, where, issues) : readLines(copy, genes, where);
}

std::vector<KnockoutEntry> readKnockoutList(const std::filesystem::path &path, const GeneCatalogue &genes,
                                            std::vector<Issue> &issues)
{
    std::string text = readFile(path, fileLimit);
    refuseOtherThanText(text, path, translate("Engine", "a list of genotypes"));
    return parseKnockoutList(text, genes, path.string(), issues);
}

std::vector<KnockoutEntry> parseKnockoutArgument(std::string_view text, const GeneCatalogue &genes)
{
    GenotypeReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (const std::string_view part : split(text, ";\n")) {
        const std::string_view content = trimmed(part);
        if (!content.empty()) {
            const std::size_t number = entries.size() + 1;
            entries.push_back(
                reader.read(content, number, translate("Engine", "genotype %1", {std::to_string(number)})));
        }
    }
    return entries;
}

} // namespace knockscape
