#include "engine/core/delimited_header.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/text.h"

#include <algorithm>
#include <vector>

namespace knockscape
{
namespace
{

/// Lines that are compared with the header.
constexpr std::size_t comparedLines = 10;

struct Line {
    std::string_view text;
    std::size_t start = 0;
};

bool isComment(std::string_view line) noexcept
{
    return line.starts_with("# ") || line.starts_with("##") ||
           (line.starts_with('#') && line.find_first_of("\t,;") == std::string_view::npos);
}

/// Up to `count` lines that are not empty, from `start` on.
std::vector<Line> linesFrom(std::string_view text, std::size_t start, std::size_t count)
{
    std::vector<Line> lines;
    while (start < text.size() && lines.size() < count) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        if (line.find_first_not_of(" \t\r,;\"") != std::string_view::npos) {
            lines.push_back({line, start});
        }
        start = end + 1;
    }
    return lines;
}

/// Where the first line begins that is neither empty nor a comment.
std::size_t firstTableLine(std::string_view text)
{
    std::size_t start = declaredSeparator(text) ? std::min(text.find('\n'), text.size()) : 0;
    while (true) {
        const std::vector<Line> lines = linesFrom(text, start, 1);
        if (lines.empty()) {
            return text.size();
        }
        const std::string_view line = trimmed(lines[0].text);
        if (!isComment(line) || line.find('\t') != std::string_view::npos) {
            return lines[0].start;
        }
        start = lines[0].start + lines[0].text.size();
    }
}

/// Cells of a line up to the last that is not empty. Separators within quotes count too: enough to tell one from many.
std::size_t cellsOf(std::string_view line, char separator)
{
    const std::size_t end = line.find_last_not_of(" \t\r\",;");
    line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
    return 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), separator));
}

/// Words between blanks, of which a quoted one may hold some.
std::size_t wordCount(std::string_view line)
{
    std::size_t words = 0;
    bool quoted = false;
    bool inWord = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        const bool blank = !quoted && (c == ' ' || c == '\r');
        words += !blank && !inWord ? 1 : 0;
        inWord = !blank;
    }
    return words;
}

/// R writes tables with a blank between quoted cells, and names of rows that have no header.
bool isDividedByBlanks(const std::vector<Line> &lines)
{
    const std::size_t width = wordCount(lines[0].text);
    return lines.size() > 1 && width > 1 && std::all_of(lines.begin() + 1, lines.end(), [&](const Line &line) {
               const std::size_t words = wordCount(line.text);
               return words == wordCount(lines[1].text) && (words == width || words == width + 1);
           });
}

char separatorOf(const std::vector<Line> &lines)
{
    const std::string_view header = lines[0].text;
    if (header.find('\t') != std::string_view::npos) {
        return '\t';
    }
    if (header.find_first_of(",;") == std::string_view::npos) {
        // Without any separator there is one column, in which commas are text.
        return isDividedByBlanks(lines) ? ' ' : '\t';
    }
    return std::count(header.begin(), header.end(), ';') > std::count(header.begin(), header.end(), ',') ? ';' : ',';
}

/// Lines of a title above a table: the first has blanks, each has one cell, and the next two lines have several,
/// equally many.
std::size_t titleLength(const std::vector<Line> &lines)
{
    if (trimmed(lines[0].text).find(' ') == std::string_view::npos) {
        return 0;
    }
    for (const char separator : {'\t', ';', ','}) {
        if (lines.size() > 1 && cellsOf(lines[0].text, separator) > 1 && cellsOf(lines[1].text, separator) > 1) {
            return 0;
        }
        for (std::size_t i = 0; i + 2 < lines.size() && cellsOf(lines[i].text, separator) == 1; ++i) {
            const std::size_t below = cellsOf(lines[i + 1].text, separator);
            if (below > 1 && below == cellsOf(lines[i + 2].text, separator)) {
                return i + 1;
            }
        }
    }
    return 0;
}

} // namespace

DelimitedHeader findDelimitedHeader(std::string_view text)
{
    DelimitedHeader header;
    const std::optional<char> declared = declaredSeparator(text);
    header.start = firstTableLine(text);
    std::vector<Line> lines = linesFrom(text, header.start, comparedLines);
    if (lines.empty()) {
        header.separator = declared.value_or('\t');
        return header;
    }
    header.titleLines = declared ? 0 : titleLength(lines);
    lines.erase(lines.begin(), lines.begin() + static_cast<long>(header.titleLines));
    header.start = lines[0].start;
    header.separator = declared.value_or(separatorOf(lines));
    return header;
}

} // namespace knockscape
