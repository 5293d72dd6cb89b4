#pragma once

#include "engine/core/issue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Reads text as rows of cells, one at a time, without copying: for tables too large to hold as cells.
///
/// Lines end with LF, CRLF or a lone CR; rows whose cells are all empty are skipped, and a first line that only
/// declares the separator ("sep=;"). Cells may be quoted as in RFC 4180 (doubled quotes, line breaks inside); they are
/// unescaped in place, so the text is changed. Between commas and semicolons a quote that opens a cell must be closed.
/// Between tabs and blanks, where other programs write quotes as characters like any other, a cell counts as quoted
/// only if its closing quote ends it before the next tab.
class DelimitedRows
{
public:
    /// `text` must outlive the reader and stay where it is.
    DelimitedRows(std::string &text, std::string name, char separator);

    /// Makes `text` such that rows can be read: UTF-8 (decodeText) and lines that end with LF where they ended with a
    /// lone CR. Returns what a person should know of that. Throws InputError for what is no text. Call it once.
    static std::vector<Issue> prepare(std::string &text, const std::string &name);

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
    void splitQuoted(std::vector<std::string_view> &cells);
    bool isQuotedCell(std::size_t begin) const;
    std::string_view quotedCell(std::size_t &position);
    void add(std::vector<std::string_view> &cells, std::string_view cell) const;

    std::string *text_;
    std::string name_;
    char separator_;
    std::size_t position_ = 0;
    std::size_t line_ = 0;
    std::size_t nextLine_ = 1;
};

/// The separator that a first line as spreadsheets write and read it declares ("sep=;"), if the text has one.
std::optional<char> declaredSeparator(std::string_view text);

} // namespace knockscape
