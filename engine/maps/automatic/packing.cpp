#include "engine/maps/automatic/packing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace knockscape
{
namespace
{

/// Widths that are tried, as parts of the one that has the wanted shape.
constexpr std::array<double, 10> triedWidths = {0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.75, 2.0};

/// The lower edge of what is placed already: pieces from left to right.
class Skyline
{
public:
    explicit Skyline(double width) : pieces_{{0.0, 0.0, width}} {}

    /// Places a box where its top is highest, leftmost of several.
    MapPoint place(double width, double height)
    {
        MapPoint best{0.0, std::numeric_limits<double>::infinity()};
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const double top = topAt(i, width);
            if (top < best.y) {
                best = {pieces_[i].left, top};
            }
        }
        lower(best, width, height);
        return best;
    }

private:
    struct Piece {
        double left = 0.0;
        double top = 0.0;
        double width = 0.0;
    };

    /// The top of a box whose left side is that of piece `i`; infinite where it does not fit.
    double topAt(std::size_t i, double width) const
    {
        double top = 0.0;
        double rest = width;
        for (; i < pieces_.size() && rest > 1e-6; ++i) {
            top = std::max(top, pieces_[i].top);
            rest -= pieces_[i].width;
        }
        return rest > 1e-6 ? std::numeric_limits<double>::infinity() : top;
    }

    void lower(const MapPoint &corner, double width, double height)
    {
        const double right = corner.x + width;
        std::vector<Piece> pieces;
        for (const Piece &piece : pieces_) {
            const double end = piece.left + piece.width;
            if (end <= corner.x + 1e-9 || piece.left >= right - 1e-9) {
                pieces.push_back(piece);
                continue;
            }
            if (piece.left < corner.x) {
                pieces.push_back({piece.left, piece.top, corner.x - piece.left});
            }
            if (end > right) {
                pieces.push_back({right, piece.top, end - right});
            }
        }
        pieces.push_back({corner.x, corner.y + height, width});
        std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return a.left < b.left; });
        pieces_ = std::move(pieces);
    }

    std::vector<Piece> pieces_;
};

} // namespace

std::vector<MapPoint> packBoxes(const std::vector<PackedSize> &sizes, double aspect, double gap)
{
    double area = 0.0;
    double widest = 0.0;
    for (const PackedSize &size : sizes) {
        area += (size.width + gap) * (size.height + gap);
        widest = std::max(widest, size.width + gap);
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sizes[a].height > sizes[b].height; });
    std::vector<MapPoint> best(sizes.size());
    double leastRoom = std::numeric_limits<double>::infinity();
    for (const double part : triedWidths) {
        const double width = std::max(widest, std::sqrt(area * aspect) * part);
        Skyline skyline(width);
        std::vector<MapPoint> places(sizes.size());
        double right = 0.0;
        double bottom = 0.0;
        for (const std::size_t i : order) {
            places[i] = skyline.place(sizes[i].width + gap, sizes[i].height + gap);
            right = std::max(right, places[i].x + sizes[i].width);
            bottom = std::max(bottom, places[i].y + sizes[i].height);
        }
        // The view must hold all of it; of those that are as large, the one with least left over.
        const double side = std::max(right / aspect, bottom);
        const double room = side * side + 0.1 * right * bottom;
        if (room < leastRoom) {
            leastRoom = room;
            best = std::move(places);
        }
    }
    return best;
}

} // namespace knockscape
