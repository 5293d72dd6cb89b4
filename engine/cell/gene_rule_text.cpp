// How names and signs are written in rules.
#include "engine/cell/gene_rule.h"
#include "engine/cell/gene_rule_parser.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape
{

std::string plainGeneRule(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> signs = {
        {{"\xc2\xa0", " "},         {"\xe2\x80\x83", " "}, {"\xe2\x80\x89", " "}, {"\xe2\x80\xaf", " "},
         {"\xe3\x80\x80", " "},     {"\xe2\x80\x8b", ""},  {"\xef\xbb\xbf", ""},  {"\xe2\x80\x90", "-"},
         {"\xe2\x80\x91", "-"},     {"\xe2\x80\x92", "-"}, {"\xe2\x80\x93", "-"}, {"\xe2\x80\x94", "-"},
         {"\xe2\x80\x95", "-"},     {"\xe2\x88\x92", "-"}, {"\xef\xbc\x8d", "-"}, {"\xe2\x88\xa7", " and "},
         {"\xe2\x8b\x80", " and "}, {"\xc3\x97", " and "}, {"\xc2\xb7", " and "}, {"\xe2\x88\xa8", " or "},
         {"\xe2\x8b\x81", " or "},  {"\xef\xbc\x88", "("}, {"\xef\xbc\x89", ")"}, {"\xc2\xad", ""}}};
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto *sign = static_cast<unsigned char>(text.front()) < 0x80
                               ? signs.end()
                               : std::find_if(signs.begin(), signs.end(),
                                              [&](const auto &entry) { return text.starts_with(entry.first); });
        if (sign == signs.end()) {
            plain += text.front();
            text.remove_prefix(1);
        } else {
            plain += sign->second;
            text.remove_prefix(sign->first.size());
        }
    }
    return plain;
}

std::string ruleName(std::string_view name)
{
    const std::string word = name.size() <= 3 ? lowered(name) : std::string();
    const bool plain =
        !name.empty() && name.front() != '"' && word != "and" && word != "or" &&
        std::none_of(name.begin(), name.end(), [](char c) { return isRuleBlank(c) || isRuleOperator(c); });
    if (plain) {
        return std::string(name);
    }
    std::string result = "\"";
    for (const char c : name) {
        result += c == '"' || c == '\\' ? "\\" : "";
        result += c;
    }
    return result + '"';
}

std::size_t quotedNameLength(std::string_view text)
{
    if (!text.starts_with('"')) {
        return 0;
    }
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
        } else if (text[i] == '"') {
            const bool ends = i + 1 == text.size() || isRuleBlank(text[i + 1]) || isRuleOperator(text[i + 1]);
            return ends ? i + 1 : 0;
        }
    }
    return 0;
}

std::string withoutNameQuotes(std::string_view quoted)
{
    std::string name;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        const bool escaped =
            quoted[i] == '\\' && i + 2 < quoted.size() && (quoted[i + 1] == '"' || quoted[i + 1] == '\\');
        name += quoted[escaped ? ++i : i];
    }
    return name;
}

std::string renamedRule(std::string_view rule, const std::function<std::string(const std::string &)> &renamed)
{
    std::string result;
    for (std::size_t i = 0; i < rule.size();) {
        if (isRuleBlank(rule[i]) || isRuleOperator(rule[i])) {
            result += rule[i++];
            continue;
        }
        std::size_t length = quotedNameLength(rule.substr(i));
        const bool quoted = length > 0;
        while (!quoted && i + length < rule.size() && !isRuleBlank(rule[i + length]) &&
               !isRuleOperator(rule[i + length])) {
            ++length;
        }
        const std::string_view part = rule.substr(i, length);
        const std::string word = length <= 3 ? lowered(part) : std::string();
        const bool isName = quoted || (word != "and" && word != "or");
        result += isName ? ruleName(renamed(quoted ? withoutNameQuotes(part) : std::string(part))) : std::string(part);
        i += length;
    }
    return result;
}

std::vector<std::string> namesInRule(std::string_view rule)
{
    std::vector<std::string> names;
    renamedRule(rule, [&](const std::string &name) {
        names.push_back(name);
        return name;
    });
    return names;
}

} // namespace knockscape
