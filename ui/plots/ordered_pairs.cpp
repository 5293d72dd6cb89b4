#include "ui/plots/ordered_pairs.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

OrderedPairs::OrderedPairs(std::shared_ptr<const PairMatrix> matrix, PairQuantity quantity,
                           std::vector<std::size_t> order, double neutral)
    : matrix_(std::move(matrix)), values_(matrix_->values(quantity)), order_(std::move(order)), placeOf_(order_.size()),
      neutral_(static_cast<float>(neutral)), diagonal_(quantity == PairQuantity::Fitness)
{
    for (std::size_t place = 0; place < order_.size(); ++place)
        placeOf_[order_[place]] = place;
}

std::vector<float> OrderedPairs::blocks(std::size_t step, std::pair<std::size_t, std::size_t> rows,
                                        std::pair<std::size_t, std::size_t> columns) const
{
    const std::size_t width = columns.second - columns.first;
    std::vector<float> result((rows.second - rows.first) * width, kNone);
    std::vector<float> farthest(width);
    for (std::size_t block = rows.first; block < rows.second; ++block) {
        float *shown = result.data() + (block - rows.first) * width;
        std::fill(farthest.begin(), farthest.end(), -1.0F);
        for (std::size_t row = block * step; row < std::min(size(), (block + 1) * step); ++row) {
            for (std::size_t column = columns.first * step; column < std::min(size(), columns.second * step);
                 ++column) {
                const float own = value(row, column);
                const std::size_t at = column / step - columns.first;
                // False for NaN.
                if (std::abs(own - neutral_) > farthest[at]) {
                    farthest[at] = std::abs(own - neutral_);
                    shown[at] = own;
                }
            }
        }
    }
    return result;
}

std::pair<std::size_t, std::size_t> OrderedPairs::shownPair(std::size_t step, std::size_t row, std::size_t column) const
{
    std::pair<std::size_t, std::size_t> shown{row, column};
    float farthest = -1.0F;
    const std::size_t firstRow = row / step * step;
    const std::size_t firstColumn = column / step * step;
    for (std::size_t r = firstRow; r < std::min(size(), firstRow + step); ++r) {
        for (std::size_t c = firstColumn; c < std::min(size(), firstColumn + step); ++c) {
            if (std::abs(value(r, c) - neutral_) > farthest) {
                farthest = std::abs(value(r, c) - neutral_);
                shown = {r, c};
            }
        }
    }
    return shown;
}

} // namespace knockscape::ui
