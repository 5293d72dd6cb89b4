#pragma once

#include "engine/core/prediction.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knockscape
{

/// One genotype of a screen that was kept.
struct ScreenRow {
    std::uint64_t index = 0; ///< in the source
    double key = 0.0;        ///< what rows are sorted by
    Prediction prediction;
};

/// The best N rows of a stream: smallest key first, or largest. NaN keys come last, and behind them, ordered alike,
/// come rows whose genes were in fewer than `minSupport` training genotypes; equal keys keep the order of the source,
/// whatever order they were added in.
class TopRows
{
public:
    TopRows() = default;
    explicit TopRows(std::size_t limit, bool descending, std::int64_t minSupport = 0)
        : limit_(limit), descending_(descending), minSupport_(minSupport)
    {
    }

    void add(const ScreenRow &row)
    {
        if (heap_.size() < limit_ || (limit_ > 0 && precedes(row, heap_.front()))) {
            insert(row);
        }
    }
    /// Best first.
    std::vector<ScreenRow> sorted() const;
    std::size_t limit() const noexcept { return limit_; }
    bool descending() const noexcept { return descending_; }
    std::int64_t minSupport() const noexcept { return minSupport_; }

    bool precedes(const ScreenRow &left, const ScreenRow &right) const noexcept;

private:
    void insert(const ScreenRow &row);

    std::size_t limit_ = 0;
    bool descending_ = false;
    std::int64_t minSupport_ = 0;
    std::vector<ScreenRow> heap_; ///< worst in front
};

} // namespace knockscape
