#include "engine/core/delimited_table.h"

#include "engine/core/delimited_header.h"
#include "engine/core/delimited_rows.h"
#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

/// Offsets are 32 bits wide, and a table of more cells than this is not one that a person means to read at once.
constexpr std::uint64_t textLimit = std::uint64_t{2} << 30U;
constexpr std::size_t tableCellLimit = 100'000'000;

[[noreturn]] void throwTooWide(const std::string &where, std::size_t cells, std::size_t columns)
{
    throw InputError(errorAt(where,
                             translateCount("Engine", "The line has %1 cell, the header %2.",
                                            "The line has %1 cells, the header %2.", static_cast<std::int64_t>(cells),
                                            {std::to_string(columns)}),
                             translate("Engine", "Remove the cells that have no column.")));
}

} // namespace

DelimitedTable DelimitedTable::read(const std::filesystem::path &path)
{
    return parse(readFile(path, textLimit), path.string());
}

DelimitedTable DelimitedTable::parse(std::string text, std::string name)
{
    DelimitedTable table;
    table.name_ = std::move(name);
    table.text_ = std::move(text);
    if (table.text_.size() > textLimit) {
        throw InputError(errorAt(table.name_, translate("Engine", "The table is larger than 2 GiB."),
                                 translate("Engine", "Split it into several files.")));
    }
    table.issues_ = DelimitedRows::prepare(table.text_, table.name_);
    const DelimitedHeader header = findDelimitedHeader(table.text_);
    table.separator_ = header.separator;
    table.clearAbove(header);
    DelimitedRows rows(table.text_, table.name_, table.separator_);
    std::vector<std::string_view> cells;
    const auto next = [&] {
        const bool more = rows.next(cells);
        if (table.separator_ == ' ') {
            std::erase_if(cells, [](std::string_view cell) { return cell.empty(); });
        }
        return more;
    };
    if (!next()) {
        throw InputError(errorAt(table.name_, translate("Engine", "The table is empty."),
                                 translate("Engine", "A header line and rows are expected.")));
    }
    table.readHeader(cells, rows.where());
    while (next()) {
        table.addRow(cells, rows.where(), rows.line());
    }
    table.checkRowNames();
    return table;
}

void DelimitedTable::checkRowNames()
{
    if (rowNames_.empty()) {
        return;
    }
    if (rows_.size() < 2) {
        throwTooWide(rowNames_, columns_.size(), columns_.size() - 1);
    }
    issues_.push_back(noteAt(
        name_, translate("Engine", "The header has one name fewer than the rows have cells: the first column was taken "
                                   "as names of the rows, as R writes them.")));
}

void DelimitedTable::clearAbove(const DelimitedHeader &header)
{
    // What stands above becomes empty lines, so that line numbers stay right.
    std::replace_if(
        text_.begin(), text_.begin() + static_cast<long>(header.start), [](char c) { return c != '\n'; }, ' ');
    if (header.start < text_.size() && text_[header.start] == '#') {
        text_[header.start] = ' ';
    }
    if (header.titleLines > 0) {
        issues_.push_back(noteAt(name_, translateCount("Engine", "%1 line above the header was taken as a title.",
                                                       "%1 lines above the header were taken as a title.",
                                                       static_cast<std::int64_t>(header.titleLines))));
    }
}

void DelimitedTable::readHeader(std::vector<std::string_view> &cells, const std::string &where)
{
    while (!cells.empty() && cells.back().empty()) {
        cells.pop_back();
    }
    if (cells.empty()) {
        throw InputError(errorAt(where, translate("Engine", "The header line names no column."),
                                 translate("Engine", "Write a header line above the rows.")));
    }
    std::unordered_set<std::string> seen;
    for (const std::string_view cell : cells) {
        if (!cell.empty() && !seen.insert(lowered(cell)).second) {
            throw InputError(errorAt(where, translate("Engine", "The column %1 is there twice.", {std::string(cell)}),
                                     translate("Engine", "Rename or remove one of them.")));
        }
        columns_.emplace_back(cell);
    }
}

