#include "engine/cell/importers/gene_matcher.h"

#include "engine/cell/importers/character_codes.h"
#include "engine/core/ascii.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t shownAmbiguous = 5;

bool isNumber(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Length of "4932." in front of a name; 0 if there is none or nothing behind it.
std::size_t taxonLength(std::string_view name)
{
    const std::size_t dot = name.find('.');
    return dot != std::string_view::npos && dot + 1 < name.size() && isNumber(name.substr(0, dot)) ? dot + 1 : 0;
}

/// Length of the name without ".1", "_AT1" or "-T1" (also in lower case) behind it; 0 if there is none.
std::size_t lengthWithoutVersion(std::string_view name)
{
    std::size_t end = name.size();
    while (end > 0 && isDigit(name[end - 1])) {
        --end;
    }
    const std::size_t digits = name.size() - end;
    if (digits == 0 || digits > 3) {
        return 0;
    }
    const std::string before = lowered(name.substr(0, end));
    for (const std::string_view mark : {".", "_at", "_t", "-t"}) {
        if (before.ends_with(mark)) {
            return before.size() - mark.size();
        }
    }
    return 0;
}

/// "Abf1p", "Yal001cp": a capital, small letters, digits and dashes, and a p.
bool isProtein(std::string_view name)
{
    return name.size() > 3 && name.back() == 'p' && name.front() >= 'A' && name.front() <= 'Z' &&
           std::none_of(name.begin() + 1, name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
           std::any_of(name.begin(), name.end(), isDigit);
}

std::string_view commonPrefix(const std::vector<std::string_view> &names)
{
    std::string_view common = names.front();
    for (const std::string_view name : names) {
        const auto end = std::mismatch(common.begin(), common.end(), name.begin(), name.end()).first;
        common = common.substr(0, static_cast<std::size_t>(end - common.begin()));
    }
    return common;
}

std::string_view commonSuffix(const std::vector<std::string_view> &names)
{
    std::string_view common = names.front();
    for (const std::string_view name : names) {
        const auto end = std::mismatch(common.rbegin(), common.rend(), name.rbegin(), name.rend()).first;
        common = common.substr(common.size() - static_cast<std::size_t>(end - common.rbegin()));
    }
    return common;
}

/// What was done to names, as a phrase for people.
std::string described(const NameReading &reading)
{
    switch (reading.kind) {
    case NameReading::Kind::Codes:
        return translate("Engine", "with codes as the characters they stand for");
    case NameReading::Kind::Dashes:
        return translate("Engine", "with “-” for “_”");
    case NameReading::Kind::Protein:
        return translate("Engine", "as proteins, without the “p” at the end");
    case NameReading::Kind::Taxon:
        return translate("Engine", "without the number of the organism in front");
    case NameReading::Kind::Version:
        return translate("Engine", "without the number of a version or transcript at the end");
    case NameReading::Kind::Prefix:
        return translate("Engine", "without “%1” in front, which all have", {reading.affix});
    case NameReading::Kind::Suffix:
        return translate("Engine", "without “%1” at the end, which all have", {reading.affix});
    }
    return {};
}

void addOnce(std::vector<GeneIndex> &genes, GeneIndex gene)
{
    if (gene >= 0 && std::find(genes.begin(), genes.end(), gene) == genes.end()) {
        genes.push_back(gene);
    }
}

} // namespace

std::optional<std::string> NameReading::apply(std::string_view name) const
{
    switch (kind) {
    case Kind::Codes: {
        std::string decoded = withoutCharacterCodes(name);
        return decoded == name ? std::nullopt : std::optional(std::move(decoded));
    }
    case Kind::Dashes: {
        std::string dashed(name);
        std::replace(dashed.begin(), dashed.end(), '_', '-');
        return dashed == name ? std::nullopt : std::optional(std::move(dashed));
    }
    case Kind::Protein:
        return isProtein(name) ? std::optional<std::string>(name.substr(0, name.size() - 1)) : std::nullopt;
    case Kind::Taxon: {
        const std::size_t length = taxonLength(name);
        return length > 0 ? std::optional<std::string>(name.substr(length)) : std::nullopt;
    }
    case Kind::Version: {
        const std::size_t length = lengthWithoutVersion(name);
        return length > 0 ? std::optional<std::string>(name.substr(0, length)) : std::nullopt;
    }
    case Kind::Prefix:
        return name.size() > affix.size() && name.starts_with(affix)
                   ? std::optional<std::string>(name.substr(affix.size()))
                   : std::nullopt;
    case Kind::Suffix:
        return name.size() > affix.size() && name.ends_with(affix)
                   ? std::optional<std::string>(name.substr(0, name.size() - affix.size()))
                   : std::nullopt;
    }
    return std::nullopt;
}

GeneMatcher::GeneMatcher(const GeneCatalogue &genes, const std::vector<std::string> &names) : genes_(&genes)
{
    std::unordered_set<std::string_view> seen;
    std::vector<std::string_view> unique;
    for (const std::string &name : names) {
        if (!name.empty() && seen.insert(name).second) {
            unique.emplace_back(name);
            exactCount_ += exact(name) >= 0 ? 1 : 0;
        }
    }
    if (exactCount_ < unique.size()) {
        chooseReadings(unique);
    }
    for (const std::string_view name : unique) {
        const NameMatch found = match(name);
        if (!found.candidates.empty()) {
            if (++ambiguousCount_ <= shownAmbiguous) {
                std::vector<std::string> parts;
                for (const GeneIndex gene : found.candidates) {
                    parts.push_back(described((*genes_)[gene]));
                }
                firstAmbiguous_.push_back(std::string(name.substr(0, 60)) + " (" + joined(parts, ", ") + ")");
            }
        } else if (found.gene >= 0 && exact(name) < 0) {
            for (std::size_t i = 0; i < readings_.size(); ++i) {
                const std::optional<std::string> text = readings_[i].apply(name);
                if (text && exact(*text) == found.gene) {
                    Use &use = uses_[i];
                    if (use.count++ == 0) {
                        use.name = name.substr(0, 60);
                        use.gene = found.gene;
                    }
                    break;
                }
            }
        }
    }
}

GeneIndex GeneMatcher::exact(std::string_view name) const
{
    return name.empty() ? -1 : genes_->resolve(name, GeneCatalogue::Suggestions::Omit).gene;
}

void GeneMatcher::chooseReadings(const std::vector<std::string_view> &names)
{
    codes_ = haveCharacterCodes(names);
    if (codes_) {
        readings_.push_back({NameReading::Kind::Codes, {}});
    }
    if (std::none_of(names.begin(), names.end(), [](std::string_view name) { return name.find('-') < name.size(); })) {
        readings_.push_back({NameReading::Kind::Dashes, {}});
    }
    readings_.push_back({NameReading::Kind::Protein, {}});
    tryTaxon(names);
    tryAffix({NameReading::Kind::Version, {}}, names, 1);
    // A part in front or behind ends where one name of several would: at a sign. One name alone has a prefix only if
    // the sign is one that divides a database from its names.
    const std::string_view front = commonPrefix(names);
    for (std::size_t end = front.size(), tried = 0; end > 0 && tried < 4; --end) {
        const std::string_view affix = front.substr(0, end);
        const bool database = affix.back() == ':' || affix.back() == '|' || affix == "G_";
        if (database || (names.size() > 1 && (affix.back() == '_' || affix.back() == '.'))) {
            ++tried;
            tryAffix({NameReading::Kind::Prefix, std::string(affix)}, names, 1);
        }
    }
    const std::string_view back = commonSuffix(names);
    for (std::size_t begin = 0; begin < back.size() && names.size() > 1; ++begin) {
        const std::string_view affix = back.substr(begin);
        if ((affix.front() == '_' || affix.front() == '.' || affix.front() == ':') && !isNumber(affix.substr(1))) {
            tryAffix({NameReading::Kind::Suffix, std::string(affix)}, names, 1);
            break;
        }
    }
}

void GeneMatcher::tryAffix(NameReading reading, const std::vector<std::string_view> &names, std::size_t least)
{
    std::size_t resolved = 0;
    for (const std::string_view name : names) {
        const std::optional<std::string> rest = reading.apply(codes_ ? withoutCharacterCodes(name) : std::string(name));
        if (!rest) {
            return;
        }
        // A number behind anything but a database's name may be a number of anything.
        const bool number = reading.kind == NameReading::Kind::Prefix && isNumber(*rest) &&
                            reading.affix.back() != ':' && reading.affix != "G_";
        resolved += !number && exact(*rest) >= 0 ? 1 : 0;
    }
    if (resolved >= least && resolved > exactCount_) {
        readings_.push_back(std::move(reading));
    }
}

void GeneMatcher::tryTaxon(const std::vector<std::string_view> &names)
{
    std::unordered_set<std::string_view> taxa;
    bool numbers = false;
    for (const std::string_view name : names) {
        const std::size_t length = taxonLength(name);
        if (length == 0) {
            return;
        }
        taxa.insert(name.substr(0, length));
        numbers = numbers || isNumber(name.substr(length));
    }
    // Numbers on both sides of the dot are a taxon and a gene, or a gene and its transcript: a taxon has several genes,
    // and most of them are found.
    if (!numbers) {
        tryAffix({NameReading::Kind::Taxon, {}}, names, 1);
    } else if (taxa.size() * 2 <= names.size()) {
        tryAffix({NameReading::Kind::Taxon, {}}, names, (names.size() + 1) / 2);
    }
}

NameMatch GeneMatcher::match(std::string_view name) const
{
    name = trimmed(name);
    if (name.empty()) {
        return {};
    }
    NameResolution known = genes_->resolve(name, GeneCatalogue::Suggestions::Omit);
    if (known.kind != NameResolution::Kind::Unknown) {
        return {known.gene, std::move(known.candidates)};
    }
    std::vector<GeneIndex> found;
    for (const NameReading &reading : readings_) {
        if (const std::optional<std::string> text = reading.apply(name)) {
            addOnce(found, exact(*text));
        }
    }
    if (codes_ && found.empty()) {
        const std::string decoded = withoutCharacterCodes(name);
        for (const NameReading &reading : readings_) {
            if (const std::optional<std::string> text = reading.apply(decoded)) {
                addOnce(found, exact(*text));
            }
        }
    }
    if (found.size() == 1) {
        return {found.front(), {}};
    }
    return {-1, std::move(found)};
}

void GeneMatcher::report(const std::string &file, std::vector<Issue> &issues) const
{
    for (const auto &[reading, use] : uses_) {
        issues.push_back(
            noteAt(file, translateCount("Engine", "%1 gene name was read %2: %3 is %4.",
                                        "%1 gene names were read %2: %3 is %4.", static_cast<std::int64_t>(use.count),
                                        {described(readings_[reading]), use.name, described((*genes_)[use.gene])})));
    }
    if (ambiguousCount_ > 0) {
        issues.push_back(
            warningAt(file,
                      translateCount("Engine", "%1 name may mean several genes, so it means none here: %2.",
                                     "%1 names may mean several genes, so they mean none here: %2.",
                                     static_cast<std::int64_t>(ambiguousCount_),
                                     {joined(firstAmbiguous_, ", ") + (ambiguousCount_ > shownAmbiguous ? ", …" : "")}),
                      translate("Engine", "Write each of these names as an alias of the gene that is meant into the "
                                          "gene table.")));
    }
}

} // namespace knockscape
