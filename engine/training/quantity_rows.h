#pragma once

#include "engine/core/interval_calibration.h"
#include "engine/core/prediction.h"
#include "engine/training/labels.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace knockscape
{

/// Values without any effect, from which intervals grow (IntervalScale).
inline constexpr double NeutralFitness = 1.0;
inline constexpr double NeutralInteraction = 0.0;

/// Measured beside predicted values, by quantity; the measured value beside an epistasis is the interaction.
struct QuantityRows {
    std::vector<CalibrationRow> fitness;
    std::vector<CalibrationRow> interaction;
    std::vector<CalibrationRow> epistasis;
};

/// Where both a measured and a predicted value are there; interactions and epistasis of two deletions and more.
/// `predictions` has one a row.
QuantityRows quantityRows(std::span<const Label> rows, std::span<const Prediction> predictions);

/// The interval of each row: that of `facts`, or where these were calibrated on the very rows (`ownRows`), what nine
/// tenths of the rows give for the tenth (crossIntervals()). Empty where the facts are.
std::vector<Interval> fitnessIntervals(std::span<const CalibrationRow> rows, const IntervalFacts &facts, bool ownRows,
                                       std::uint64_t seed);
std::vector<Interval> interactionIntervals(std::span<const CalibrationRow> rows, const IntervalFacts &facts,
                                           bool ownRows, std::uint64_t seed);

/// The same of labels, one a row; unknown where the row lacks the measured value, or no bin holds its genotype.
struct RowIntervals {
    std::vector<Interval> fitness;
    std::vector<Interval> interaction;
};
RowIntervals rowIntervals(std::span<const Label> rows, std::span<const Prediction> predictions,
                          const IntervalFacts &facts, bool ownRows, std::uint64_t seed);

/// True where intervals were calibrated on the rows of this split of the labels of their training: these must not be
/// measured by intervals that know them.
bool calibratedOnSplit(const IntervalFacts &facts, Split split);

/// How many rows have an interval, which share of these have their measured value in it, and how wide it is on average;
/// NaN without any.
struct Coverage {
    std::int64_t count = 0;
    double share = std::numeric_limits<double>::quiet_NaN();
    double width = std::numeric_limits<double>::quiet_NaN();
};
/// One measured value an interval.
Coverage coverageOf(std::span<const Interval> intervals, std::span<const double> measured);

} // namespace knockscape
