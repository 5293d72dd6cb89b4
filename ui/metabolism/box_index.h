#pragma once

#include <QRectF>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace knockscape::ui
{

/// Which of many boxes touch a place: squares of the plane with what lies in them. Places may be anywhere; a box over
/// very many squares is kept aside, so that a map of absurd size costs time but no memory.
class BoxIndex
{
public:
    explicit BoxIndex(double square = 150.0) : square_(square) {}

    void add(const QRectF &box, std::int32_t item);
    /// Calls `visit(item)` for the items whose box may touch `area`, an item possibly several times, until it gives
    /// false. Whether it never did.
    template <typename Visit>
    bool each(const QRectF &area, Visit visit) const;

private:
    static constexpr std::int64_t mostSquares = 256;

    struct Range {
        std::int64_t left, top, right, bottom;
        std::int64_t count() const { return (right - left + 1) * (bottom - top + 1); }
    };
    Range rangeOf(const QRectF &box) const;
    static std::uint64_t key(std::int64_t x, std::int64_t y)
    {
        return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
    }

    double square_;
    std::unordered_map<std::uint64_t, std::vector<std::int32_t>> squares_;
    std::vector<std::int32_t> large_;
    std::vector<std::int32_t> all_;
};

template <typename Visit>
bool BoxIndex::each(const QRectF &area, Visit visit) const
{
    const Range range = rangeOf(area);
    // More squares than there are things: they are looked at one by one.
    if (range.count() > static_cast<std::int64_t>(squares_.size())) {
        for (const std::int32_t item : all_) {
            if (!visit(item))
                return false;
        }
        return true;
    }
    for (const std::int32_t item : large_) {
        if (!visit(item))
            return false;
    }
    for (std::int64_t y = range.top; y <= range.bottom; ++y) {
        for (std::int64_t x = range.left; x <= range.right; ++x) {
            const auto found = squares_.find(key(x, y));
            if (found == squares_.end())
                continue;
            for (const std::int32_t item : found->second) {
                if (!visit(item))
                    return false;
            }
        }
    }
    return true;
}

} // namespace knockscape::ui
