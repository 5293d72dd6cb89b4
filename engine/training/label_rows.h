#pragma once

#include "engine/cell/genotype_reader.h"
#include "engine/cell/spreadsheet_names.h"
#include "engine/core/delimited_table.h"
#include "engine/training/labels.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Progress is reported after so many rows.
inline constexpr std::size_t RowsPerReport = 65'536;

/// Collects the labels of one table: resolves names (each distinct one once), checks values, and remembers why rows
/// were left out.
class LabelRows
{
public:
    LabelRows(const DelimitedTable &table, const GeneCatalogue &genes) : table_(table), genes_(genes), reader_(genes) {}

    const DelimitedTable &table() const noexcept { return table_; }

    /// The gene, or -1 after remembering why the row is left out.
    GeneIndex resolve(std::string_view name, std::size_t row);
    /// The genotype that a cell writes out (see GenotypeReader), or nothing after remembering why the row is left out.
    std::optional<Genotype> genotype(std::size_t row, std::size_t column);
    /// Counts a row as left out because of `reason` (translated).
    void leaveOut(std::size_t row, const std::string &reason);
    /// A value within ±`limit`, also with a decimal comma or in percent; NaN where the cell is empty or says that there
    /// is none ("NA", "-", "#N/A", …). Throws InputError for anything else.
    double value(std::size_t row, std::size_t column, double limit = 1e3) const;
    /// The same for values that may not be negative.
    double nonNegative(std::size_t row, std::size_t column, double limit) const;
    void add(Label label) { labels_.push_back(std::move(label)); }

    /// The labels; what was left out goes to `issues`. Throws InputError when there are none.
    std::vector<Label> finish(std::vector<Issue> &issues);

private:
    struct Reason {
        std::size_t count = 0;
        std::vector<std::string> firstPlaces;
    };

    const DelimitedTable &table_;
    const GeneCatalogue &genes_;
    GenotypeReader reader_;
    /// Looks for what spreadsheets make of names.
    void look(std::string_view name, NameResolution::Kind kind, std::size_t row);
    void rememberBadName(std::string_view name, NameResolution::Kind kind, std::size_t row);

    std::unordered_map<std::string, NameResolution> resolved_;
    std::map<std::string, Reason> leftOut_;
    std::map<std::string, std::size_t> badNames_;
    SpreadsheetNames spreadsheet_;
    std::vector<Label> labels_;
};

/// True if the table is one of Costanzo et al. 2016 or Kuzmin et al. 2018 and 2020, read by readSgaTable() or
/// readSingleMutantTable().
bool isSgaTable(const DelimitedTable &table);
bool isSingleMutantTable(const DelimitedTable &table);
void readSgaTable(LabelRows &rows, const JobControl &control);
void readSingleMutantTable(LabelRows &rows);

} // namespace knockscape
