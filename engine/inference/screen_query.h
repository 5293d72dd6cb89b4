#pragma once

#include "engine/core/job_control.h"
#include "engine/core/prediction_intervals.h"
#include "engine/inference/screen_rows.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// Which rows of a screen to look at, and in what order.
struct ScreenQuery {
    /// Only rows for which this holds (ScreenExpression); empty: all.
    std::string where;
    /// Only rows with low ≤ column < high, column an expression; empty: all.
    std::string column;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    /// Only genotypes that hold this gene; −1: all.
    GeneIndex gene = -1;
    /// Genes by index that no genotype may hold: those marked other than 0 (null: none is).
    std::shared_ptr<const std::vector<char>> without;
    /// Only these rows, in this order unless `by` sorts them (null: all). Rows beyond the last one are passed over.
    std::shared_ptr<const std::vector<std::uint32_t>> among;
    /// Rows sorted by this expression; empty: as the screen has them.
    std::string by;
    /// Instead: rows sorted by how many genes they hold of those marked other than 0 here (null: by `by`).
    std::shared_ptr<const std::vector<char>> byMarked;
    bool descending = false;
    /// Sorted rows whose support is known and below this come behind all others, as in a screen (0: none does; not
    /// where `by` reads the support itself).
    std::int64_t minSupport = 0;
    /// What the expressions take for ends of intervals (null: NaN).
    std::shared_ptr<const PredictionIntervals> intervals;

    bool filters() const noexcept { return !where.empty() || !column.empty() || gene >= 0 || without || among; }
    bool operator==(const ScreenQuery &) const = default;
};

/// Rows in the order that a query wants: a permutation of some of them, or simply all, forwards or backwards, which
/// takes no memory.
class RowOrder
{
public:
    RowOrder() = default;
    /// All `count` rows.
    RowOrder(std::uint64_t count, bool backwards) : count_(count), backwards_(backwards) {}
    explicit RowOrder(std::vector<std::uint32_t> rows) : count_(rows.size()), rows_(std::move(rows)), listed_(true) {}

    std::uint64_t size() const noexcept { return count_; }
    std::uint64_t operator[](std::uint64_t place) const noexcept
    {
        return listed_ ? rows_[static_cast<std::size_t>(place)] : backwards_ ? count_ - 1 - place : place;
    }

private:
    std::uint64_t count_ = 0;
    bool backwards_ = false;
    std::vector<std::uint32_t> rows_;
    bool listed_ = false;
};

/// Goes through all rows (about 60 ns each) and sorts by the value of `by` in single precision; equal ones keep their
/// order, NaN comes last in both directions, and behind it what lacks support. Memory: 4 bytes a row found, 16 more
/// while sorting. Throws InputError for expressions that cannot be parsed and for more than 2³² − 1 rows, Cancelled.
RowOrder orderRows(const ScreenRows &rows, const ScreenQuery &query, const JobControl &control);

} // namespace knockscape
