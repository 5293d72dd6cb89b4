#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Reads text as rows of cells, one at a time, without copying: for tables too large to hold as cells.
///
/// Lines end with LF, CRLF or a lone CR; lines that are empty are skipped. With `quotes`, cells may be quoted as in
/// RFC 4180 (doubled quotes, line breaks inside); such cells are unescaped in place, so the text is changed.
class DelimitedRows
{
public:
    /// `text` must outlive the reader and stay where it is.
    DelimitedRows(std::string &text, std::string name, char separator, bool quotes);

    /// Checks that `text` can be a table at all: valid UTF-8 without NUL bytes (a byte order mark is removed, lone CRs
    /// become LFs, UTF-16 with a byte order mark as spreadsheets write it becomes UTF-8). Throws InputError naming the
    /// line. Call it once before reading rows.
    static void prepare(std::string &text, const std::string &name);

    /// Fills `cells` with the trimmed cells of the next row that is not empty; false at the end. The views point into
    /// the text. Throws InputError for a quote that is never closed or a row of more than a million cells.
    bool next(std::vector<std::string_view> &cells);

    /// 1-based line on which the last row began, and "name:line" for messages.
    std::size_t line() const noexcept { return line_; }
    std::string where() const;
    /// Offset in the text where the next row begins.
    std::size_t position() const noexcept { return position_; }

private:
    void splitLine(std::size_t end, std::vector<std::string_view> &cells);
    std::size_t splitQuoted(std::vector<std::string_view> &cells);
    std::string_view quotedCell(std::size_t &position);
    void add(std::vector<std::string_view> &cells, std::string_view cell) const;

    std::string *text_;
    std::string name_;
    char separator_;
    bool quotes_;
    std::size_t position_ = 0;
    std::size_t line_ = 0;
    std::size_t nextLine_ = 1;
};

} // namespace knockscape
