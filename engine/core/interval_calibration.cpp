#include "engine/core/interval_calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

namespace knockscape
{

namespace
{

constexpr std::array<std::int64_t, 4> binLimits{0, 1, 5, 30};
constexpr std::size_t CalibrationFolds = 10;

/// Residuals in units of the scale, by the bin of their support; those of unknown support behind the last.
using ResidualsByBin = std::array<std::vector<double>, binLimits.size() + 1>;

std::size_t binOfSupport(std::int64_t support)
{
    if (support < 0) {
        return binLimits.size();
    }
    const auto next = std::upper_bound(binLimits.begin(), binLimits.end(), support);
    return static_cast<std::size_t>(next - binLimits.begin()) - 1;
}

IntervalBin boundedBin(const std::vector<double> &residuals, double level)
{
    const Interval bounds = conformalBounds(residuals, level);
    IntervalBin bin;
    bin.count = static_cast<std::int64_t>(residuals.size());
    bin.low = bounds.low;
    bin.high = bounds.high;
    return bin;
}

void addBins(QuantityIntervals &result, int order, const ResidualsByBin &residuals, double level)
{
    std::vector<double> pool;
    std::vector<double> all = residuals.back();
    for (std::size_t place = 0; place < binLimits.size(); ++place) {
        const std::vector<double> &own = residuals[place];
        all.insert(all.end(), own.begin(), own.end());
        if (own.size() >= LeastBinRows) {
            pool.clear();
        }
        pool.insert(pool.end(), own.begin(), own.end());
        if (pool.size() < LeastBinRows) {
            continue;
        }
        IntervalBin bin = boundedBin(pool, level);
        bin.order = order;
        bin.supportFrom = binLimits[place];
        bin.supportTo = place + 1 < binLimits.size() ? binLimits[place + 1] - 1 : -1;
        result.bins.push_back(bin);
    }
    if (all.size() >= LeastBinRows) {
        IntervalBin bin = boundedBin(all, level);
        bin.order = order;
        result.anySupport[order] = bin;
    }
}

/// Numbers 0 … count − 1 in an order drawn by `seed` (std::shuffle differs between standard libraries).
std::vector<std::size_t> shuffledPlaces(std::size_t count, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) {
        std::swap(places[i - 1], places[random() % i]);
    }
    return places;
}

} // namespace

std::size_t conformalRank(std::size_t count, double level)
{
    // A product such as 20 · 0.95 may come out a little above the whole number that it is.
    constexpr double rounding = 1e-9;
    const double rank = std::ceil(static_cast<double>(count + 1) * level - rounding);
    return rank > static_cast<double>(count) ? 0 : static_cast<std::size_t>(rank);
}

Interval conformalBounds(std::vector<double> residuals, double level)
{
    const std::size_t rank = conformalRank(residuals.size(), 0.5 * (1.0 + level));
    if (rank == 0) {
        return {};
    }
    std::sort(residuals.begin(), residuals.end());
    return {residuals[residuals.size() - rank], residuals[rank - 1]};
}

std::span<const std::int64_t> supportLimits()
{
    return binLimits;
}

QuantityIntervals calibrateIntervals(std::span<const CalibrationRow> rows, const IntervalScale &scale, double neutral,
                                     double level)
{
    std::map<int, ResidualsByBin> orders;
    for (const CalibrationRow &row : rows) {
        const double unit = scale.of(row.deviation, row.predicted - neutral);
        const double residual = (row.measured - row.predicted) / unit;
        if (!std::isnan(residual)) {
            orders[row.order][binOfSupport(row.support)].push_back(residual);
        }
    }
    QuantityIntervals result;
    result.scale = scale;
    for (const auto &[order, residuals] : orders) {
        addBins(result, order, residuals, level);
    }
    return result;
}

std::vector<Interval> crossIntervals(std::span<const CalibrationRow> rows, const IntervalScale &scale, double neutral,
                                     double level, std::uint64_t seed)
{
    const std::vector<std::size_t> places = shuffledPlaces(rows.size(), seed);
    std::vector<Interval> result(rows.size());
    for (std::size_t fold = 0; fold < CalibrationFolds; ++fold) {
        std::vector<CalibrationRow> others;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (i % CalibrationFolds != fold) {
                others.push_back(rows[places[i]]);
            }
        }
        const QuantityIntervals intervals = calibrateIntervals(others, scale, neutral, level);
        for (std::size_t i = fold; i < places.size(); i += CalibrationFolds) {
            const CalibrationRow &row = rows[places[i]];
            result[places[i]] = intervals.around(row.predicted, neutral, row.deviation, row.order, row.support);
        }
    }
    return result;
}

} // namespace knockscape
