#include "engine/store/table_writer.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"

#ifdef KNOCKSCAPE_XLSX
#include "engine/core/files.h"
#include "engine/core/text.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <utility>
#endif

namespace knockscape
{

#ifdef KNOCKSCAPE_XLSX

namespace
{

[[noreturn]] void throwFailed(const std::filesystem::path &path, const std::string &reason)
{
    throw EngineError(errorAt(path.string(), translate("Engine", "the spreadsheet could not be written (%1)", {reason}),
                              translate("Engine", "Free some space for temporary files, or write a .csv file.")));
}

/// libxlsxwriter keeps rows in a temporary file and does not notice when that disk is full.
void requireTemporarySpace(const std::filesystem::path &path, const TableSource &table)
{
    constexpr std::uintmax_t bytesPerCell = 100;
    std::error_code error;
    const auto space = std::filesystem::space(std::filesystem::temp_directory_path(error), error);
    if (!error && space.available < (table.rowCount + 1) * table.columns.size() * bytesPerCell) {
        throwFailed(path, translate("Engine", "the disk of temporary files is full"));
    }
}

/// A file in memory: libxlsxwriter writes only to named files, and the real one must appear all at once.
class MemoryFile
{
public:
    explicit MemoryFile(const std::filesystem::path &path) : descriptor_(memfd_create("knockscape.xlsx", MFD_CLOEXEC))
    {
        if (descriptor_ < 0) {
            throwFailed(path, translate("Engine", "no memory"));
        }
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

    void copyTo(std::ostream &stream) const
    {
        std::array<char, 65536> chunk{};
        off_t offset = 0;
        for (ssize_t count = 0; (count = pread(descriptor_, chunk.data(), chunk.size(), offset)) > 0; offset += count) {
            stream.write(chunk.data(), count);
        }
    }

private:
    int descriptor_;
};

/// XML knows no broken UTF-8; ids and names are ASCII in practice.
std::string asUtf8(const std::string &text)
{
    std::string result = text;
    if (!isUtf8(text)) {
        std::replace_if(
            result.begin(), result.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0x80U) != 0; },
            '?');
    }
    return result;
}

/// Numbers as numbers; everything else as text, so that no gene name turns into a date.
lxw_error writeCell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const std::string &cell, bool numeric)
{
    const std::optional<double> number = numeric ? parseNumber(cell) : std::nullopt;
    if (number && std::isfinite(*number)) {
        return worksheet_write_number(sheet, row, column, *number, nullptr);
    }
    return cell.empty() ? LXW_NO_ERROR : worksheet_write_string(sheet, row, column, asUtf8(cell).c_str(), nullptr);
}

lxw_error fillSheet(lxw_worksheet *sheet, lxw_format *bold, const TableSource &table)
{
    std::vector<std::string> cells;
    lxw_error error = LXW_NO_ERROR;
    for (std::size_t column = 0; column < table.columns.size() && error == LXW_NO_ERROR; ++column) {
        const auto index = static_cast<lxw_col_t>(column);
        const double width = table.numeric[column] ? 16.0 : 28.0;
        worksheet_set_column(sheet, index, index, width, nullptr);
        error = worksheet_write_string(sheet, 0, index, asUtf8(table.columns[column]).c_str(), bold);
    }
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t row = 0; row < table.rowCount && error == LXW_NO_ERROR; ++row) {
        cells.assign(table.columns.size(), {});
        table.fill(row, cells);
        for (std::size_t column = 0; column < cells.size() && error == LXW_NO_ERROR; ++column) {
            error = writeCell(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column), cells[column],
                              table.numeric[column]);
        }
    }
    return error;
}

/// Name and value a row.
lxw_error fillAbout(lxw_worksheet *sheet, lxw_format *bold, const Provenance &about)
{
    worksheet_set_column(sheet, 0, 0, 28.0, bold);
    worksheet_set_column(sheet, 1, 1, 100.0, nullptr);
    lxw_error error = LXW_NO_ERROR;
    lxw_row_t row = 0;
    for (const auto &[name, value] : provenanceLines(about)) {
        // A cell holds no longer text (parameters may name thousands of genes).
        constexpr std::size_t longest = 32767;
        for (const auto &[column, text] : {std::pair{0, &name}, std::pair{1, &value}}) {
            const std::string shown = asUtf8(text->substr(0, longest));
            if (error == LXW_NO_ERROR && !shown.empty()) {
                error = worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), shown.c_str(), nullptr);
            }
        }
        ++row;
    }
    return error;
}

} // namespace

void writeSpreadsheet(const std::filesystem::path &path, const TableSource &table, const Provenance &about)
{
    requireRoom(path, table.rowCount);
    requireTemporarySpace(path, table);
    const MemoryFile memory(path);
    const std::string name = memory.name();
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(name.c_str(), &options);
    lxw_worksheet *sheet = book != nullptr ? workbook_add_worksheet(book, "Knockscape") : nullptr;
    lxw_worksheet *aboutSheet = sheet != nullptr ? workbook_add_worksheet(book, "About") : nullptr;
    if (aboutSheet == nullptr) {
        throwFailed(path, translate("Engine", "no temporary file"));
    }
    lxw_format *bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_error filled = fillSheet(sheet, bold, table);
    filled = filled == LXW_NO_ERROR ? fillAbout(aboutSheet, bold, about) : filled;
    const lxw_error closed = workbook_close(book);
    if (filled != LXW_NO_ERROR || closed != LXW_NO_ERROR) {
        throwFailed(path, lxw_strerror(filled != LXW_NO_ERROR ? filled : closed));
    }
    writeFileAtomically(path, [&](std::ostream &stream) { memory.copyTo(stream); });
}

#else

void writeSpreadsheet(const std::filesystem::path &path, const TableSource &, const Provenance &)
{
    throw InputError(errorAt(path.string(), translate("Engine", "this build cannot write spreadsheets"),
                             translate("Engine", "Write a .csv or .tsv file.")));
}

#endif

} // namespace knockscape
