#pragma once

#include "engine/core/interval_facts.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// One measured value of a genotype that trained nothing, beside what the model says.
struct CalibrationRow {
    int order = 0;
    /// Prediction::support; −1 where it is not known.
    std::int64_t support = -1;
    double predicted = 0.0;
    double measured = 0.0;
    /// Standard deviation over the models; NaN with one.
    double deviation = std::numeric_limits<double>::quiet_NaN();
    std::string source = {};
};

/// The rank (from 1) of the score that a new one does not exceed with probability `level` at least, among `count`
/// exchangeable ones: ⌈(count + 1) · level⌉; 0 where there are too few of them for a finite bound. Split-conformal
/// prediction: Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World (2005), doi:10.1007/b106715; Lei et al.
/// 2018, doi:10.1080/01621459.2017.1307116.
std::size_t conformalRank(std::size_t count, double level);

/// From `residuals` (measured − predicted, in any unit and order): bounds that hold a new one with probability `level`
/// at least, half of the rest allowed on each side, so that a skew of the errors is the interval's too. NaN where there
/// are too few (fewer than 19 for 0.9).
Interval conformalBounds(std::vector<double> residuals, double level);

/// The least supports of bins: genes that training never saw; that it hardly saw (fewer than screens rank normally);
/// that it saw now and then; often.
std::span<const std::int64_t> supportLimits();

/// Rows that a bin needs. With so few, the share that its interval holds strays by four percent (one standard
/// deviation).
inline constexpr std::size_t LeastBinRows = 50;

/// Conformal intervals for each order and support (Mondrian: Vovk et al. 2005, chapter 4.5). A bin with fewer than
/// LeastBinRows rows takes those of lower supports beside its own, which are known less well, so that its interval is
/// rather too wide than too narrow; where even these are too few there is no interval, for no row speaks of such
/// genotypes. `neutral` is the value without any effect (IntervalScale).
QuantityIntervals calibrateIntervals(std::span<const CalibrationRow> rows, const IntervalScale &scale, double neutral,
                                     double level);

/// The interval of each row, by what nine tenths of the rows say without it; tenths are dealt by `seed`. So all rows
/// can calibrate, and still tell what becomes of rows that nobody has seen (cross-conformal prediction: Vovk 2015,
/// doi:10.1007/s10472-013-9368-4).
std::vector<Interval> crossIntervals(std::span<const CalibrationRow> rows, const IntervalScale &scale, double neutral,
                                     double level, std::uint64_t seed);

} // namespace knockscape
