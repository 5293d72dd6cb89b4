#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// `text` without blanks (space, tab, CR, LF) at either end.
std::string_view trimmed(std::string_view text) noexcept;

/// `text` without the quotation marks around it, as R writes texts in tables; unchanged if there are others inside.
std::string_view withoutQuotes(std::string_view text) noexcept;

/// `text` with A–Z lowered; bytes above 127 are kept (gene names are ASCII).
std::string lowered(std::string_view text);

/// The parts of `text` between any of `separators`; empty parts are kept unless `skipEmpty`.
std::vector<std::string_view> split(std::string_view text, std::string_view separators, bool skipEmpty = false);

/// The parts joined with `separator`.
std::string joined(const std::vector<std::string> &parts, std::string_view separator);

/// A number in the C locale that uses the whole text; nothing else counts ("1,5", "0x1", "" and "1 " are refused;
/// "inf" and "nan" are accepted).
std::optional<double> parseNumber(std::string_view text) noexcept;

/// A whole number that uses the whole text.
std::optional<long long> parseInteger(std::string_view text) noexcept;

/// `value` in the C locale with `digits` significant digits (%.9g); an empty text for NaN.
std::string formatNumber(double value, int digits = 9);

/// The shortest text in the C locale that reads back as exactly `value`; an empty text for NaN.
std::string formatExactly(double value);
std::string formatExactly(float value);

/// Appends the UTF-8 of a code point; nothing for what is none (0, surrogates, above U+10FFFF).
void appendUtf8(std::string &text, unsigned long codePoint);

/// True if `text` is valid UTF-8.
bool isUtf8(std::string_view text) noexcept;

} // namespace knockscape
