#pragma once

#include <cstddef>
#include <string_view>

namespace knockscape
{

/// Where the table in a text begins, and what divides its cells.
struct DelimitedHeader {
    /// Offset of the header line; the size of the text if there is none.
    std::size_t start = 0;
    char separator = '\t';
    /// Lines above the header that are a title: they hold one cell, and the lines below hold more.
    std::size_t titleLines = 0;
};

/// Finds the header line of a prepared text: after empty lines, comments ("# …" without a tab) and a title. The
/// separator is the one that a first line "sep=;" declares; else a tab if the header holds one, else a semicolon or
/// comma, whichever it holds more of, else a blank if it divides header and rows alike; without any there is one
/// column.
DelimitedHeader findDelimitedHeader(std::string_view text);

} // namespace knockscape
