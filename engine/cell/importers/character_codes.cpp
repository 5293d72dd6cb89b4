#include "engine/cell/importers/character_codes.h"

#include "engine/core/ascii.h"
#include "engine/core/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::array<std::pair<std::string_view, char>, 5> namedCharacters = {
    {{"_DASH_", '-'}, {"_HYPHEN_", '-'}, {"_DOT_", '.'}, {"_PERIOD_", '.'}, {"_COMMA_", ','}}};

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

/// True if all ids differ and none is empty.
bool areIds(const std::vector<std::string> &ids)
{
    std::unordered_set<std::string_view> seen;
    return std::all_of(ids.begin(), ids.end(),
                       [&](const std::string &id) { return !id.empty() && seen.insert(id).second; });
}

} // namespace

std::string withoutCharacterCodes(std::string_view name)
{
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

bool haveCharacterCodes(const std::vector<std::string_view> &names)
{
    bool any = false;
    for (const std::string_view name : names) {
        for (std::size_t i = name.find('_'); i < name.size(); i = name.find('_', i + 1)) {
            const auto [character, length] = numericCode(name.substr(i));
            if (length > 0 && (isLetter(character) || isDigit(character) || character == '_')) {
                return false;
            }
            any = any || length > 0 || namedCode(name.substr(i)).second > 0;
        }
    }
    return any;
}

std::vector<std::string> plainSbmlIds(const std::vector<std::string> &ids, std::string_view prefix)
{
    std::vector<std::string> plain = ids;
    if (std::all_of(ids.begin(), ids.end(), [&](const std::string &id) { return id.starts_with(prefix); })) {
        for (std::string &id : plain) {
            id.erase(0, prefix.size());
        }
        if (!areIds(plain)) {
            plain = ids;
        }
    }
    if (haveCharacterCodes({plain.begin(), plain.end()})) {
        std::vector<std::string> decoded;
        std::transform(plain.begin(), plain.end(), std::back_inserter(decoded), withoutCharacterCodes);
        if (areIds(decoded)) {
            return decoded;
        }
    }
    return plain;
}

} // namespace knockscape
