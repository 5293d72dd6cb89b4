#include "engine/core/text_encoding.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

/// Bytes 0x80 to 0x9F in Windows-1252 (the WHATWG Encoding Standard); 0 for the five that mean nothing. The others are
/// their own code points.
constexpr std::array<unsigned short, 32> windows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                        0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// What the beginning of UTF-16 without a byte order mark is told by.
constexpr std::size_t sampleSize = 1024;

std::string remedy()
{
    return translate("Engine", "Save it as plain text in UTF-8.");
}

/// True if of the units of `bytes` nearly all have a zero as their second byte (`second` 1: little-endian) or first
/// one.
bool hasZeros(std::string_view bytes, std::size_t second) noexcept
{
    std::size_t zeros = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        if (bytes[i + 1 - second] == '\0') {
            return false;
        }
        zeros += bytes[i + second] == '\0' ? 1 : 0;
    }
    return zeros * 10 >= bytes.size() / 2 * 9;
}

enum class Utf16 { None, LittleEndian, BigEndian };

/// How UTF-16 is written, and the length of its byte order mark.
std::pair<Utf16, std::size_t> utf16Of(std::string_view bytes) noexcept
{
    if (bytes.starts_with("\xff\xfe")) {
        return {Utf16::LittleEndian, 2};
    }
    if (bytes.starts_with("\xfe\xff")) {
        return {Utf16::BigEndian, 2};
    }
    const std::string_view sample = bytes.substr(0, sampleSize);
    if (sample.size() < 8) {
        return {Utf16::None, 0};
    }
    return {hasZeros(sample, 1) ? Utf16::LittleEndian : hasZeros(sample, 0) ? Utf16::BigEndian : Utf16::None, 0};
}

/// Nothing if there is half a unit or a surrogate alone.
std::optional<std::string> utf8FromUtf16(std::string_view bytes, bool bigEndian)
{
    if (bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    const std::size_t low = bigEndian ? 1 : 0;
    const auto unit = [&](std::size_t i) {
        return static_cast<unsigned long>(static_cast<unsigned char>(bytes[i + low])) |
               static_cast<unsigned long>(static_cast<unsigned char>(bytes[i + 1 - low])) << 8U;
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        unsigned long code = unit(i);
        if (code >= 0xD800UL && code <= 0xDFFFUL) {
            const unsigned long next = code < 0xDC00UL && i + 2 < bytes.size() ? unit(i + 2) : 0;
            if (next < 0xDC00UL || next > 0xDFFFUL) {
                return std::nullopt;
            }
            code = 0x10000UL + ((code - 0xD800UL) << 10U) + (next - 0xDC00UL);
            i += 2;
        }
        if (code == 0) {
            text += '\0';
        }
        appendUtf8(text, code);
    }
    return text;
}

std::string placeOf(std::string_view text, std::size_t position, const std::string &name)
{
    const auto lines = std::count(text.begin(), text.begin() + static_cast<long>(position), '\n');
    return name + ":" + std::to_string(1 + lines);
}

/// Appends a line as Windows-1252; false if it holds what no text does.
bool appendWindows1252(std::string &text, std::string_view line)
{
    for (const char c : line) {
        const auto byte = static_cast<unsigned char>(c);
        const bool control = byte < 0x20U && c != '\t' && c != '\r' && c != '\f' && c != '\v';
        const unsigned long code = byte >= 0x80U && byte < 0xA0U ? windows1252[byte - 0x80U] : byte;
        if (control || code == 0) {
            return false;
        }
        appendUtf8(text, code);
    }
    return true;
}

/// Reads the lines that are not UTF-8 as Windows-1252.
Issue convertLines(std::string &text, const std::string &name)
{
    std::string converted;
    converted.reserve(text.size() + text.size() / 16);
    std::string_view rest = text;
    std::size_t lines = 0;
    std::string first;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, length);
        const std::string where = name + ":" + std::to_string(number);
        if (isUtf8(line)) {
            converted += line;
        } else if (!appendWindows1252(converted, line)) {
            throw InputError(errorAt(where, translate("Engine", "The line is not text."), remedy()));
        } else if (lines++ == 0) {
            first = where;
        }
        converted += length < rest.size() ? "\n" : "";
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    text = std::move(converted);
    return warningAt(name,
                     translateCount("Engine", "%1 line is not in UTF-8 and was read as Windows-1252 (%2).",
                                    "%1 lines are not in UTF-8 and were read as Windows-1252 (first %2).",
                                    static_cast<std::int64_t>(lines), {first}),
                     translate("Engine", "If letters such as é or Δ look wrong, save the file as UTF-8."));
}

} // namespace

bool looksLikeUtf16(std::string_view bytes) noexcept
{
    return utf16Of(bytes).first != Utf16::None;
}

std::vector<Issue> decodeText(std::string &text, const std::string &name)
{
    std::vector<Issue> issues;
    if (const auto [kind, mark] = utf16Of(text); kind != Utf16::None) {
        std::optional<std::string> converted =
            utf8FromUtf16(std::string_view(text).substr(mark), kind == Utf16::BigEndian);
        if (!converted) {
            throw InputError(errorAt(name, translate("Engine", "The file is in UTF-16 and damaged."), remedy()));
        }
        text = std::move(*converted);
        issues.push_back(
            noteAt(name, translate("Engine", "The text is in UTF-16 (“Unicode text”) and was read as such.")));
    }
    if (text.starts_with("\xef\xbb\xbf")) {
        text.erase(0, 3);
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        throw InputError(errorAt(placeOf(text, nul, name),
                                 translate("Engine", "There is a zero byte: the file is damaged or not a text file."),
                                 remedy()));
    }
    if (!isUtf8(text)) {
        issues.push_back(convertLines(text, name));
    }
    return issues;
}

} // namespace knockscape
