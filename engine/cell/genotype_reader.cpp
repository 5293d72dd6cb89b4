#include "engine/cell/genotype_reader.h"

#include "engine/cell/gene_spelling.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/ascii.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape
{
namespace
{

/// A longer line is not a genotype but some other file: the longest real one holds every gene of a genome.
constexpr std::size_t charactersPerLine = 1'000'000;
/// The search for similar names is dear, and nobody reads more suggestions than this.
constexpr int suggestionLimit = 100;
/// A name with commas of its own has at most this many parts, and this many characters.
constexpr std::size_t mostParts = 4;
constexpr std::size_t longestCommaName = 60;

/// "1." and "(a)" in front of what they number.
bool isNumbering(std::string_view word)
{
    if (word.starts_with('(') && word.ends_with(')')) {
        word = word.substr(1, word.size() - 2);
    } else if (word.ends_with('.') || word.ends_with(')')) {
        word.remove_suffix(1);
    } else {
        return false;
    }
    const bool number = !word.empty() && word.size() <= 5 && parseInteger(word).has_value();
    return number || (word.size() == 1 && word.front() >= 'a' && word.front() <= 'z');
}

bool isKnown(const GeneCatalogue &genes, std::string_view name)
{
    return genes.resolve(name, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown;
}

/// True if the line begins with a date of several words, as spreadsheets of some languages write them: "1. Okt".
bool beginsWithDate(std::string_view line, const GeneCatalogue &genes)
{
    const std::size_t first = std::min(line.find_first_of(" \t"), line.size());
    const std::size_t second = std::min(line.find_first_not_of(" \t", first), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t,;+&", second), line.size());
    return end > second && isSpreadsheetDate(line.substr(0, end)) && !isKnown(genes, line.substr(second, end - second));
}

/// The line without what makes it an item of a list.
std::string_view withoutListMarks(std::string_view line, const GeneCatalogue &genes)
{
    for (;;) {
        line = trimmed(line);
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        const std::string_view first = line.substr(0, end);
        const bool mark = end < line.size() && (isNumbering(first) || (lowered(first) != "and" && isFiller(first)));
        if (!mark || beginsWithDate(line, genes) || isKnown(genes, first)) {
            return line;
        }
        line.remove_prefix(end);
    }
}

void dropBlanksAtEnd(std::string &text)
{
    while (!text.empty() && isBlank(text.back())) {
        text.pop_back();
    }
}

/// How many characters at the start of `text` join names of one gene: "|", "/", "=", "·".
std::size_t joinerLength(std::string_view text)
{
    for (const std::string_view joiner : {"|", "/", "=", "\xc2\xb7"}) {
        if (text.starts_with(joiner)) {
            return joiner.size();
        }
    }
    return 0;
}

/// True if `text` begins with a whole name in brackets.
bool beginsWithBracket(std::string_view text)
{
    text = text.substr(0, longestCommaName);
    return text.starts_with('(') && text.find(')') < text.find_first_of(" \t,;+&");
}

/// The line with names of one gene that blanks hold apart put together: "CDC19 (YAL038W)", "HXK2 · YGL253W", "A | B";
/// and "wild type" as one word.
std::string withNamesTogether(std::string_view line)
{
    constexpr std::string_view wildType = "wild type";
    std::string result;
    result.reserve(line.size());
    while (!line.empty()) {
        std::size_t taken = 1;
        if (const std::size_t joiner = joinerLength(line); joiner > 0) {
            dropBlanksAtEnd(result);
            result += line.substr(0, joiner);
            taken = std::min(line.find_first_not_of(" \t", joiner), line.size());
        } else if (lowered(line.substr(0, wildType.size())) == wildType) {
            result += "wild-type";
            taken = wildType.size();
        } else {
            if (beginsWithBracket(line) && result.find_last_not_of(" \t") != std::string::npos) {
                const char before = result[result.find_last_not_of(" \t")];
                if (std::string_view(",;+&").find(before) == std::string_view::npos) {
                    dropBlanksAtEnd(result);
                }
            }
            result += line.front();
        }
        line.remove_prefix(taken);
    }
    return result;
}

bool isControlWord(std::string_view word)
{
    constexpr std::array<std::string_view, 2> words{"ctrl", "control"};
    return std::find(words.begin(), words.end(), lowered(word)) != words.end();
}

} // namespace

bool isWildType(std::string_view text)
{
    constexpr std::array<std::string_view, 5> words{"wt", "wild type", "wild-type", "wildtype", "wild_type"};
    const std::string lower = lowered(withoutQuotes(trimmed(text)));
    return std::find(words.begin(), words.end(), lower) != words.end() ||
           lower == lowered(translate("Genotype", "wild type"));
}

bool holdsSeveralGenotypes(const std::vector<KnockoutEntry> &entries)
{
    return entries.size() > 1 && std::any_of(entries.begin(), entries.end(), [](const KnockoutEntry &entry) {
               return entry.names.size() > 1 || entry.names.empty();
           });
}

KnockoutEntry GenotypeReader::read(std::string_view text, std::size_t line, std::string where)
{
    KnockoutEntry entry;
    entry.line = line;
    entry.where = std::move(where);
    if (text.size() > charactersPerLine) {
        entry.issues.push_back(
            errorAt(entry.where,
                    translate("Engine", "The line has more than %1 characters.", {std::to_string(charactersPerLine)}),
                    translate("Engine", "Write one genotype a line.")));
        return entry;
    }
    sawControl_ = false;
    const std::string plain = plainCharacters(text);
    const std::string_view content = withoutListMarks(plain, genes_);
    if (content.empty() || isWildType(content)) {
        return entry;
    }
    if (genes_.resolve(content, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown) {
        // Also a name with blanks.
        addName(content, false, entry);
    } else {
        const std::string together = withNamesTogether(content);
        addParts(partsOf(together), entry);
    }
    if (entry.names.empty() && entry.issues.empty() && !sawControl_) {
        entry.issues.push_back(
            errorAt(entry.where,
                    translate("Engine", "There is no name of a gene in “%1”.", {std::string(content.substr(0, 80))}),
                    translate("Engine", "Write the genes that are deleted, or WT.")));
    }
    conclude(entry);
    return entry;
}

std::vector<GenotypeReader::Part> GenotypeReader::partsOf(std::string_view text) const
{
    constexpr std::string_view separators = " \t\r\n,;+&";
    std::vector<Part> parts;
    Joint joint = Joint::Start;
    while (!text.empty()) {
        std::size_t end = std::min(text.find_first_of(separators), text.size());
        // "zwf1/+" is one word: a whole copy beside a deleted one.
        end += end > 0 && end < text.size() && text[end] == '+' && text[end - 1] == '/' ? 1 : 0;
        if (const std::string_view part = text.substr(0, end); !part.empty()) {
            parts.push_back({part, joint});
            joint = Joint::Start;
        }
        if (end < text.size()) {
            const char c = text[end];
            const Joint mine = c == '+' || c == '&' ? Joint::Plus
                               : c == ';'           ? Joint::Semicolon
                               : c == ','           ? Joint::Comma
                                                    : Joint::Blank;
            // Of several, what is more than a blank counts.
            joint = std::max(joint, mine);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!parts.empty()) {
        parts.front().joint = Joint::Start;
    }
    return parts;
}

/// Some names hold a comma themselves (ADE5,7), and ids of some models a plus: of the readings that resolve, the
/// longest counts. Returns how many parts the name that begins with `first` has.
std::size_t GenotypeReader::longestName(const std::vector<Part> &parts, std::size_t first, std::string_view &name) const
{
    std::size_t last = first;
    const auto reach = [&](std::size_t end) {
        const char *stop = parts[end].text.data() + parts[end].text.size();
        return std::string_view(parts[first].text.data(), static_cast<std::size_t>(stop - parts[first].text.data()));
    };
    // What a spreadsheet made of a name stays together, to be shown as it is: "1. Okt", "2.31E+19".
    if (first + 1 < parts.size() && !isKnown(genes_, parts[first].text) && !isKnown(genes_, parts[first + 1].text)) {
        const std::string_view two = reach(first + 1);
        const bool date = parts[first + 1].joint == Joint::Blank && isSpreadsheetDate(two);
        if (date || (parts[first + 1].joint == Joint::Plus && isSpreadsheetNumber(two))) {
            name = two;
            return 2;
        }
    }
    // Right behind one another, with nothing but the mark between them.
    while (last + 1 < parts.size() && last + 1 < first + mostParts &&
           (parts[last + 1].joint == Joint::Comma || parts[last + 1].joint == Joint::Plus) &&
           parts[last + 1].text.data() == parts[last].text.data() + parts[last].text.size() + 1 &&
           reach(last + 1).size() <= longestCommaName) {
        ++last;
    }
    for (; last > first; --last) {
        // With a plus only the name itself: "A+B (C)" are two.
        const bool plus = reach(last).find_first_of("+&") != std::string_view::npos;
        const NameResolution found = plus ? genes_.resolve(reach(last), GeneCatalogue::Suggestions::Omit)
                                          : resolveSpelling(genes_, reach(last), GeneCatalogue::Suggestions::Omit);
        if (found.kind != NameResolution::Kind::Unknown) {
            break;
        }
    }
    name = reach(last);
    return last - first + 1;
}

void GenotypeReader::addParts(const std::vector<Part> &parts, KnockoutEntry &entry)
{
    bool plus = false;
    bool other = false;
    for (std::size_t first = 0; first < parts.size();) {
        std::string_view name;
        const std::size_t count = longestName(parts, first, name);
        const bool filler = isFiller(name) && !isKnown(genes_, name);
        if (!filler) {
            const Joint before = parts[first].joint;
            const Joint behind = first + count < parts.size() ? parts[first + count].joint : Joint::Start;
            plus = plus || before == Joint::Plus;
            other = other || (before != Joint::Plus && before != Joint::Start);
            const bool joined = before == Joint::Plus || before == Joint::Semicolon || behind == Joint::Plus ||
                                behind == Joint::Semicolon || parts.size() == count;
            addName(name, joined, entry);
        }
        first += count;
    }
    if (plus && other) {
        entry.issues.push_back(errorAt(
            entry.where,
            translate("Engine", "Names are joined by “+” and by other marks: this may be one genotype or several."),
            translate("Engine", "Write one genotype a line, and “+” between all of its genes or none.")));
    }
}

void GenotypeReader::addName(std::string_view name, bool joined, KnockoutEntry &entry)
{
    if (joined && isWildType(name)) {
        sawControl_ = true;
        return;
    }
    if (isControlWord(name)) {
        addControl(name, entry);
        return;
    }
    if (isHeterozygous(name)) {
        entry.issues.push_back(errorAt(
            entry.where,
            translate("Engine", "“%1” has one whole copy of the gene; only full deletions are known here.",
                      {std::string(name.substr(0, 80))}),
            translate("Engine", "Write the gene's name alone if both copies are deleted, or leave the line out.")));
        return;
    }
    NameResolution resolution = resolveSpelling(genes_, name,
                                                suggestions_ < suggestionLimit ? GeneCatalogue::Suggestions::Include
                                                                               : GeneCatalogue::Suggestions::Omit);
    suggestions_ += resolution.kind == NameResolution::Kind::Unknown ? 1 : 0;
    entry.names.push_back({std::string(name), std::move(resolution)});
}

/// No deletion, unless a gene of the cell is called so.
void GenotypeReader::addControl(std::string_view name, KnockoutEntry &entry)
{
    NameResolution gene = genes_.resolve(name, GeneCatalogue::Suggestions::Omit);
    if (gene.kind == NameResolution::Kind::Unknown) {
        sawControl_ = true;
        return;
    }
    if (gene.kind == NameResolution::Kind::Resolved) {
        gene = {NameResolution::Kind::Ambiguous, -1, {gene.gene}};
    }
    entry.names.push_back({std::string(name), std::move(gene)});
}

void GenotypeReader::conclude(KnockoutEntry &entry) const
{
    std::vector<GeneIndex> resolved;
    for (const KnockoutName &name : entry.names) {
        if (name.resolution.kind == NameResolution::Kind::Resolved) {
            resolved.push_back(name.resolution.gene);
            continue;
        }
        Issue issue = genes_.explain(name.text, name.resolution, entry.where);
        if (isControlWord(name.text)) {
            issue.what = translate("Engine", "“%1” may be the control, without a deletion, or the gene %2.",
                                   {name.text, genes_[name.resolution.candidates.front()].id});
            issue.remedy = translate("Engine", "Write WT for the control, or the gene's systematic name.");
        }
        entry.issues.push_back(std::move(issue));
    }
    entry.genotype = Genotype(std::move(resolved));
}

} // namespace knockscape
