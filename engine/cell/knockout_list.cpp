#include "engine/cell/knockout_list.h"

#include "engine/cell/importers/file_format.h"
#include "engine/cell/knockout_table.h"
#include "engine/core/delimited_rows.h"
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

std::vector<KnockoutEntry> readLines(std::string_view text, bool heading, const GeneCatalogue &genes,
                                     const std::string &where)
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
        if (content.empty() || (first && isSeparatorLine(content)) || (std::exchange(first, false) && heading)) {
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
    const KnockoutHeader header = knockoutHeader(copy, genes);
    if (header == KnockoutHeader::Genotypes) {
        return readGenotypeTable(std::move(copy), genes, where, issues);
    }
    if (header == KnockoutHeader::Genes) {
        return readGeneTableAsKnockouts(std::move(copy), genes, where, issues);
    }
    return readLines(copy, header == KnockoutHeader::Heading, genes, where);
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
