#pragma once

#include "engine/store/provenance.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace knockscape
{

/// A table whose rows are made one at a time, so that a large one is never held as text.
struct TableSource {
    std::vector<std::string> columns;
    /// Per column: true where cells are numbers.
    std::vector<bool> numeric;
    std::size_t rowCount = 0;
    /// Fills `cells` (one per column, cleared before) with row `row`.
    std::function<void(std::size_t row, std::vector<std::string> &cells)> fill;
};

/// Throws InputError where a table of so many rows cannot be written to `path` (a sheet of an .xlsx holds a million):
/// to be called before the work that makes them.
void requireRoom(const std::filesystem::path &path, std::size_t rows);

/// Writes `table` as the name of `path` says: .tsv, .xlsx, else CSV, all or nothing; and then where it comes from
/// (engine/store/provenance.h).
void writeTable(const std::filesystem::path &path, const TableSource &table, const Provenance &about);

/// The .xlsx part of writeTable: a sheet called "Knockscape", and one called "About" with the provenance.
void writeSpreadsheet(const std::filesystem::path &path, const TableSource &table, const Provenance &about);

} // namespace knockscape
