#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

struct DelimitedHeader;

/// A table of text cells from a TSV or CSV file, held in one buffer. May be moved and copied freely.
///
/// Accepts what DelimitedRows does (encodings, line ends, quotes, "sep=;"), and .gz/.bz2. findDelimitedHeader() says
/// where the header is and what divides cells; a "#" at its start is skipped. A row with fewer cells than the header is
/// padded with empty cells only when the missing ones are at the end; a row with more is an error that names the line
/// (empty ones at the end are ignored). If all rows of a table with tabs or blanks have one cell more than the header,
/// the first are names of rows as R writes them, and their column has no name.
class DelimitedTable
{
public:
    /// Reads `path`. Throws InputError with file and line.
    static DelimitedTable read(const std::filesystem::path &path);
    /// Parses text already in memory; `name` stands for the file in messages.
    static DelimitedTable parse(std::string text, std::string name);

    const std::string &name() const noexcept { return name_; }
    const std::vector<std::string> &columns() const noexcept { return columns_; }
    std::size_t rowCount() const noexcept { return rows_.size(); }
    /// What a person should know of how the text was read: its encoding, a title, names of rows. Pass them on.
    const std::vector<Issue> &issues() const noexcept { return issues_; }

    /// Column whose header equals `column` without regard to case, if there is one.
    std::optional<std::size_t> findColumn(std::string_view column) const;
    /// The same, or InputError naming the column and the ones that are there.
    std::size_t column(std::string_view column) const;

    /// Trimmed cell text. The view lives as long as the table and is lost when it is moved from.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// The cell as a finite number, or InputError with file, line and column name.
    double number(std::size_t row, std::size_t column) const;
    /// The cell as a number, or nothing where it is empty, "NA" or "nan".
    std::optional<double> optionalNumber(std::size_t row, std::size_t column) const;

    /// The same for files of other people, in which a decimal comma counts too unless commas divide the cells.
    std::optional<double> optionalDecimal(std::size_t row, std::size_t column) const;

    /// 1-based line of the file on which a row begins.
    std::size_t line(std::size_t row) const { return rows_[row].line; }
    /// "file:line" of a row, for messages.
    std::string where(std::size_t row) const;

private:
    /// Offset and length rather than a view, which would dangle when a short text is moved.
    struct Cell {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
    };
    /// Where a row begins in cells_, and its line.
    struct Row {
        std::uint32_t firstCell = 0;
        std::uint32_t line = 0;
    };

    void clearAbove(const DelimitedHeader &header);
    void checkRowNames();
    void readHeader(std::vector<std::string_view> &cells, const std::string &where);
    void addRow(std::vector<std::string_view> &cells, const std::string &where, std::size_t line);

    std::string name_;
    std::string text_;
    char separator_ = '\t';
    std::vector<Issue> issues_;
    /// Place of the first row while the rows have one cell more than the header; else empty.
    std::string rowNames_;
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
    std::vector<Cell> cells_;
};

} // namespace knockscape
