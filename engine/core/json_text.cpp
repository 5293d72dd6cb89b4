#include "engine/core/json_text.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> notNumbers = {
    {{"-Infinity", "\"-inf\""}, {"Infinity", "\"inf\""}, {"NaN", "null"}}};

/// Length of the text in quotation marks at the start of `text`.
std::size_t quotedLength(std::string_view text)
{
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            return i + 1;
        }
    }
    return text.size();
}

} // namespace

std::string plainJson(std::string text)
{
    if (text.find("NaN") == std::string::npos && text.find("Infinity") == std::string::npos) {
        return text;
    }
    std::string result;
    result.reserve(text.size());
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t plain = std::min(rest.find_first_of("\"-IN"), rest.size());
        result += rest.substr(0, plain);
        rest.remove_prefix(plain);
        if (rest.empty()) {
            break;
        }
        const auto *found = std::find_if(notNumbers.begin(), notNumbers.end(),
                                         [&](const auto &entry) { return rest.starts_with(entry.first); });
        if (found != notNumbers.end()) {
            result += found->second;
            rest.remove_prefix(found->first.size());
            continue;
        }
        const std::size_t length = rest.front() == '"' ? quotedLength(rest) : 1;
        result += rest.substr(0, length);
        rest.remove_prefix(length);
    }
    return result;
}

std::string jsonFault(std::string_view text, std::size_t byte)
{
    const std::size_t place = byte == 0 ? 0 : byte - 1;
    if (place >= text.size()) {
        return translate("Engine", "it ends too early");
    }
    const std::string_view before = text.substr(0, place);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    std::string near(text.substr(place, 20));
    near = near.substr(0, near.find_first_of("\r\n"));
    while (!near.empty() && !isUtf8(near)) {
        near.pop_back();
    }
    const std::string where =
        translate("Engine", "line %1, column %2", {std::to_string(line), std::to_string(place - start + 1)});
    return near.empty() ? where : translate("Engine", "%1, at “%2”", {where, near});
}

} // namespace knockscape
