#include "ui/metabolism/box_index.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

BoxIndex::Range BoxIndex::rangeOf(const QRectF &box) const
{
    const auto square = [this](double place) {
        return static_cast<std::int64_t>(std::floor(std::clamp(place / square_, -1e8, 1e8)));
    };
    return {square(box.left()), square(box.top()), square(box.right()), square(box.bottom())};
}

void BoxIndex::add(const QRectF &box, std::int32_t item)
{
    all_.push_back(item);
    const Range range = rangeOf(box);
    if (range.count() > mostSquares) {
        large_.push_back(item);
        return;
    }
    for (std::int64_t y = range.top; y <= range.bottom; ++y) {
        for (std::int64_t x = range.left; x <= range.right; ++x)
            squares_[key(x, y)].push_back(item);
    }
}

} // namespace knockscape::ui
