#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

class DelimitedRows;

/// The first rows of a table as cells, for finding out how it is laid out.
class DelimitedSample
{
public:
    using Cells = std::vector<std::string_view>;

    /// `start`: prepared text, perhaps cut; some dozens of lines of it are looked at.
    DelimitedSample(std::string_view start, const std::string &file);
    DelimitedSample(const DelimitedSample &) = delete;
    DelimitedSample &operator=(const DelimitedSample &) = delete;

    char separator() const noexcept { return separator_; }
    const std::vector<Cells> &rows() const noexcept { return rows_; }
    /// Cells of the longest row.
    std::size_t width() const noexcept { return width_; }
    /// Rows above the header or first row that say nothing.
    std::size_t skippedRows() const noexcept { return skippedRows_; }

    /// True if the cells of the column are numbers (or empty, but not all) in the rows from `first` on.
    bool isNumeric(std::size_t column, std::size_t first) const;

private:
    bool next(DelimitedRows &rows, Cells &cells) const;

    std::string text_;
    char separator_ = '\t';
    std::vector<Cells> rows_;
    std::size_t width_ = 0;
    std::size_t skippedRows_ = 0;
};

/// True for a number; with `commaAllowed` also for one with a decimal comma.
bool isNumber(std::string_view cell, bool commaAllowed);

/// True if the line is a comment of a table: "# …", "#" alone or "%…". A header may begin with "#" too, but then goes
/// on without a blank ("#BioGRID Interaction ID", "#node1").
bool isCommentLine(std::string_view line);

/// The next row of a table that is no comment; with blanks as separator runs of them count as one.
bool nextTableRow(DelimitedRows &rows, char separator, std::vector<std::string_view> &cells);

/// Tab if the line holds one, else whichever of semicolon, comma and blank divides it; 0 if none does.
char separatorOfLine(std::string_view line);

/// True if the two texts are what gene names look like: short, without blanks, not numbers.
bool looksLikeGene(std::string_view text);

} // namespace knockscape
