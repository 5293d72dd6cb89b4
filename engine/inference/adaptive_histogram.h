#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace knockscape
{

/// A histogram whose range need not be known: bins are [i·w, (i+1)·w) with w a power of two, doubled whenever the
/// values span more than 256 bins. The result depends only on the values, not on their order, so parts can be merged.
/// Beside all values it counts those that match a filter.
class AdaptiveHistogram
{
public:
    static constexpr std::int64_t mostBins = 256;
    /// Exponent of the narrowest width, 2⁻¹⁰ ≈ 0.001.
    static constexpr int narrowest = -10;

    struct Bin {
        double low = 0.0;
        double high = 0.0;
        std::uint64_t count = 0;
        std::uint64_t hits = 0;
    };

    void add(double value, bool hit)
    {
        // Nearly every value falls into a bin that exists; this runs for every genotype of a screen.
        const double place = std::floor(value * binsPerUnit_) - static_cast<double>(first_);
        if (place >= 0.0 && place < static_cast<double>(counts_.size())) {
            ++counts_[static_cast<std::size_t>(place)];
            hits_[static_cast<std::size_t>(place)] += hit ? 1 : 0;
        } else {
            add(value, 1, hit ? 1 : 0);
        }
    }
    void merge(const AdaptiveHistogram &other);
    /// From the lowest to the highest value, empty ones in between included.
    std::vector<Bin> bins() const;
    /// Values that are no number, infinite, or beyond ±2⁴⁰.
    std::uint64_t elsewhere() const noexcept { return elsewhere_; }

    /// For storing: counts and hits alternate, from bin `first` at width 2^exponent.
    struct Contents {
        int exponent = narrowest;
        std::int64_t first = 0;
        std::vector<std::uint64_t> counts;
        std::uint64_t elsewhere = 0;
    };
    Contents contents() const;
    static AdaptiveHistogram fromContents(const Contents &contents);

private:
    void add(double value, std::uint64_t count, std::uint64_t hits);
    /// Makes room for bin `index` at the present width; false if the width has to be doubled first.
    bool reach(std::int64_t index);
    void doubleWidth();

    int exponent_ = narrowest;
    double binsPerUnit_ = 1024.0;
    std::int64_t first_ = 0;
    std::vector<std::uint64_t> counts_;
    std::vector<std::uint64_t> hits_;
    std::uint64_t elsewhere_ = 0;
};

} // namespace knockscape
