#include "engine/cell/importers/delimited_sample.h"

#include "engine/core/delimited_rows.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"

#include <algorithm>

namespace knockscape
{
namespace
{

/// Rows looked at, and how much of the text at most.
constexpr std::size_t sampleRows = 60;
constexpr std::size_t sampleBytes = std::size_t{1} << 18U;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < sampleRows) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, length));
        if (!line.empty() && !isCommentLine(line)) {
            lines.push_back(line);
        }
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

/// The separator that divides most of the lines; a tab in the first line decides at once.
char separatorOfLines(const std::vector<std::string_view> &lines)
{
    if (lines.empty()) {
        return '\t';
    }
    const char first = separatorOfLine(lines.front());
    if (first == '\t') {
        return first;
    }
    for (const char separator : {'\t', ';', ',', ' '}) {
        const auto divided = std::count_if(lines.begin(), lines.end(), [&](std::string_view line) {
            return line.find(separator) != std::string_view::npos;
        });
        if (divided * 10 >= static_cast<long>(lines.size()) * 8) {
            return separator;
        }
    }
    return first == 0 ? ' ' : first;
}

} // namespace

DelimitedSample::DelimitedSample(std::string_view start, const std::string &file) : text_(start.substr(0, sampleBytes))
{
    if (start.size() > sampleBytes) {
        // Not a row that is cut, unless there is no other.
        const std::size_t end = text_.rfind('\n');
        text_.resize(end == std::string::npos ? text_.size() : end + 1);
    }
    separator_ = declaredSeparator(text_).value_or(separatorOfLines(linesOf(text_)));
    if (separator_ == ' ') {
        std::replace(text_.begin(), text_.end(), '\t', ' ');
    }
    DelimitedRows rows(text_, file, separator_);
    Cells cells;
    while (rows_.size() < sampleRows && next(rows, cells)) {
        std::transform(cells.begin(), cells.end(), cells.begin(), withoutQuotes);
        rows_.push_back(cells);
    }
    // "#made by hand" above the rows is a comment too, "#node1 node2" is a header.
    while (rows_.size() > 1 && rows_[0][0].starts_with('#') && rows_[0].size() < rows_[1].size()) {
        rows_.erase(rows_.begin());
        ++skippedRows_;
    }
    for (const Cells &row : rows_) {
        width_ = std::max(width_, row.size());
    }
}

bool DelimitedSample::isNumeric(std::size_t column, std::size_t first) const
{
    bool any = false;
    for (std::size_t row = first; row < rows_.size(); ++row) {
        const std::string_view cell = column < rows_[row].size() ? rows_[row][column] : std::string_view();
        if (!cell.empty() && !isNumber(cell, separator_ != ',')) {
            return false;
        }
        any = any || !cell.empty();
    }
    return any;
}

bool DelimitedSample::next(DelimitedRows &rows, Cells &cells) const
{
    try {
        return nextTableRow(rows, separator_, cells);
    } catch (const InputError &) {
        // A sample may end within a quoted cell; the reader reports what is really wrong.
        return false;
    }
}

bool isNumber(std::string_view cell, bool commaAllowed)
{
    if (parseNumber(cell)) {
        return true;
    }
    std::string point(cell);
    std::replace(point.begin(), point.end(), ',', '.');
    return commaAllowed && parseNumber(point).has_value();
}

bool isCommentLine(std::string_view line)
{
    return line.starts_with("# ") || line == "#" || line.starts_with("##") || line.starts_with('%');
}

bool nextTableRow(DelimitedRows &rows, char separator, std::vector<std::string_view> &cells)
{
    while (rows.next(cells)) {
        if (separator == ' ') {
            std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        }
        const bool word = cells.size() == 1 && cells[0].starts_with('#');
        if (!cells.empty() && !isCommentLine(cells[0]) && !word) {
            return true;
        }
    }
    return false;
}

char separatorOfLine(std::string_view line)
{
    for (const char separator : {'\t', ';', ',', ' '}) {
        if (line.find(separator) != std::string_view::npos) {
            return separator;
        }
    }
    return 0;
}

bool looksLikeGene(std::string_view text)
{
    return !text.empty() && text.size() <= 40 && text.find_first_of(" \t\"") == std::string_view::npos &&
           !isNumber(text, true);
}

} // namespace knockscape
