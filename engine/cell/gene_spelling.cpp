#include "engine/cell/gene_spelling.h"

#include "engine/cell/name_similarity.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/ascii.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

namespace knockscape
{
namespace
{

constexpr std::string_view delta = "\xce\x94"; // Δ
/// Longer words are no names of genes; the bound keeps the work on hostile text small.
constexpr std::size_t longestWord = 200;
constexpr int deepest = 3;
constexpr std::size_t suggested = 5;

/// Characters that may stand around a name without being part of it.
bool isAround(char c) noexcept
{
    return std::string_view("'\"`()[]{}<>.,:;!?*=/|-").find(c) != std::string_view::npos;
}

std::string_view withoutEnds(std::string_view word)
{
    while (!word.empty() && isAround(word.front())) {
        word.remove_prefix(1);
    }
    // A hyphen at the end may be the start of what was cut off (YER087C-B).
    while (!word.empty() && isAround(word.back()) && word.back() != '-') {
        word.remove_suffix(1);
    }
    return word;
}

/// "zwf1" of "zwf1::KanMX": what is inserted is letters, digits and a few marks.
std::optional<std::string_view> withoutInsertion(std::string_view word)
{
    const std::size_t at = word.find("::");
    if (at == std::string_view::npos || at == 0 || at + 2 == word.size()) {
        return std::nullopt;
    }
    const std::string_view inserted = word.substr(at + 2);
    const bool plain = std::all_of(inserted.begin(), inserted.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("_-.*():'").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
    });
    return plain ? std::optional(word.substr(0, at)) : std::nullopt;
}

std::string_view withoutHyphens(std::string_view word)
{
    while (!word.empty() && (word.back() == '-' || word.back() == '_')) {
        word.remove_suffix(1);
    }
    while (!word.empty() && (word.front() == '-' || word.front() == '_')) {
        word.remove_prefix(1);
    }
    return word;
}

/// "ura3" of "ura3Δ0", "zwf1" of "zwf1-Δ" and "Δzwf1".
std::optional<std::string_view> withoutDelta(std::string_view word)
{
    std::string_view before = word;
    while (!before.empty() && isDigit(before.back())) {
        before.remove_suffix(1);
    }
    if (before.ends_with(delta) && before.size() > delta.size()) {
        return withoutHyphens(before.substr(0, before.size() - delta.size()));
    }
    if (word.starts_with(delta) && word.size() > delta.size()) {
        return withoutHyphens(word.substr(delta.size()));
    }
    return std::nullopt;
}

/// "zwf1" of "zwf1-delta", "ko-zwf1".
std::optional<std::string_view> withoutDeletionWord(std::string_view word)
{
    constexpr std::array<std::string_view, 6> words{"delta", "del", "ko", "null", "knockout", "deletion"};
    const std::string lower = lowered(word);
    for (const std::string_view mark : words) {
        for (const char hyphen : {'-', '_', ':'}) {
            if (lower.size() <= mark.size() + 1) {
                continue;
            }
            const std::size_t rest = lower.size() - mark.size();
            if (lower.ends_with(mark) && lower[rest - 1] == hyphen) {
                return word.substr(0, rest - 1);
            }
            if (lower.starts_with(mark) && lower[mark.size()] == hyphen) {
                return word.substr(mark.size() + 1);
            }
        }
    }
    return std::nullopt;
}

/// "zwf1" of "zwf1D", as ASCII has no Δ: only behind small letters, for a mutant is written in them.
std::optional<std::string_view> withoutLetterD(std::string_view word)
{
    if (word.size() < 3 || word.back() != 'D') {
        return std::nullopt;
    }
    const std::string_view rest = word.substr(0, word.size() - 1);
    const auto is = [&](int (*test)(int)) {
        return std::any_of(rest.begin(), rest.end(), [&](char c) { return test(static_cast<unsigned char>(c)) != 0; });
    };
    return is(std::islower) && !is(std::isupper) ? std::optional(rest) : std::nullopt;
}

std::optional<std::string_view> withoutDeletion(std::string_view word)
{
    for (const auto take : {withoutInsertion, withoutDelta, withoutDeletionWord, withoutLetterD}) {
        if (const auto rest = take(word); rest && !rest->empty()) {
            return rest;
        }
    }
    return std::nullopt;
}

/// The names of "A|B", "A/B", "A=B", "A·B" or "A(B)"; fewer than two where the word is none of these.
std::vector<std::string_view> alternatives(std::string_view word)
{
    constexpr std::string_view middleDot = "\xc2\xb7";
    while (!word.empty() && std::string_view(".,:;!?*").find(word.back()) != std::string_view::npos) {
        word.remove_suffix(1);
    }
    std::vector<std::string_view> parts;
    if (word.find_first_of("|/=") != std::string_view::npos) {
        parts = split(word, "|/=", true);
    } else if (const std::size_t dot = word.find(middleDot); dot != std::string_view::npos) {
        parts = {word.substr(0, dot), word.substr(dot + middleDot.size())};
    } else if (const std::size_t open = word.rfind('(');
               open != std::string_view::npos && open > 0 && word.ends_with(')')) {
        parts = {word.substr(0, open), word.substr(open + 1, word.size() - open - 2)};
    }
    std::erase_if(parts, [](std::string_view part) { return isFiller(part); });
    return parts;
}

class Speller
{
public:
    explicit Speller(const GeneCatalogue &genes) : genes_(genes) {}

