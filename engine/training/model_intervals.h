#pragma once

#include "engine/core/interval_calibration.h"
#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"
#include "engine/training/labels.h"
#include "engine/training/quantity_rows.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Rows to calibrate intervals on.
struct IntervalRows {
    /// No model was trained on them. Fitness of pairs that follows from ε and measured singles is filled in, and
    /// interactions that follow from fitness.
    std::vector<Label> rows;
    /// As IntervalFacts::rows has it.
    std::string kind;
};

/// The predictions of genotypes, in order.
using GenotypePredictions = std::function<std::vector<Prediction>(const std::vector<Genotype> &)>;

/// What held-out rows say of predictions: intervals for each order and support, and how the quantities did.
IntervalFacts calibratedOn(const IntervalRows &rows, const GenotypePredictions &predictions, std::uint64_t seed);

/// How the quantities did on these rows: correlation, slope, and coverage and width of intervals; by order, and by
/// source and support where an order has several. Intervals are those of `facts`, or where these were calibrated on the
/// very rows (`ownRows`), those that nine tenths of the rows give for the tenth.
std::vector<QuantityMeasure> measureQuantities(const QuantityRows &rows, const IntervalFacts &facts, bool ownRows,
                                               std::uint64_t seed);

/// The rows that the trained models, as one ensemble, can be calibrated on.
///
/// Of the labels that they were trained on those that all of them kept for their report, which chose nothing; where
/// there are none, those that chose the best epochs and trained none of them. Of other labels the rows whose genotypes
/// were in no training and chose nothing, as `trainedOn` (the labels of the training, empty where they are not there)
/// tells. Throws InputError where it is not known what they were trained on, or too few rows are left; `where` names
/// the labels.
IntervalRows rowsForIntervals(std::span<const ModelSummary> models, LabelTable labels, const LabelTable &trainedOn,
                              const std::string &where);

/// Fills the fitness of pairs in `rows` from their ε and the singles of `known` and `rows`.
void completeFitness(std::vector<Label> &rows, std::span<const Label> known);

/// Writes the facts into the model files: a single model's own, or of several those of their mean, which all of the
/// files then hold. Throws InputError for a file that is none of ours.
void recordIntervals(std::span<const std::filesystem::path> files, const IntervalFacts &facts);

} // namespace knockscape
