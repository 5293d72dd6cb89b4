#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// A table of text cells from a TSV or CSV file, held in one buffer.
///
/// Accepts a UTF-8 byte order mark, LF or CRLF, RFC 4180 quotes in comma files, and .gz/.bz2. The separator is a tab if
/// the header line holds one, else a semicolon or comma, whichever the header holds more of. A row with fewer cells
/// than the header is padded with empty cells only when the missing ones are at the end; a row with more is an error
/// that names the line.
class DelimitedTable
{
public:
    /// Reads `path`. Throws InputError with file and line.
    static DelimitedTable read(const std::filesystem::path &path);
    /// Parses text already in memory; `name` stands for the file in messages.
    static DelimitedTable parse(std::string text, std::string name);

    const std::string &name() const noexcept { return name_; }
    const std::vector<std::string> &columns() const noexcept { return columns_; }
    std::size_t rowCount() const noexcept { return lines_.size(); }

    /// Column whose header equals `column` without regard to case, if there is one.
    std::optional<std::size_t> findColumn(std::string_view column) const;
    /// The same, or InputError naming the column and the ones that are there.
    std::size_t column(std::string_view column) const;

    /// Trimmed cell text. The view lives as long as the table.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// The cell as a finite number, or InputError with file, line and column name.
    double number(std::size_t row, std::size_t column) const;
    /// The cell as a number, or nothing where it is empty, "NA" or "nan".
    std::optional<double> optionalNumber(std::size_t row, std::size_t column) const;

    /// "file:line" of a row, for messages.
    std::string where(std::size_t row) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::string> columns_;
    std::vector<std::size_t> lines_;
    std::vector<std::string_view> cells_;
};

} // namespace knockscape