    NameResolution resolve(std::string_view word, int depth = 0) const
    {
        const NameResolution whole = genes_.resolve(word, GeneCatalogue::Suggestions::Omit);
        if (whole.kind != NameResolution::Kind::Unknown || word.empty() || word.size() > longestWord ||
            depth > deepest) {
            return whole;
        }
        if (NameResolution inner = withoutOneEnd(word); inner.kind != NameResolution::Kind::Unknown) {
            return inner;
        }
        const std::string_view bare = withoutEnds(word);
        if (const auto rest = withoutDeletion(bare)) {
            if (NameResolution inner = resolve(*rest, depth + 1); inner.kind != NameResolution::Kind::Unknown) {
                return inner;
            }
        }
        // Brackets of "A(B)" are no ends.
        for (const std::string_view text : {word, bare}) {
            if (const auto parts = alternatives(text); parts.size() > 1) {
                return agreed(parts, depth);
            }
        }
        return bare.size() < word.size() && !bare.empty() ? resolve(bare, depth + 1) : whole;
    }

private:
    /// The name with ever less around it, a bracket or mark at a time: "(MF(ALPHA)1)" keeps its own bracket.
    NameResolution withoutOneEnd(std::string_view word) const
    {
        const std::string_view bare = withoutEnds(word);
        if (bare.empty()) {
            return {};
        }
        const auto begin = static_cast<std::size_t>(bare.data() - word.data());
        const std::size_t end = begin + bare.size();
        for (std::size_t from = 0; from <= begin; ++from) {
            for (std::size_t to = word.size(); to >= end && word.size() - to < 8; --to) {
                NameResolution found = genes_.resolve(word.substr(from, to - from), GeneCatalogue::Suggestions::Omit);
                if (found.kind != NameResolution::Kind::Unknown) {
                    return found;
                }
            }
            if (from > 8) {
                break;
            }
        }
        return {};
    }

    NameResolution agreed(const std::vector<std::string_view> &parts, int depth) const
    {
        std::optional<std::vector<GeneIndex>> common;
        std::vector<GeneIndex> all;
        bool unknown = false;
        for (const std::string_view part : parts) {
            NameResolution meaning = resolve(trimmed(part), depth + 1);
            if (meaning.kind == NameResolution::Kind::Resolved) {
                meaning.candidates = {meaning.gene};
            }
            unknown = unknown || meaning.kind == NameResolution::Kind::Unknown;
            if (meaning.kind == NameResolution::Kind::Unknown) {
                continue;
            }
            const std::vector<GeneIndex> &mine = meaning.candidates;
            for (const GeneIndex gene : mine) {
                if (std::find(all.begin(), all.end(), gene) == all.end()) {
                    all.push_back(gene);
                }
            }
            if (!common) {
                common = mine;
            } else {
                std::erase_if(*common,
                              [&](GeneIndex gene) { return std::find(mine.begin(), mine.end(), gene) == mine.end(); });
            }
        }
        if (unknown || !common) {
            all.resize(std::min(all.size(), suggested));
            return {NameResolution::Kind::Unknown, -1, std::move(all)};
        }
        if (common->size() == 1) {
            return {NameResolution::Kind::Resolved, common->front(), {}};
        }
        return {NameResolution::Kind::Ambiguous, -1, std::move(all)};
    }

