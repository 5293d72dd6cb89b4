#pragma once

#include "ui/plots/pair_matrix.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// A pair matrix in the order in which it is drawn, and what of it is seen where several pairs share a pixel.
///
/// Places are rows and columns as drawn, from the upper left. A block is step × step pairs, aligned to multiples of
/// `step`, and stands for its most extreme pair: the one farthest from zero (from the median for fitness), so that a
/// lone strong pair is seen at every zoom. Blocks of one pair are that pair.
class OrderedPairs
{
public:
    OrderedPairs() = default;
    /// `neutral`: what extremes are measured from.
    OrderedPairs(std::shared_ptr<const PairMatrix> matrix, PairQuantity quantity, std::vector<std::size_t> order,
                 double neutral);

    std::size_t size() const noexcept { return order_.size(); }
    const std::vector<std::size_t> &order() const noexcept { return order_; }
    /// The gene at a place, and the other way round.
    std::size_t gene(std::size_t place) const { return order_[place]; }
    std::size_t place(std::size_t gene) const { return placeOf_[gene]; }
    /// NaN where there is none. A gene has no interaction with itself: on the diagonal only fitness has a value.
    float value(std::size_t row, std::size_t column) const
    {
        return row == column && !diagonal_ ? kNone : values_[order_[row] * order_.size() + order_[column]];
    }

    /// Values of the blocks [firstRow, lastRow) × [firstColumn, lastColumn), counted in blocks, row by row.
    std::vector<float> blocks(std::size_t step, std::pair<std::size_t, std::size_t> rows,
                              std::pair<std::size_t, std::size_t> columns) const;
    /// The pair (row, column) that its block shows.
    std::pair<std::size_t, std::size_t> shownPair(std::size_t step, std::size_t row, std::size_t column) const;

private:
    static constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

    std::shared_ptr<const PairMatrix> matrix_;
    std::span<const float> values_;
    std::vector<std::size_t> order_;
    std::vector<std::size_t> placeOf_;
    float neutral_ = 0.0F;
    bool diagonal_ = false;
};

} // namespace knockscape::ui
