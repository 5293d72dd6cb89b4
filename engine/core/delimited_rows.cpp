#include "engine/core/delimited_rows.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/text_encoding.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t rowCellLimit = 1'000'000;

/// The first line, without its end.
std::string_view firstLine(std::string_view text)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// True if most lines end with a CR that no LF follows, as on old Macs; the last may have been added by another
/// program.
bool endsLinesWithCr(std::string_view text)
{
    std::size_t alone = 0;
    std::size_t feeds = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        feeds += text[i] == '\n' ? 1 : 0;
        alone += text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n') ? 1 : 0;
    }
    return alone > feeds;
}

} // namespace

DelimitedRows::DelimitedRows(std::string &text, std::string name, char separator)
    : text_(&text), name_(std::move(name)), separator_(separator)
{
    if (declaredSeparator(text)) {
        position_ = std::min(text.find('\n'), text.size() - 1) + 1;
        nextLine_ = 2;
    }
}

std::vector<Issue> DelimitedRows::prepare(std::string &text, const std::string &name)
{
    std::vector<Issue> issues = decodeText(text, name);
    if (text.find('\r') != std::string::npos && endsLinesWithCr(text)) {
        std::replace(text.begin(), text.end(), '\r', '\n');
    }
    return issues;
}

std::string DelimitedRows::where() const
{
    return name_ + ":" + std::to_string(line_);
}

void DelimitedRows::add(std::vector<std::string_view> &cells, std::string_view cell) const
{
    if (cells.size() >= rowCellLimit) {
        throw InputError(errorAt(where(), translate("Engine", "The line has more than a million cells."),
                                 translate("Engine", "Check that this is the table that was meant.")));
    }
    cells.push_back(trimmed(cell));
}

bool DelimitedRows::next(std::vector<std::string_view> &cells)
{
    while (position_ < text_->size()) {
        cells.clear();
        line_ = nextLine_;
        const std::string_view rest = std::string_view(*text_).substr(position_);
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, length);
        if (line.find('"') != std::string_view::npos) {
            splitQuoted(cells);
        } else {
            if (!trimmed(line).empty()) {
                splitLine(position_ + length, cells);
            }
            position_ += length + 1;
            ++nextLine_;
        }
        if (std::any_of(cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty(); })) {
            return true;
        }
    }
    cells.clear();
    return false;
}

void DelimitedRows::splitLine(std::size_t end, std::vector<std::string_view> &cells)
{
    const char *start = text_->data() + position_;
    const char *stop = text_->data() + end;
    while (const void *found = std::memchr(start, separator_, static_cast<std::size_t>(stop - start))) {
        const char *separator = static_cast<const char *>(found);
        add(cells, {start, static_cast<std::size_t>(separator - start)});
        start = separator + 1;
    }
    add(cells, {start, static_cast<std::size_t>(stop - start)});
}

std::string_view DelimitedRows::quotedCell(std::size_t &position)
{
    char *text = text_->data();
    const std::size_t begin = position + 1;
    std::size_t write = begin;
    for (std::size_t read = begin; read < text_->size(); ++read) {
        if (text[read] == '"') {
            const bool doubled = read + 1 < text_->size() && text[read + 1] == '"';
            if (!doubled) {
                position = read + 1;
                return {text + begin, write - begin};
            }
            ++read;
        } else if (text[read] == '\n') {
            ++nextLine_;
        }
        text[write++] = text[read];
    }
    throw InputError(errorAt(where(), translate("Engine", "A quoted cell is never closed."),
                             translate("Engine", "Add the missing quotation mark.")));
}

bool DelimitedRows::isQuotedCell(std::size_t begin) const
{
    const std::string &text = *text_;
    if (begin >= text.size() || text[begin] != '"') {
        return false;
    }
    if (separator_ == ',' || separator_ == ';') {
        return true;
    }
    // Every quote that does not close the cell ends the search, so that looking at all of a hostile text stays cheap.
    for (std::size_t read = begin + 1; read < text.size(); ++read) {
        if (text[read] == '"') {
            if (read + 1 == text.size() || text[read + 1] != '"') {
                const std::string ends = {separator_, '\n', '\r'};
                return read + 1 == text.size() || ends.find(text[read + 1]) != std::string::npos;
            }
            ++read;
        } else if (text[read] == '\t' || (text[read] == '\n' && separator_ == ' ')) {
            return false;
        }
    }
    return false;
}

void DelimitedRows::splitQuoted(std::vector<std::string_view> &cells)
{
    const std::string ends = {separator_, '\n'};
    while (true) {
        const std::size_t content = text_->find_first_not_of(' ', position_);
        std::string_view cell;
        std::size_t end = 0;
        if (isQuotedCell(content)) {
            std::size_t behind = content;
            cell = quotedCell(behind);
            end = std::min(text_->find_first_of(ends, behind), text_->size());
            if (!trimmed(std::string_view(*text_).substr(behind, end - behind)).empty()) {
                throw InputError(errorAt(where(), translate("Engine", "There is text after a quoted cell."),
                                         translate("Engine", "Double the quotation marks inside the cell.")));
            }
        } else {
            end = std::min(text_->find_first_of(ends, position_), text_->size());
            cell = std::string_view(*text_).substr(position_, end - position_);
        }
        add(cells, cell);
        position_ = end + 1;
        if (end >= text_->size() || (*text_)[end] == '\n') {
            ++nextLine_;
            return;
        }
    }
}

std::optional<char> declaredSeparator(std::string_view text)
{
    std::string_view line = firstLine(text.substr(0, 32));
    if (line.starts_with('"')) {
        line.remove_prefix(1);
        line = line.substr(0, line.rfind('"'));
    }
    if (line.size() < 5 || lowered(line.substr(0, 4)) != "sep=") {
        return std::nullopt;
    }
    line.remove_prefix(4);
    if (line == "\\t") {
        return '\t';
    }
    // A spreadsheet that opened and saved the file filled the line up with empty cells.
    const bool one = line.find_first_not_of(line[0]) == std::string_view::npos;
    return one && std::string_view("\t;,| ").find(line[0]) != std::string_view::npos ? std::optional<char>(line[0])
                                                                                     : std::nullopt;
}

} // namespace knockscape
