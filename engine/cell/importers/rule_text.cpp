#include "engine/cell/importers/rule_text.h"

#include "engine/cell/gene_rule.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

/// Databases whose identifiers have a bar in them: the tags of NCBI's FASTA headers, SEED, KBase.
constexpr std::array<std::string_view, 22> databases = {"fig", "kb",  "lcl", "gi",  "gb",  "emb", "dbj", "ref",
                                                        "sp",  "tr",  "pir", "prf", "pdb", "pat", "gnl", "bbs",
                                                        "bbm", "tpg", "tpe", "tpd", "nat", "gim"};

/// Signs that divide names besides "&" and "|", and the word each means.
constexpr std::array<std::pair<char, const char *>, 4> otherSigns = {
    {{';', "or"}, {',', "or"}, {'/', "or"}, {'+', "and"}}};

/// All signs that may divide names.
constexpr std::string_view signs = "&|;,/+";

constexpr std::string_view blanks = " \t\r\n";

bool isIn(std::string_view set, char c)
{
    return set.find(c) != std::string_view::npos;
}

/// What people write where there is no rule.
bool saysNothing(std::string_view text)
{
    const std::string word = lowered(trimmed(text));
    return word == "-" || word == "none" || word == "na" || word == "n/a" || word == "nan" || word == "null" ||
           word == "[]";
}

bool isOperatorWord(std::string_view word)
{
    const std::string lower = word.size() <= 3 ? lowered(word) : std::string();
    return lower == "and" || lower == "or";
}

/// Calls `quoted`, `sign` (a parenthesis) or `word` for each part of a rule between blanks.
template <typename Quoted, typename Sign, typename Word>
void forEachPart(std::string_view rule, const Quoted &quoted, const Sign &sign, const Word &word)
{
    for (std::size_t i = 0; i < rule.size();) {
        if (isIn(blanks, rule[i])) {
            ++i;
        } else if (isIn("()", rule[i])) {
            sign(rule[i++]);
        } else if (const std::size_t length = quotedNameLength(rule.substr(i)); length > 0) {
            quoted(rule.substr(i, length));
            i += length;
        } else {
            const std::size_t end = std::min(rule.find_first_of(" \t\r\n()", i), rule.size());
            word(rule.substr(i, end - i));
            i = end;
        }
    }
}

std::string_view beforeBar(std::string_view word)
{
    const std::size_t bar = word.find('|');
    return bar == std::string_view::npos || bar == 0 || bar + 1 == word.size() ? std::string_view()
                                                                               : word.substr(0, bar);
}

} // namespace

RuleStyle::RuleStyle(const std::vector<std::string> &rules, std::function<bool(std::string_view)> known)
    : known_(std::move(known))
{
    bool words = false;
    std::set<std::string> before;
    std::set<std::string> barred;
    for (const std::string &rule : rules) {
        forEachPart(
            rule, [](std::string_view) {}, [](char) {},
            [&](std::string_view word) {
                words = words || isOperatorWord(word);
                if (const std::string_view tag = beforeBar(word); !tag.empty()) {
                    before.emplace(tag);
                    barred.emplace(word);
                } else if (word.find_first_of(signs) == std::string_view::npos) {
                    alone_.emplace(word);
                }
            });
    }
    // Where a file writes its operators as words, a word before every bar that is no gene anywhere names a database.
    if (words && before.size() == 1 && barred.size() > 1 && alone_.count(*before.begin()) == 0) {
        database_ = *before.begin();
    }
}

std::string RuleStyle::read(const std::string &rule)
{
    const std::string plain = plainGeneRule(rule);
    if (saysNothing(plain)) {
        firstNoRule_ = noRules_++ == 0 ? std::string(trimmed(plain)) : firstNoRule_;
        return {};
    }
    current_ = std::string(trimmed(plain)).substr(0, 60);
    parts_.clear();
    forEachPart(
        plain, [&](std::string_view quoted) { addName(withoutNameQuotes(quoted)); },
        [&](char sign) { parts_.emplace_back(1, sign); },
        [&](std::string_view word) {
            if (isOperatorWord(word)) {
                parts_.push_back(lowered(word));
            } else {
                addWord(word);
            }
        });
    std::string result;
    for (const std::string &part : parts_) {
        result += result.empty() || result.back() == '(' || part == ")" ? "" : " ";
        result += part;
    }
    return result;
}

