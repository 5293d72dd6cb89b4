#include "engine/inference/top_rows.h"

#include <algorithm>
#include <cmath>

namespace knockscape
{

bool TopRows::precedes(const ScreenRow &left, const ScreenRow &right) const noexcept
{
    const bool leftLacks = left.prediction.lacksSupport(minSupport_);
    if (leftLacks != right.prediction.lacksSupport(minSupport_)) {
        return !leftLacks;
    }
    const bool leftMissing = std::isnan(left.key);
    const bool rightMissing = std::isnan(right.key);
    if (leftMissing != rightMissing) {
        return rightMissing;
    }
    if (!leftMissing && left.key != right.key) {
        return descending_ ? left.key > right.key : left.key < right.key;
    }
    return left.index < right.index;
}

void TopRows::insert(const ScreenRow &row)
{
    const auto before = [this](const ScreenRow &left, const ScreenRow &right) { return precedes(left, right); };
    if (heap_.size() == limit_) {
        std::pop_heap(heap_.begin(), heap_.end(), before);
        heap_.back() = row;
    } else {
        heap_.push_back(row);
    }
    std::push_heap(heap_.begin(), heap_.end(), before);
}

std::vector<ScreenRow> TopRows::sorted() const
{
    std::vector<ScreenRow> rows = heap_;
    std::sort(rows.begin(), rows.end(),
              [this](const ScreenRow &left, const ScreenRow &right) { return precedes(left, right); });
    return rows;
}

} // namespace knockscape
