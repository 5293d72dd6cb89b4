#include "engine/core/text.h"

#include "engine/core/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace knockscape
{
namespace
{

/// Length of the UTF-8 sequence that starts `text`, or 0 if it is not one (overlong forms, surrogates and code points
/// above U+10FFFF are none: RFC 3629).
std::size_t sequenceLength(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
    const unsigned char first = byte(0);
    if (first < 0x80U) {
        return 1;
    }
    if (first >= 0xC2U && first <= 0xDFU) {
        return continues(1) ? 2 : 0;
    }
    if (first >= 0xE0U && first <= 0xEFU) {
        const bool valid = continues(1) && continues(2) && !(first == 0xE0U && byte(1) < 0xA0U) &&
                           !(first == 0xEDU && byte(1) > 0x9FU);
        return valid ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const bool valid = continues(1) && continues(2) && continues(3) && !(first == 0xF0U && byte(1) < 0x90U) &&
                           !(first == 0xF4U && byte(1) > 0x8FU);
        return valid ? 4 : 0;
    }
    return 0;
}

template <typename Number>
std::string shortest(Number value)
{
    if (std::isnan(value)) {
        return {};
    }
    char buffer[64];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

/// True if a number that from_chars found out of range is too small rather than too large.
bool underflows(std::string_view number) noexcept
{
    const std::size_t exponent = number.find_first_of("eE");
    if (exponent != std::string_view::npos) {
        return number.substr(exponent + 1).starts_with('-');
    }
    const std::size_t digit = number.find_first_not_of("-");
    return digit != std::string_view::npos && (number[digit] == '0' || number[digit] == '.');
}

} // namespace

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string_view withoutQuotes(std::string_view text) noexcept
{
    const bool quoted = text.size() >= 2 && text.front() == '"' && text.find('"', 1) == text.size() - 1;
    return quoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators, bool skipEmpty)
{
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
        if (end > start || !skipEmpty) {
            parts.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return parts;
}

std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string text;
    for (const std::string &part : parts) {
        if (&part != &parts.front()) {
            text += separator;
        }
        text += part;
    }
    return text;
}

std::optional<double> parseNumber(std::string_view text) noexcept
{
    if (text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+') {
        text.remove_prefix(1);
    }
    double value = 0.0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || stop != end || text.back() == ')') {
        return std::nullopt;
    }
    if (error == std::errc::result_out_of_range) {
        return underflows(text) ? std::optional<double>(text[0] == '-' ? -0.0 : 0.0) : std::nullopt;
    }
    return error == std::errc() ? std::optional<double>(value) : std::nullopt;
}

std::optional<long long> parseInteger(std::string_view text) noexcept
{
    if (text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+') {
        text.remove_prefix(1);
    }
    long long value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return !text.empty() && stop == end && error == std::errc() ? std::optional<long long>(value) : std::nullopt;
}

std::string formatNumber(double value, int digits)
{
    if (std::isnan(value)) {
        return {};
    }
    char buffer[64];
    const int precision = std::min(std::max(digits, 1), 17);
    const auto [end, error] =
        std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, precision);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

std::string formatExactly(double value)
{
    return shortest(value);
}

std::string formatExactly(float value)
{
    return shortest(value);
}

void appendUtf8(std::string &text, unsigned long code)
{
    if (code == 0 || code > 0x10FFFFUL || (code >= 0xD800UL && code <= 0xDFFFUL)) {
        return;
    }
    const auto add = [&](unsigned long value) { text += static_cast<char>(value); };
    if (code < 0x80UL) {
        add(code);
    } else if (code < 0x800UL) {
        add(0xC0UL | (code >> 6U));
        add(0x80UL | (code & 0x3FUL));
    } else if (code < 0x10000UL) {
        add(0xE0UL | (code >> 12U));
        add(0x80UL | ((code >> 6U) & 0x3FUL));
        add(0x80UL | (code & 0x3FUL));
    } else {
        add(0xF0UL | (code >> 18U));
        add(0x80UL | ((code >> 12U) & 0x3FUL));
        add(0x80UL | ((code >> 6U) & 0x3FUL));
        add(0x80UL | (code & 0x3FUL));
    }
}

bool isUtf8(std::string_view text) noexcept
{
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint64_t word = 0;
        if (i + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + i, sizeof word);
            if ((word & 0x8080808080808080ULL) == 0) {
                i += sizeof word;
                continue;
            }
        }
        const std::size_t length = sequenceLength(text.substr(i));
        if (length == 0) {
            return false;
        }
        i += length;
    }
    return true;
}

} // namespace knockscape
