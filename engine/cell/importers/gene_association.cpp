#include "engine/cell/importers/gene_association.h"

#include "engine/cell/importers/gene_names.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <string>
#include <vector>

namespace knockscape
{
namespace
{

/// Columns of the format.
namespace gaf
{
constexpr std::size_t objectId = 1;
constexpr std::size_t symbol = 2;
constexpr std::size_t qualifier = 3;
constexpr std::size_t term = 4;
constexpr std::size_t aspect = 8;
constexpr std::size_t synonyms = 10;
constexpr std::size_t columns = 15;
} // namespace gaf

bool isRow(const std::vector<std::string_view> &cells)
{
    return cells.size() + 1 >= gaf::columns && cells[gaf::term].starts_with("GO:") && cells[gaf::aspect].size() == 1 &&
           std::string_view("PFC").find(cells[gaf::aspect]) != std::string_view::npos;
}

bool isNegated(std::string_view qualifiers)
{
    const std::vector<std::string_view> words = split(qualifiers, "|", true);
    return std::any_of(words.begin(), words.end(), [](std::string_view word) { return lowered(word) == "not"; });
}

/// The names of a row in order of authority: synonyms begin with the systematic name.
std::vector<std::string> namesOf(const std::vector<std::string_view> &cells)
{
    std::vector<std::string> names;
    for (const std::string_view name : split(cells[gaf::synonyms], "|", true)) {
        names.emplace_back(trimmed(name));
    }
    names.emplace_back(cells[gaf::symbol]);
    names.emplace_back(cells[gaf::objectId]);
    return names;
}

} // namespace

bool isGeneAssociation(std::string_view text)
{
    text = text.substr(0, 65536);
    if (text.starts_with("!gaf-version")) {
        return true;
    }
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, length);
        if (!line.starts_with('!') && !trimmed(line).empty()) {
            return isRow(split(line, "\t"));
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return false;
}

std::size_t countGeneAssociations(std::string_view text)
{
    std::size_t rows = 0;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        rows += length > 0 && text[0] != '!' ? 1 : 0;
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return rows;
}

void readGeneAssociation(ImportFile &file, AnnotationCollector &collector)
{
    const auto goColumns = collector.addGoColumns();
    DelimitedRows rows(file.content, file.name, '\t');
    for (std::vector<std::string_view> cells; rows.next(cells);) {
        if (cells[0].starts_with('!')) {
            continue;
        }
        cells.resize(std::max(cells.size(), gaf::columns));
        if (!isRow(cells)) {
            collector.leaveOut(translate("Engine", "there is no GO term with its aspect (P, F or C)"), {}, rows.line());
            continue;
        }
        if (isNegated(cells[gaf::qualifier])) {
            collector.leaveOut(translate("Engine", "the gene does not have this term (NOT)"),
                               std::string(cells[gaf::symbol]), rows.line());
            continue;
        }
        const std::vector<std::string> names = namesOf(cells);
        const NamesMeaning meaning = geneOfNames(collector.genes(), names);
        if (meaning.conflicting) {
            collector.leaveOut(translate("Engine", "the names mean different genes"), joined(names, ", "), rows.line(),
                               translate("Engine", "Correct the names in the file or in the gene table."));
            continue;
        }
        collector.addGoTerm(goColumns, collector.found(meaning.gene, names.front(), rows.line()), cells[gaf::aspect],
                            cells[gaf::term], rows.line());
    }
}

} // namespace knockscape
