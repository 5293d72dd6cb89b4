#include "app/cli/text_table.h"

#include "app/cli/diagnostics.h"

#include <algorithm>
#include <ostream>

namespace knockscape::cli
{
namespace
{

/// Characters of UTF-8 text, which is near enough to columns of a terminal for names and numbers.
std::size_t width(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns))
{
    const bool named =
        std::any_of(columns_.begin(), columns_.end(), [](const Column &column) { return !column.header.empty(); });
    if (named) {
        std::vector<std::string> &headers = rows_.emplace_back();
        for (const Column &column : columns_) {
            headers.push_back(column.header);
        }
    }
}

void TextTable::addRow(const std::vector<std::string> &cells)
{
    std::vector<std::string> &row = rows_.emplace_back(columns_.size());
    std::transform(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), row.size())),
                   row.begin(), printable);
}

void TextTable::print(std::ostream &stream) const
{
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const std::vector<std::string> &row : rows_) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            widths[column] = std::max(widths[column], width(row[column]));
        }
    }
    for (const std::vector<std::string> &row : rows_) {
        std::string line;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string padding(widths[column] - width(row[column]), ' ');
            line += column > 0 ? "  " : "";
            line += columns_[column].alignRight ? padding + row[column] : row[column] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        stream << line << '\n';
    }
}

} // namespace knockscape::cli