void DelimitedTable::addRow(std::vector<std::string_view> &cells, const std::string &where, std::size_t line)
{
    while (!cells.empty() && cells.back().empty()) {
        cells.pop_back();
    }
    const bool tabular = separator_ == '\t' || separator_ == ' ';
    if (rows_.empty() && tabular && cells.size() == columns_.size() + 1) {
        // R writes names of rows, which have no header; whether these are such shows when all rows are known.
        rowNames_ = where;
        columns_.insert(columns_.begin(), std::string());
    }
    if (!rowNames_.empty() && cells.size() != columns_.size()) {
        throwTooWide(rowNames_, columns_.size(), columns_.size() - 1);
    }
    if (cells.size() > columns_.size()) {
        throwTooWide(where, cells.size(), columns_.size());
    }
    if (cells_.size() + cells.size() > tableCellLimit) {
        throw InputError(errorAt(where, translate("Engine", "The table has more than 100 million cells."),
                                 translate("Engine", "Split it into several files.")));
    }
    rows_.push_back({static_cast<std::uint32_t>(cells_.size()), static_cast<std::uint32_t>(line)});
    for (const std::string_view cell : cells) {
        const auto offset = cell.empty() ? 0U : static_cast<std::uint32_t>(cell.data() - text_.data());
        cells_.push_back({offset, static_cast<std::uint32_t>(cell.size())});
    }
}

std::optional<std::size_t> DelimitedTable::findColumn(std::string_view column) const
{
    const std::string wanted = lowered(trimmed(column));
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const std::string &header) { return lowered(header) == wanted; });
    return found == columns_.end() ? std::nullopt : std::optional<std::size_t>(found - columns_.begin());
}

std::size_t DelimitedTable::column(std::string_view column) const
{
    if (const auto found = findColumn(column)) {
        return *found;
    }
    const std::vector<std::string> shown(
        columns_.begin(), columns_.begin() + static_cast<long>(std::min<std::size_t>(columns_.size(), 20)));
    throw InputError(errorAt(name_, translate("Engine", "There is no column %1.", {std::string(column)}),
                             translate("Engine", "The columns are: %1.",
                                       {joined(shown, ", ") + (shown.size() < columns_.size() ? ", …" : "")})));
}

std::string_view DelimitedTable::cell(std::size_t row, std::size_t column) const
{
    const std::size_t first = rows_[row].firstCell;
    const std::size_t end = row + 1 < rows_.size() ? rows_[row + 1].firstCell : cells_.size();
    if (first + column >= end) {
        return {};
    }
    const Cell &cell = cells_[first + column];
    return std::string_view(text_).substr(cell.offset, cell.length);
}

double DelimitedTable::number(std::size_t row, std::size_t column) const
{
    const std::optional<double> value = parseNumber(cell(row, column));
    if (!value || !std::isfinite(*value)) {
        throw InputError(errorAt(where(row),
                                 translate("Engine", "Column %1: “%2” is not a number.",
                                           {columns_[column], std::string(cell(row, column).substr(0, 80))}),
                                 translate("Engine", "Write numbers with a decimal point, such as 0.95.")));
    }
    return *value;
}

std::optional<double> DelimitedTable::optionalNumber(std::size_t row, std::size_t column) const
{
    const std::string_view text = cell(row, column);
    const std::string lower = text.size() <= 4 ? lowered(text) : std::string(text);
    if (text.empty() || lower == "na" || lower == "nan" || lower == "n/a") {
        return std::nullopt;
    }
    return number(row, column);
}

std::optional<double> DelimitedTable::optionalDecimal(std::size_t row, std::size_t column) const
{
    const std::string_view text = cell(row, column);
    if (separator_ != ',' && text.size() < 60 && std::count(text.begin(), text.end(), ',') == 1) {
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        const std::optional<double> value = parseNumber(point);
        if (value && std::isfinite(*value)) {
            return value;
        }
    }
    return optionalNumber(row, column);
}

std::string DelimitedTable::where(std::size_t row) const
{
    return name_ + ":" + std::to_string(rows_[row].line);
}

} // namespace knockscape
