#include "ui/plots/point_thinner.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
std::uint64_t hashOf(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

std::size_t slotOf(double value, const std::pair<double, double> &range, std::size_t side)
{
    const double share = range.first < range.second ? (value - range.first) / (range.second - range.first) : 0.0;
    return static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(side - 1) + 0.5);
}

} // namespace

PointThinner::PointThinner(std::pair<double, double> x, std::pair<double, double> y, std::size_t most, std::size_t side)
    : x_(x), y_(y), most_(most), side_(side), squares_(side * side)
{
}

void PointThinner::add(std::uint64_t id, double x, double y)
{
    if (!std::isfinite(x) || !std::isfinite(y))
        return;
    ++count_;
    Square &square = squares_[slotOf(y, y_, side_) * side_ + slotOf(x, x_, side_)];
    const std::pair entry(hashOf(id), id);
    if (square.size() >= perSquare_) {
        if (entry < square.front()) {
            std::pop_heap(square.begin(), square.end());
            square.back() = entry;
            std::push_heap(square.begin(), square.end());
        }
        return;
    }
    square.push_back(entry);
    std::push_heap(square.begin(), square.end());
    ++kept_;
    while (kept_ > most_ && perSquare_ > 1)
        halve();
}

void PointThinner::halve()
{
    perSquare_ /= 2;
    kept_ = 0;
    for (Square &square : squares_) {
        if (square.size() > perSquare_) {
            std::sort_heap(square.begin(), square.end());
            square.resize(perSquare_);
            std::make_heap(square.begin(), square.end());
        }
        kept_ += square.size();
    }
}

std::vector<std::uint64_t> PointThinner::kept() const
{
    std::vector<std::uint64_t> ids;
    ids.reserve(kept_);
    for (const Square &square : squares_) {
        for (const auto &entry : square)
            ids.push_back(entry.second);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace knockscape::ui
