#pragma once

#include "engine/core/label_kind.h"
#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"
#include "engine/core/ranking_facts.h"
#include "engine/training/evaluation.h"
#include "engine/training/quantity_rows.h"
#include "ui/session/measured_labels.h"

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// Which rows are looked at, by what training did with them.
enum class RowUse {
    All,
    /// Not trained on: test rows where there are any, else validation rows, else rows no model has seen.
    HeldOut,
    /// Trained on: accuracy here is memory, not prediction.
    Trained
};

/// Which rows a person looks at.
struct RowChoice {
    Phenotype phenotype = Phenotype::Fitness;
    /// 0 for all.
    int order = 0;
    /// Nothing for all.
    std::optional<std::string> source;
    RowUse use = RowUse::All;

    bool operator==(const RowChoice &) const = default;
};

/// Measured rows with what the model and the baselines say about each. Immutable once made; shared by threads.
struct Comparison {
    MeasuredLabelsPtr measured;
    /// The model's predictions, one per row.
    std::vector<Prediction> predictions;
    /// What training did with each row; see recordedSplits().
    std::vector<Split> splits;
    /// "model" and the baselines, per row.
    PredictionsByName byName;
    /// The model's intervals, per row; rows that calibrated them have what the other such rows say (rowIntervals()).
    RowIntervals intervals;
    /// Share of values that an interval is meant to hold.
    double intervalLevel = 0.9;
    /// Why the model has no intervals; empty where it has.
    std::string noIntervals;
    /// Baselines learnt from the training rows; else each from the other four fifths of all rows.
    bool baselinesFromTraining = false;
    /// True where some of the rows were trained on.
    bool anyTrained = false;
    /// The split that HeldOut means here.
    Split heldOut = Split::Unassigned;

    bool isHeldOut(std::size_t row) const { return splits[row] == heldOut; }
    double measuredValue(std::size_t row, Phenotype phenotype) const { return valueOf(rows()[row], phenotype); }
    double predictedValue(std::size_t row, Phenotype phenotype) const
    {
        return phenotype == Phenotype::Fitness ? predictions[row].fitness : predictions[row].interaction;
    }
    const Interval &intervalOf(std::size_t row, Phenotype phenotype) const
    {
        return (phenotype == Phenotype::Fitness ? intervals.fitness : intervals.interaction)[row];
    }
    /// Whether the label of a row was measured or simulated.
    LabelKind kindOf(std::size_t row) const
    {
        return measured->kind() != LabelKind::Mixed    ? measured->kind()
               : isSimulatedSource(rows()[row].source) ? LabelKind::Simulated
                                                       : LabelKind::Measured;
    }
    const std::vector<Label> &rows() const { return measured->rows(); }
};

using ComparisonPtr = std::shared_ptr<const Comparison>;

/// How one predictor agrees with the measured values of the chosen rows.
struct PredictorAgreement {
    /// "model", "mean", "multiplicative", …
    std::string name;
    Agreement agreement;
    /// 95 % confidence intervals (see engine/training/metrics.h); NaN where undefined.
    std::pair<double, double> pearsonInterval;
    std::pair<double, double> spearmanInterval;
    std::pair<double, double> mseInterval;
    /// Of measured on predicted values; NaN for a predictor that says the same of every row.
    double slope = std::numeric_limits<double>::quiet_NaN();
    /// Share of hits among its 25, 50 and 100 lowest interactions, as far as there are as many rows; empty where
    /// AgreementReport::precision says why, or it says the same of every row.
    std::map<int, double> precision = {};
};

/// Whether hits among the best were counted, or why not.
enum class PrecisionState {
    Counted,
    /// Hits are interactions, and fitness was chosen.
    NotInteraction,
    /// A hit is another thing among pairs than among triples.
    SeveralOrders,
    /// Fewer rows than validateRanking() ranks, or no strong negative interaction among them.
    NoHits
};

/// How the model and the baselines agree with the measured values of some rows.
struct AgreementReport {
    /// The model first, then the baselines that say something about any of the rows.
    std::vector<PredictorAgreement> predictors;
    /// Baselines that are the model itself there (isTheModel()), and hence left out.
    std::vector<std::string> sameAsModel;
    /// The model's intervals among the rows, the share they are meant to hold, and why the model has none.
    Coverage coverage;
    double intervalLevel = 0.9;
    std::string noIntervals;
    PrecisionState precision = PrecisionState::NotInteraction;
    /// What was ranked: rows, hits, and the interaction that hits are below (hitThreshold()).
    OrderValidation hits;
};

/// Joins labels with `predictions` of their genotypes (same order) and fits the baselines; `singles` are predicted
/// fitness of each gene's deletion. Takes a while for many rows.
Comparison compare(const MeasuredLabelsPtr &measured, std::span<const ModelSummary> models,
                   std::vector<Prediction> predictions, std::span<const double> singles);

/// The rows that `choice` means and that have a measured value, ascending.
std::vector<std::uint32_t> chosenRows(const Comparison &comparison, const RowChoice &choice);

AgreementReport measureAgreement(const Comparison &comparison, std::span<const std::uint32_t> rows,
                                 Phenotype phenotype);

} // namespace knockscape::ui
