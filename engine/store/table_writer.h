#pragma once

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

/// Writes `table` as the name of `path` says: .tsv, .xlsx, else CSV. All or nothing.
void writeTable(const std::filesystem::path &path, const TableSource &table);

/// The .xlsx part of writeTable; one sheet called "Knockscape".
void writeSpreadsheet(const std::filesystem::path &path, const TableSource &table);

} // namespace knockscape
