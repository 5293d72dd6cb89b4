#include "engine/training/quantity_rows.h"

#include "engine/training/metrics.h"

#include <cmath>

namespace knockscape
{

namespace
{

bool hasBoth(double predicted, double measured)
{
    return !std::isnan(predicted) && !std::isnan(measured);
}

void addRow(std::vector<CalibrationRow> &rows, const Label &label, const Prediction &prediction, double predicted,
            double measured, double deviation)
{
    if (hasBoth(predicted, measured)) {
        rows.push_back({static_cast<int>(label.genotype.size()), prediction.support, predicted, measured, deviation,
                        label.source});
    }
}

std::vector<Interval> intervalsOf(std::span<const CalibrationRow> rows, const QuantityIntervals &own, double neutral,
                                  double level, bool ownRows, std::uint64_t seed)
{
    if (ownRows) {
        return crossIntervals(rows, own.scale, neutral, level, seed);
    }
    std::vector<Interval> result;
    for (const CalibrationRow &row : rows) {
        result.push_back(own.around(row.predicted, neutral, row.deviation, row.order, row.support));
    }
    return result;
}

} // namespace

QuantityRows quantityRows(std::span<const Label> rows, std::span<const Prediction> predictions)
{
    QuantityRows result;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Label &row = rows[i];
        const Prediction &prediction = predictions[i];
        addRow(result.fitness, row, prediction, prediction.fitness, row.fitness, prediction.fitnessSd);
        if (row.genotype.size() > 1) {
            addRow(result.interaction, row, prediction, prediction.interaction, row.interaction,
                   prediction.interactionSd);
            addRow(result.epistasis, row, prediction, prediction.epistasis(), row.interaction, Undefined);
        }
    }
    return result;
}

std::vector<Interval> fitnessIntervals(std::span<const CalibrationRow> rows, const IntervalFacts &facts, bool ownRows,
                                       std::uint64_t seed)
{
    return facts.empty() ? std::vector<Interval>()
                         : intervalsOf(rows, facts.fitness, NeutralFitness, facts.level, ownRows, seed);
}

std::vector<Interval> interactionIntervals(std::span<const CalibrationRow> rows, const IntervalFacts &facts,
                                           bool ownRows, std::uint64_t seed)
{
    return facts.empty() ? std::vector<Interval>()
                         : intervalsOf(rows, facts.interaction, NeutralInteraction, facts.level, ownRows, seed);
}

RowIntervals rowIntervals(std::span<const Label> rows, std::span<const Prediction> predictions,
                          const IntervalFacts &facts, bool ownRows, std::uint64_t seed)
{
    RowIntervals result{std::vector<Interval>(rows.size()), std::vector<Interval>(rows.size())};
    if (facts.empty()) {
        return result;
    }
    const QuantityRows quantities = quantityRows(rows, predictions);
    const std::vector<Interval> fitness = fitnessIntervals(quantities.fitness, facts, ownRows, seed);
    const std::vector<Interval> interaction = interactionIntervals(quantities.interaction, facts, ownRows, seed);
    auto nextFitness = fitness.begin();
    auto nextInteraction = interaction.begin();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (hasBoth(predictions[row].fitness, rows[row].fitness)) {
            result.fitness[row] = *nextFitness++;
        }
        if (rows[row].genotype.size() > 1 && hasBoth(predictions[row].interaction, rows[row].interaction)) {
            result.interaction[row] = *nextInteraction++;
        }
    }
    return result;
}

bool calibratedOnSplit(const IntervalFacts &facts, Split split)
{
    return (split == Split::Test && facts.rows == "test") || (split == Split::Validation && facts.rows == "validation");
}

Coverage coverageOf(std::span<const Interval> intervals, std::span<const double> measured)
{
    Coverage result;
    double inside = 0.0;
    double width = 0.0;
    for (std::size_t row = 0; row < intervals.size(); ++row) {
        if (intervals[row].known()) {
            ++result.count;
            inside += intervals[row].holds(measured[row]) ? 1.0 : 0.0;
            width += intervals[row].width();
        }
    }
    if (result.count > 0) {
        result.share = inside / static_cast<double>(result.count);
        result.width = width / static_cast<double>(result.count);
    }
    return result;
}

} // namespace knockscape
