#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/core/delimited_table.h"
#include "engine/training/labels.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Collects the labels of one table: resolves names (each distinct one once), checks values, and remembers why rows
/// were left out.
class LabelRows
{
public:
    LabelRows(const DelimitedTable &table, const GeneCatalogue &genes) : table_(table), genes_(genes) {}

    const DelimitedTable &table() const noexcept { return table_; }

    /// The gene, or -1 after remembering why the row is left out.
    GeneIndex resolve(std::string_view name, std::size_t row);
    /// Counts a row as left out because of `reason` (translated).
    void leaveOut(std::size_t row, const std::string &reason);
    /// A value within ±`limit`; NaN where the cell is empty. Throws InputError for anything else.
    double value(std::size_t row, std::size_t column, double limit = 1e3) const;
    /// The same for values that may not be negative.
    double nonNegative(std::size_t row, std::size_t column, double limit) const;
    void add(Label label) { labels_.push_back(std::move(label)); }

    /// The labels; what was left out goes to `issues`. Throws InputError when there are none.
    std::vector<Label> finish(std::vector<Issue> &issues);

private:
    struct LeftOut {
        std::size_t count = 0;
        std::vector<std::string> firstPlaces;
    };

    const DelimitedTable &table_;
    const GeneCatalogue &genes_;
    std::unordered_map<std::string, NameResolution> resolved_;
    std::map<std::string, LeftOut> leftOut_;
    std::map<std::string, std::size_t> badNames_;
    std::vector<Label> labels_;
};

/// True if the table is one of Costanzo et al. 2016, read by readSgaTable() or readSingleMutantTable().
bool isSgaTable(const DelimitedTable &table);
bool isSingleMutantTable(const DelimitedTable &table);
void readSgaTable(LabelRows &rows, const JobControl &control);
void readSingleMutantTable(LabelRows &rows);

} // namespace knockscape
