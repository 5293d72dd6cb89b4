#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Least and largest value that a measured one is expected between; NaN where nothing is known.
struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    bool known() const noexcept { return low <= high; }
    bool holds(double value) const noexcept { return low <= value && value <= high; }
    double width() const noexcept { return high - low; }
};

/// By how much measured values of genotypes like these (number of deletions, support) fall short of the predicted ones,
/// or exceed them, in units of IntervalScale.
struct IntervalBin {
    int order = 0;
    /// Support (Prediction::support) from … to, both included; `supportTo` −1: without bound.
    std::int64_t supportFrom = 0;
    std::int64_t supportTo = -1;
    /// Rows that the interval was calibrated on.
    std::int64_t count = 0;
    /// What to add to the predicted value, times the scale: `low` is hardly ever above 0, `high` hardly ever below.
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    bool holds(std::int64_t support) const noexcept
    {
        return support >= supportFrom && (supportTo < 0 || support <= supportTo);
    }
};

/// How far apart predicted and measured values are expected to be, up to a factor: 1 + spread · (standard deviation
/// over the models) + value · |predicted value − what it is without any effect| (1 for fitness, 0 for interaction).
/// With 0 and 0 every interval of a bin is equally wide.
struct IntervalScale {
    double spread = 0.0;
    double value = 0.0;

    double of(double deviation, double effect) const noexcept;
};

/// The intervals of one quantity.
struct QuantityIntervals {
    IntervalScale scale;
    /// By order, then by support. Of an order's bins none overlap; a genotype that none holds has no interval.
    std::vector<IntervalBin> bins;
    /// Of all supports together, by order: for models that do not say the support.
    std::map<int, IntervalBin> anySupport;

    /// The bin of genotypes with `order` deletions and this support (−1: not known); null where there is none.
    const IntervalBin *find(int order, std::int64_t support) const noexcept;
    /// Around `predicted`, which has no effect at `neutral`.
    Interval around(double predicted, double neutral, double deviation, int order, std::int64_t support) const;
};

/// How a quantity did on rows that trained nothing. In a model file: on those that its intervals were calibrated on,
/// each tenth with intervals that the other nine gave, which is what becomes of rows that nobody has seen.
struct QuantityMeasure {
    /// "fitness", "interaction", "epistasis" (which has no interval).
    std::string quantity;
    int order = 0;
    /// "source …" of the labels, or "support …" of the genotypes ("support 0", "support 1-4"),
    /// or "lowest tenth" of the predictions, which stands first in a screen; empty: all of them.
    std::string group = {};
    std::int64_t count = 0;
    /// Pearson correlation with its 95 % confidence interval.
    double pearson = std::numeric_limits<double>::quiet_NaN();
    double pearsonLow = std::numeric_limits<double>::quiet_NaN();
    double pearsonHigh = std::numeric_limits<double>::quiet_NaN();
    /// Slope of measured against predicted values: 1 where differences between predictions are as large as measured.
    double slope = std::numeric_limits<double>::quiet_NaN();
    /// Share of the rows with an interval whose measured value lies in it, how many these are, and the mean width.
    std::int64_t intervals = 0;
    double coverage = std::numeric_limits<double>::quiet_NaN();
    double width = std::numeric_limits<double>::quiet_NaN();
};

/// What a model file says of how far its predictions are off.
struct IntervalFacts {
    /// Share of measured values that an interval is meant to hold.
    double level = 0.9;
    /// What the rows were to training: "test" (they chose nothing), "validation" (they chose the best epochs; such
    /// intervals may be a little narrow), "other" (other labels than those of training). Empty: no intervals.
    std::string rows;
    QuantityIntervals fitness;
    QuantityIntervals interaction;
    std::vector<QuantityMeasure> measured;

    bool empty() const noexcept { return rows.empty(); }
    /// The measure of a quantity over all rows of an order; null where there is none.
    const QuantityMeasure *find(std::string_view quantity, int order) const noexcept;
};

/// The intervals of the mean of several models, which each of their files holds.
struct EnsembleIntervals {
    /// Names the very models that were calibrated together; empty: none were.
    std::string id;
    int members = 0;
    /// Which of them this file is, from 1.
    int member = 0;
    IntervalFacts facts;
};

/// As JSON text; "{}" where there is nothing. What is NaN is null.
std::string toJson(const IntervalFacts &facts);
std::string toJson(const EnsembleIntervals &intervals);

/// Reads it back, "{}" and what it does not know left out. Throws InputError naming `where` and the key for a value of
/// the wrong kind or range.
IntervalFacts parseIntervalFacts(std::string_view json, const std::string &where);
EnsembleIntervals parseEnsembleIntervals(std::string_view json, const std::string &where);

} // namespace knockscape