    const GeneCatalogue &genes_;
};

/// What plainCharacters() writes for the character at the start of `text` beyond ASCII, and how many bytes it takes.
struct Replacement {
    std::string_view from;
    std::string_view to;
};
constexpr std::array replacements{
    Replacement{"\xc2\xa0", " "},      Replacement{"\xe2\x80\x80", " "},   Replacement{"\xe2\x80\x81", " "},
    Replacement{"\xe2\x80\x82", " "},  Replacement{"\xe2\x80\x83", " "},   Replacement{"\xe2\x80\x84", " "},
    Replacement{"\xe2\x80\x85", " "},  Replacement{"\xe2\x80\x86", " "},   Replacement{"\xe2\x80\x87", " "},
    Replacement{"\xe2\x80\x88", " "},  Replacement{"\xe2\x80\x89", " "},   Replacement{"\xe2\x80\x8a", " "},
    Replacement{"\xe2\x80\xaf", " "},  Replacement{"\xe2\x81\x9f", " "},   Replacement{"\xe3\x80\x80", " "},
    Replacement{"\xe2\x80\x8b", ""},   Replacement{"\xe2\x80\x8c", ""},    Replacement{"\xe2\x80\x8d", ""},
    Replacement{"\xe2\x80\x8e", ""},   Replacement{"\xe2\x80\x8f", ""},    Replacement{"\xe2\x81\xa0", ""},
    Replacement{"\xef\xbb\xbf", ""},   Replacement{"\xc2\xad", ""},        Replacement{"\xe2\x80\x90", "-"},
    Replacement{"\xe2\x80\x91", "-"},  Replacement{"\xe2\x80\x92", "-"},   Replacement{"\xe2\x80\x93", "-"},
    Replacement{"\xe2\x80\x94", "-"},  Replacement{"\xe2\x80\x95", "-"},   Replacement{"\xe2\x88\x92", "-"},
    Replacement{"\xef\xbc\x8d", "-"},  Replacement{"\xe2\x80\x98", "'"},   Replacement{"\xe2\x80\x99", "'"},
    Replacement{"\xe2\x80\x9a", "'"},  Replacement{"\xe2\x80\xb2", "'"},   Replacement{"\xc2\xb4", "'"},
    Replacement{"\xe2\x80\x9c", "\""}, Replacement{"\xe2\x80\x9d", "\""},  Replacement{"\xe2\x80\x9e", "\""},
    Replacement{"\xc2\xab", "\""},     Replacement{"\xc2\xbb", "\""},      Replacement{"\xe2\x80\xb9", "\""},
    Replacement{"\xe2\x80\xba", "\""}, Replacement{"\xe2\x88\x86", delta}, Replacement{"\xef\xbc\x8c", ","},
    Replacement{"\xe3\x80\x81", ","},  Replacement{"\xef\xbc\x9b", ";"},   Replacement{"\xef\xbc\x8b", "+"},
    Replacement{"\xc3\x97", "+"}};

} // namespace

std::string plainCharacters(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            plain += text.front();
            text.remove_prefix(1);
            continue;
        }
        const auto *found = std::find_if(replacements.begin(), replacements.end(),
                                         [&](const Replacement &entry) { return text.starts_with(entry.from); });
        if (found != replacements.end()) {
            plain += found->to;
            text.remove_prefix(found->from.size());
        } else {
            plain += text.front();
            text.remove_prefix(1);
        }
    }
    return plain;
}

NameResolution resolveSpelling(const GeneCatalogue &genes, std::string_view written,
                               GeneCatalogue::Suggestions suggestions)
{
    NameResolution found = Speller(genes).resolve(trimmed(written));
    if (found.kind == NameResolution::Kind::Unknown && found.candidates.empty() &&
        suggestions == GeneCatalogue::Suggestions::Include) {
        std::string_view bare = withoutEnds(trimmed(written));
        if (const auto rest = withoutDeletion(bare)) {
            bare = *rest;
        }
        found.candidates = genesBehindDate(genes, bare);
        if (found.candidates.empty()) {
            found.candidates = similarGenes(genes, lowered(bare), suggested);
        }
    }
    return found;
}

bool isHeterozygous(std::string_view written)
{
    const std::string_view word = trimmed(written);
    if (word.ends_with("/+") || word.starts_with("+/")) {
        return true;
    }
    const std::vector<std::string_view> parts = split(word, "/", true);
    if (parts.size() != 2) {
        return false;
    }
    const auto plainOf = [](std::string_view part) {
        part = withoutEnds(part);
        const auto rest = withoutDeletion(part);
        return std::pair(rest.value_or(part), rest.has_value());
    };
    const auto [left, leftDeleted] = plainOf(parts[0]);
    const auto [right, rightDeleted] = plainOf(parts[1]);
    // One name twice, of which one is a mutant's (marked, or in small letters) and one is not.
    const auto isMutant = [](std::string_view name, bool deleted) { return deleted || name == lowered(name); };
    return lowered(left) == lowered(right) && isMutant(left, leftDeleted) != isMutant(right, rightDeleted);
}

bool isFiller(std::string_view word)
{
    constexpr std::array<std::string_view, 9> marks{"\xe2\x80\xa2", "\xe2\x80\xa3", "\xe2\x97\xa6",
                                                    "\xe2\x96\xaa", "\xe2\x96\xa0", "\xe2\x97\x8f",
                                                    "\xc2\xb7",     "\xe2\x81\x83", delta};
    const std::string lower = lowered(word);
    if (lower == "and") {
        return true;
    }
    std::string_view rest = lower;
    while (!rest.empty()) {
        const auto *mark =
            std::find_if(marks.begin(), marks.end(), [&](std::string_view text) { return rest.starts_with(text); });
        if (mark != marks.end()) {
            rest.remove_prefix(mark->size());
        } else if (isAround(rest.front()) || rest.front() == '+' || rest.front() == '&' || rest.front() == '_') {
            rest.remove_prefix(1);
        } else {
            return false;
        }
    }
    return true;
}

} // namespace knockscape