void RuleStyle::addWord(std::string_view word)
{
    if (known_(word)) {
        addName(word);
        return;
    }
    while (!word.empty() && isIn(signs, word.front())) {
        addSign(word.front());
        word.remove_prefix(word.size() > 1 && word[1] == word[0] ? 2 : 1);
    }
    std::string behind;
    while (!word.empty() && isIn(signs, word.back())) {
        behind.insert(behind.begin(), word.back());
        word.remove_suffix(word.size() > 1 && word[word.size() - 2] == word.back() ? 2 : 1);
    }
    if (word.empty() || known_(word)) {
        addName(word);
    } else if (word.find('&') < word.size()) {
        addDivided(word, '&');
    } else if (word.find("||") < word.size() || (word.find('|') < word.size() && !barIsPartOf(word))) {
        addDivided(word, '|');
    } else {
        const auto divides = [&](const auto &sign) {
            return word.find(sign.first) < word.size() && (sign.first == ';' || allKnown(word, sign.first));
        };
        const auto *sign = std::find_if(otherSigns.begin(), otherSigns.end(), divides);
        if (sign != otherSigns.end()) {
            addDivided(word, sign->first);
        } else {
            if (word.find_first_of(",/+") != std::string_view::npos && kept_++ == 0) {
                firstKept_ = word;
            }
            addName(word);
        }
    }
    for (const char sign : behind) {
        addSign(sign);
    }
}

void RuleStyle::addName(std::string_view name)
{
    if (!name.empty()) {
        parts_.push_back(ruleName(name));
    }
}

void RuleStyle::addSign(char sign)
{
    if (sign == '&' || sign == '|') {
        parts_.emplace_back(sign == '&' ? "and" : "or");
        return;
    }
    const auto *other =
        std::find_if(otherSigns.begin(), otherSigns.end(), [&](const auto &entry) { return entry.first == sign; });
    parts_.emplace_back(other->second);
    auto &[count, first] = signs_[sign];
    first = count++ == 0 ? current_ : first;
}

void RuleStyle::addDivided(std::string_view word, char sign)
{
    bool first = true;
    for (const std::string_view part : split(word, std::string(1, sign), true)) {
        if (!first) {
            addSign(sign);
        }
        first = false;
        addWord(part);
    }
}

bool RuleStyle::barIsPartOf(std::string_view word) const
{
    if (allKnown(word, '|')) {
        return false;
    }
    const std::string_view tag = beforeBar(word);
    return !tag.empty() &&
           (tag == database_ || std::find(databases.begin(), databases.end(), lowered(tag)) != databases.end());
}

bool RuleStyle::allKnown(std::string_view word, char sign) const
{
    const std::vector<std::string_view> parts = split(word, std::string(1, sign), true);
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
               return known_(part) || alone_.count(std::string(part)) > 0;
           });
}

void RuleStyle::report(const std::string &file, std::vector<Issue> &issues) const
{
    for (const auto &[sign, use] : signs_) {
        const auto *other = std::find_if(otherSigns.begin(), otherSigns.end(),
                                         [s = sign](const auto &entry) { return entry.first == s; });
        issues.push_back(warningAt(
            file,
            translate("Engine", "“%1” between genes was read as “%2” (%3 ×, first in “%4”).",
                      {std::string(1, sign), std::string(other->second), std::to_string(use.first), use.second}),
            translate("Engine", "Write “and” or “or” where it means something else.")));
    }
    if (kept_ > 0) {
        issues.push_back(noteAt(
            file,
            translate("Engine",
                      "A sign within a name was read as part of it where nobody knows its parts (%1 ×, first “%2”).",
                      {std::to_string(kept_), firstKept_.substr(0, 60)})));
    }
    if (noRules_ > 0) {
        issues.push_back(noteAt(
            file, translate("Engine", "“%1” was read as no rule (%2 ×).", {firstNoRule_, std::to_string(noRules_)})));
    }
}

} // namespace knockscape
