#include "engine/inference/adaptive_histogram.h"

#include <algorithm>
#include <cmath>

namespace knockscape
{

namespace
{

constexpr double largest = 1099511627776.0; // 2^40

/// Half of `index`, rounded down also below 0.
std::int64_t half(std::int64_t index)
{
    return index >= 0 ? index / 2 : -((1 - index) / 2);
}

} // namespace

void AdaptiveHistogram::add(double value, std::uint64_t count, std::uint64_t hits)
{
    if (!(std::abs(value) < largest)) {
        elsewhere_ += count;
        return;
    }
    auto index = static_cast<std::int64_t>(std::floor(value * binsPerUnit_));
    while (!reach(index)) {
        doubleWidth();
        index = half(index);
    }
    const auto place = static_cast<std::size_t>(index - first_);
    counts_[place] += count;
    hits_[place] += hits;
}

bool AdaptiveHistogram::reach(std::int64_t index)
{
    if (counts_.empty()) {
        first_ = index;
    }
    const auto size = static_cast<std::int64_t>(counts_.size());
    const std::int64_t low = std::min(first_, index);
    const std::int64_t high = std::max(first_ + size, index + 1);
    if (high - low > mostBins) {
        return false;
    }
    if (low < first_) {
        counts_.insert(counts_.begin(), static_cast<std::size_t>(first_ - low), 0);
        hits_.insert(hits_.begin(), static_cast<std::size_t>(first_ - low), 0);
        first_ = low;
    }
    counts_.resize(static_cast<std::size_t>(high - first_));
    hits_.resize(static_cast<std::size_t>(high - first_));
    return true;
}

void AdaptiveHistogram::doubleWidth()
{
    const std::int64_t first = half(first_);
    std::vector<std::uint64_t> counts;
    std::vector<std::uint64_t> hits;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const auto place = static_cast<std::size_t>(half(first_ + static_cast<std::int64_t>(i)) - first);
        counts.resize(place + 1);
        hits.resize(place + 1);
        counts[place] += counts_[i];
        hits[place] += hits_[i];
    }
    counts_ = std::move(counts);
    hits_ = std::move(hits);
    first_ = first;
    ++exponent_;
    binsPerUnit_ /= 2.0;
}

void AdaptiveHistogram::merge(const AdaptiveHistogram &other)
{
    while (exponent_ < other.exponent_) {
        doubleWidth();
    }
    for (const Bin &bin : other.bins()) {
        // Every narrower bin lies within one of ours. Only bins with values widen the range.
        if (bin.count > 0) {
            add(bin.low, bin.count, bin.hits);
        }
    }
    elsewhere_ += other.elsewhere_;
}

std::vector<AdaptiveHistogram::Bin> AdaptiveHistogram::bins() const
{
    std::vector<Bin> result;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        const auto index = static_cast<double>(first_ + static_cast<std::int64_t>(i));
        result.push_back({index / binsPerUnit_, (index + 1.0) / binsPerUnit_, counts_[i], hits_[i]});
    }
    return result;
}

AdaptiveHistogram::Contents AdaptiveHistogram::contents() const
{
    Contents contents{exponent_, first_, {}, elsewhere_};
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        contents.counts.push_back(counts_[i]);
        contents.counts.push_back(hits_[i]);
    }
    return contents;
}

AdaptiveHistogram AdaptiveHistogram::fromContents(const Contents &contents)
{
    AdaptiveHistogram histogram;
    histogram.exponent_ = contents.exponent;
    histogram.binsPerUnit_ = std::ldexp(1.0, -contents.exponent);
    histogram.first_ = contents.first;
    histogram.elsewhere_ = contents.elsewhere;
    for (std::size_t i = 0; i + 1 < contents.counts.size(); i += 2) {
        histogram.counts_.push_back(contents.counts[i]);
        histogram.hits_.push_back(contents.counts[i + 1]);
    }
    return histogram;
}

} // namespace knockscape
