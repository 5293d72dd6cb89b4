#pragma once

#include "ui/plots/prediction_plot.h"

#include <QString>

#include <cmath>
#include <random>
#include <vector>

namespace knockscape::ui::tests
{

/// A point with these values; row numbers are given by the caller so that they differ from positions.
inline PlotPoint makePoint(int row, const QString &label, double fitness, double expected, double interaction = 0.0)
{
    PlotPoint point;
    point.row = row;
    point.label = label;
    point.prediction.fitness = fitness;
    point.prediction.expectedFitness = expected;
    point.prediction.interaction = interaction;
    return point;
}

/// `count` genotypes of two deletions with a plausible spread of fitness, the same on every run. Row = 1000 + i.
inline std::vector<PlotPoint> makePairs(int count, bool withDeviation = false)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    std::normal_distribution<double> noise(0.0, 0.06);
    std::vector<PlotPoint> points;
    points.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double expected = 1.0 - 0.7 * std::pow(uniform(random), 3.0);
        const double interaction = noise(random);
        const QString label = QStringLiteral("hxk%1Δ pgi%2Δ").arg(i % 97).arg(i / 97);
        points.push_back(makePoint(1000 + i, label, std::max(0.0, expected + interaction), expected, interaction));
        if (withDeviation) {
            points.back().prediction.fitnessSd = 0.02 + 0.03 * uniform(random);
            points.back().prediction.interactionSd = 0.02;
        }
    }
    return points;
}

} // namespace knockscape::ui::tests
