#include "engine/core/delimited_rows.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t cellLimit = 1'000'000;

std::size_t lineOf(std::string_view text, std::size_t position)
{
    return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(position), '\n'));
}

/// Line by line, to name the one that is not UTF-8.
std::size_t firstLineNotUtf8(std::string_view text)
{
    std::size_t line = 1;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!isUtf8(text.substr(0, end)) || end == text.size()) {
            return line;
        }
        text.remove_prefix(end + 1);
        ++line;
    }
}

bool isUtf16(std::string_view text) noexcept
{
    return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

} // namespace

DelimitedRows::DelimitedRows(std::string &text, std::string name, char separator, bool quotes)
    : text_(&text), name_(std::move(name)), separator_(separator), quotes_(quotes)
{
}

void DelimitedRows::prepare(std::string &text, const std::string &name)
{
    if (text.starts_with("\xef\xbb\xbf")) {
        text.erase(0, 3);
    }
    const std::string remedy = translate("Engine", "Save it as plain text in UTF-8.");
    if (isUtf16(text)) {
        std::optional<std::string> converted = utf8FromUtf16(text);
        if (!converted) {
            throw InputError(errorAt(name, translate("Engine", "The file is in UTF-16 and damaged."), remedy));
        }
        text = std::move(*converted);
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        throw InputError(errorAt(name + ":" + std::to_string(lineOf(text, nul)),
                                 translate("Engine", "There is a NUL byte: this is not a text file."), remedy));
    }
    if (!isUtf8(text)) {
        throw InputError(errorAt(name + ":" + std::to_string(firstLineNotUtf8(text)),
                                 translate("Engine", "The line is not valid UTF-8."), remedy));
    }
    if (text.find('\n') == std::string::npos) {
        std::replace(text.begin(), text.end(), '\r', '\n');
    }
}

std::string DelimitedRows::where() const
{
    return name_ + ":" + std::to_string(line_);
}

void DelimitedRows::add(std::vector<std::string_view> &cells, std::string_view cell) const
{
    if (cells.size() >= cellLimit) {
        throw InputError(errorAt(where(), translate("Engine", "The line has more than a million cells."),
                                 translate("Engine", "Check that this is the table that was meant.")));
    }
    cells.push_back(trimmed(cell));
}

bool DelimitedRows::next(std::vector<std::string_view> &cells)
{
    cells.clear();
    while (position_ < text_->size()) {
        line_ = nextLine_;
        const std::string_view rest = std::string_view(*text_).substr(position_);
        const std::size_t length = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, length);
        if (trimmed(line).empty()) {
            position_ += length + 1;
            ++nextLine_;
            continue;
        }
        if (quotes_ && line.find('"') != std::string_view::npos) {
            position_ = splitQuoted(cells);
        } else {
            splitLine(position_ + length, cells);
            position_ += length + 1;
            ++nextLine_;
        }
        return true;
    }
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

std::size_t DelimitedRows::splitQuoted(std::vector<std::string_view> &cells)
{
    std::size_t position = position_;
    while (true) {
        const std::size_t content = text_->find_first_not_of(" ", position);
        std::string_view cell;
        std::size_t end = 0;
        if (content != std::string::npos && (*text_)[content] == '"') {
            position = content;
            cell = quotedCell(position);
            end = std::min(text_->find_first_of(std::string{separator_, '\n'}, position), text_->size());
            if (!trimmed(std::string_view(*text_).substr(position, end - position)).empty()) {
                throw InputError(errorAt(where(), translate("Engine", "There is text after a quoted cell."),
                                         translate("Engine", "Double the quotation marks inside the cell.")));
            }
        } else {
            end = std::min(text_->find_first_of(std::string{separator_, '\n'}, position), text_->size());
            cell = std::string_view(*text_).substr(position, end - position);
        }
        add(cells, cell);
        if (end >= text_->size() || (*text_)[end] == '\n') {
            ++nextLine_;
            return end + 1;
        }
        position = end + 1;
    }
}

} // namespace knockscape
