#include "engine/store/table_writer.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <ostream>

namespace knockscape
{
namespace
{

/// RFC 4180: quotes around cells that hold a separator, a quote or a line break; quotes inside are doubled.
void writeCsvCell(std::ostream &stream, const std::string &cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        stream << cell;
        return;
    }
    stream << '"';
    for (const char character : cell) {
        stream << (character == '"' ? "\"" : "") << character;
    }
    stream << '"';
}

/// TSV has no quoting: a tab or line break inside a cell becomes a blank.
void writeTsvCell(std::ostream &stream, const std::string &cell)
{
    for (const char character : cell) {
        stream << (character == '\t' || character == '\r' || character == '\n' ? ' ' : character);
    }
}

using CellWriter = void (*)(std::ostream &, const std::string &);

void writeLine(std::ostream &stream, const std::vector<std::string> &cells, char separator, CellWriter writeCell)
{
    for (std::size_t column = 0; column < cells.size(); ++column) {
        if (column > 0) {
            stream << separator;
        }
        writeCell(stream, cells[column]);
    }
    stream << '\n';
}

} // namespace

void requireRoom(const std::filesystem::path &path, std::size_t rows)
{
    // The first row has the names of the columns.
    constexpr std::size_t mostRows = 1'048'576 - 1;
    if (lowered(path.extension().string()) == ".xlsx" && rows > mostRows) {
        throw InputError(errorAt(path.string(),
                                 translate("Engine", "a spreadsheet holds at most %1 rows; there are %2",
                                           {std::to_string(mostRows), std::to_string(rows)}),
                                 translate("Engine", "Write a .csv or .tsv file.")));
    }
}

void writeTable(const std::filesystem::path &path, const TableSource &table, const Provenance &about)
{
    const std::string extension = lowered(path.extension().string());
    if (extension == ".xlsx") {
        writeSpreadsheet(path, table, about);
        return;
    }
    const bool tabs = extension == ".tsv";
    const char separator = tabs ? '\t' : ',';
    const CellWriter writeCell = tabs ? writeTsvCell : writeCsvCell;
    writeFileAtomically(path, [&](std::ostream &stream) {
        writeLine(stream, table.columns, separator, writeCell);
        std::vector<std::string> cells;
        for (std::size_t row = 0; row < table.rowCount && stream; ++row) {
            cells.assign(table.columns.size(), {});
            table.fill(row, cells);
            writeLine(stream, cells, separator, writeCell);
        }
    });
    writeProvenance(path, about, table.columns, table.numeric);
}

} // namespace knockscape
