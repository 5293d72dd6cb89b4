#include "engine/cell/knockout_list.h"

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
/// A longer line is not a list of knockouts but some other file: the longest real one holds every gene of a genome.
constexpr std::size_t charactersPerLine = 1'000'000;
/// The search for similar names is dear, and nobody reads more suggestions than this.
constexpr int suggestionLimit = 100;

/// Turns lines into entries, with what they share.
class EntryReader
{
public:
    explicit EntryReader(const GeneCatalogue &genes) : genes_(genes) {}

    KnockoutEntry read(std::string_view text, std::size_t line, std::string where)
    {
        KnockoutEntry entry;
        entry.line = line;
        entry.where = std::move(where);
        if (text.size() > charactersPerLine) {
            entry.issues.push_back(errorAt(
                entry.where,
                translate("Engine", "The line has more than %1 characters.", {std::to_string(charactersPerLine)}),
                translate("Engine", "Write one genotype a line.")));
            return entry;
        }
        for (const std::string_view word : split(text, " \t\r\n;", true)) {
            addWord(word, entry);
        }
        std::vector<GeneIndex> resolved;
        for (const KnockoutName &name : entry.names) {
            if (name.resolution.kind == NameResolution::Kind::Resolved) {
                resolved.push_back(name.resolution.gene);
            } else {
                entry.issues.push_back(genes_.explain(name.text, name.resolution, entry.where));
            }
        }
        entry.genotype = Genotype(std::move(resolved));
        return entry;
    }

private:
    /// A word is one name, or names between commas. Some names hold a comma themselves (ADE5,7): of the readings that
    /// resolve, the longest counts.
    void addWord(std::string_view word, KnockoutEntry &entry)
    {
        const std::vector<std::string_view> parts = split(word, ",");
        for (std::size_t first = 0; first < parts.size();) {
            std::size_t last = std::min(parts.size() - 1, first + 3);
            std::string_view name;
            for (;; --last) {
                const char *begin = parts[first].data();
                const char *end = parts[last].data() + parts[last].size();
                name = {begin, static_cast<std::size_t>(end - begin)};
                if (last == first ||
                    genes_.resolve(name, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown) {
                    break;
                }
            }
            addName(name, entry);
            first = last + 1;
        }
    }

    void addName(std::string_view name, KnockoutEntry &entry)
    {
        if (name.empty()) {
            return;
        }
        NameResolution resolution =
            genes_.resolve(name, suggestions_ < suggestionLimit ? GeneCatalogue::Suggestions::Include
                                                                : GeneCatalogue::Suggestions::Omit);
        suggestions_ += resolution.kind == NameResolution::Kind::Unknown ? 1 : 0;
        entry.names.push_back({std::string(name), std::move(resolution)});
    }

    const GeneCatalogue &genes_;
    int suggestions_ = 0;
};

bool isWildType(std::string_view text)
{
    return text.size() == 2 && lowered(text) == "wt";
}

std::string_view withoutComment(std::string_view line)
{
    return trimmed(line.substr(0, line.find('#')));
}

/// True if the first line that says anything is a table header with a `knockouts` column beside others.
bool isTable(std::string_view text)
{
    for (const std::string_view line : split(text.substr(0, std::min<std::size_t>(text.size(), 65536)), "\n")) {
        if (withoutComment(line).empty()) {
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

std::vector<KnockoutEntry> readTable(std::string text, const GeneCatalogue &genes, const std::string &where)
{
    const DelimitedTable table = DelimitedTable::parse(std::move(text), where);
    const std::size_t column = table.column("knockouts");
    EntryReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        const std::string_view cell = table.cell(row, column);
        // The prediction files write the wild type as an empty cell.
        entries.push_back(reader.read(isWildType(cell) ? std::string_view() : cell, table.line(row), table.where(row)));
    }
    return entries;
}

std::vector<KnockoutEntry> readLines(std::string_view text, const GeneCatalogue &genes, const std::string &where)
{
    EntryReader reader(genes);
    std::vector<KnockoutEntry> entries;
    std::size_t line = 0;
    bool first = true;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view content = withoutComment(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
        ++line;
        if (content.empty() || (std::exchange(first, false) && lowered(content.substr(0, 10)) == "knockouts")) {
            continue;
        }
        entries.push_back(
            reader.read(isWildType(content) ? std::string_view() : content, line, where + ":" + std::to_string(line)));
    }
    return entries;
}

} // namespace

std::vector<KnockoutEntry> parseKnockoutList(std::string_view text, const GeneCatalogue &genes,
                                             const std::string &where)
{
    std::string copy(text);
    DelimitedRows::prepare(copy, where);
    return isTable(copy) ? readTable(std::move(copy), genes, where) : readLines(copy, genes, where);
}

std::vector<KnockoutEntry> readKnockoutList(const std::filesystem::path &path, const GeneCatalogue &genes)
{
    return parseKnockoutList(readFile(path, fileLimit), genes, path.string());
}

std::vector<KnockoutEntry> parseKnockoutArgument(std::string_view text, const GeneCatalogue &genes)
{
    EntryReader reader(genes);
    std::vector<KnockoutEntry> entries;
    for (const std::string_view part : split(text, ";\n")) {
        const std::string_view content = trimmed(part);
        if (!content.empty()) {
            const std::size_t number = entries.size() + 1;
            entries.push_back(reader.read(isWildType(content) ? std::string_view() : content, number,
                                          translate("Engine", "genotype %1", {std::to_string(number)})));
        }
    }
    return entries;
}

} // namespace knockscape
