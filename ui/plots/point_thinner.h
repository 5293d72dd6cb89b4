#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace knockscape::ui
{

/// Chooses which of millions of points to draw: the plane is divided into squares, and no square keeps more than a
/// certain number of its points, as large a power of two as lets `most` in all suffice. So lone points, the extremes
/// among them, all stay and only crowds are thinned. Which ones stay of a crowd is decided by a hash of their ids: the
/// same each time, in whatever order they come.
class PointThinner
{
public:
    /// Points of the plane low … high; those outside count with the nearest of side × side squares.
    PointThinner(std::pair<double, double> x, std::pair<double, double> y, std::size_t most = 150000,
                 std::size_t side = 200);

    /// Points that are not finite are not counted.
    void add(std::uint64_t id, double x, double y);
    /// How many were added, and the ids of those to draw, ascending.
    std::uint64_t count() const noexcept { return count_; }
    std::vector<std::uint64_t> kept() const;

private:
    /// Hash and id; a heap with the largest hash first.
    using Square = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

    void halve();

    std::pair<double, double> x_;
    std::pair<double, double> y_;
    std::size_t most_;
    std::size_t side_;
    std::size_t perSquare_ = std::size_t{1} << 16;
    std::uint64_t count_ = 0;
    std::size_t kept_ = 0;
    std::vector<Square> squares_;
};

} // namespace knockscape::ui
