#include "engine/cell/importers/gene_matcher.h"

#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::array<std::pair<std::string_view, char>, 5> namedCharacters = {
    {{"_DASH_", '-'}, {"_HYPHEN_", '-'}, {"_DOT_", '.'}, {"_PERIOD_", '.'}, {"_COMMA_", ','}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The printable character that "__45__" at the start of `text` stands for, and the length of the code; {0, 0} if none.
std::pair<char, std::size_t> numericCode(std::string_view text)
{
    if (!text.starts_with("__")) {
        return {};
    }
    std::size_t end = 2;
    while (end < text.size() && end < 5 && isDigit(text[end])) {
        ++end;
    }
    const std::optional<long long> code = parseInteger(text.substr(2, end - 2));
    const bool printable = code && *code > 32 && *code < 127;
    return printable && text.substr(end).starts_with("__") ? std::pair(static_cast<char>(*code), end + 2)
                                                           : std::pair<char, std::size_t>{};
}

std::pair<char, std::size_t> namedCode(std::string_view text)
{
    for (const auto &[code, character] : namedCharacters) {
        if (text.starts_with(code)) {
            return {character, code.size()};
        }
    }
    return {};
}

} // namespace

std::string decodedGeneName(std::string_view name)
{
    if (name.starts_with("G_") && name.size() > 2) {
        name.remove_prefix(2);
    }
    std::string result;
    while (!name.empty()) {
        auto [character, length] = name.front() == '_' ? numericCode(name) : std::pair<char, std::size_t>{};
        if (length == 0 && name.front() == '_') {
            std::tie(character, length) = namedCode(name);
        }
        result += length == 0 ? name.front() : character;
        name.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

GeneIndex matchGene(const GeneCatalogue &genes, std::string_view name)
{
    const auto exact = [&](std::string_view text) {
        return text.empty() ? -1 : genes.resolve(text, GeneCatalogue::Suggestions::Omit).gene;
    };
    if (const GeneIndex gene = exact(name); gene >= 0) {
        return gene;
    }
    std::string decoded = decodedGeneName(name);
    if (const GeneIndex gene = exact(decoded); gene >= 0) {
        return gene;
    }
    const std::size_t dot = name.find('.');
    if (dot != std::string_view::npos && dot > 0 &&
        std::all_of(name.begin(), name.begin() + static_cast<long>(dot), isDigit)) {
        if (const GeneIndex gene = exact(name.substr(dot + 1)); gene >= 0) {
            return gene;
        }
    }
    std::replace(decoded.begin(), decoded.end(), '_', '-');
    if (const GeneIndex gene = exact(decoded); gene >= 0) {
        return gene;
    }
    return name.size() > 3 && name.back() == 'p' ? exact(name.substr(0, name.size() - 1)) : -1;
}

} // namespace knockscape
