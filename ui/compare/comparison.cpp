#include "ui/compare/comparison.h"

#include "engine/core/prediction_intervals.h"
#include "engine/training/metrics.h"
#include "engine/training/model_intervals.h"
#include "engine/training/ranking_validation.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{
namespace
{

/// Parts of the rows that the baselines are cross-fitted over where nothing says what was trained on.
constexpr int baselineFolds = 5;

bool has(const std::vector<Split> &splits, Split split)
{
    return std::find(splits.begin(), splits.end(), split) != splits.end();
}

Split heldOutSplit(const std::vector<Split> &splits)
{
    return has(splits, Split::Test)         ? Split::Test
           : has(splits, Split::Validation) ? Split::Validation
                                            : Split::Unassigned;
}

bool accepts(const Comparison &comparison, std::size_t row, RowUse use)
{
    switch (use) {
    case RowUse::HeldOut:
        return comparison.isHeldOut(row);
    case RowUse::Trained:
        return comparison.splits[row] == Split::Train;
    case RowUse::All:
        break;
    }
    return true;
}

/// Sets the intervals of the rows that calibrated them, or of the others.
void setIntervals(Comparison &comparison, const IntervalFacts &facts, bool calibrated, std::uint64_t seed)
{
    std::vector<std::size_t> places;
    std::vector<Label> labels;
    std::vector<Prediction> predictions;
    for (std::size_t row = 0; row < comparison.rows().size(); ++row) {
        if (calibratedOnSplit(facts, comparison.splits[row]) == calibrated) {
            places.push_back(row);
            labels.push_back(comparison.rows()[row]);
            predictions.push_back(comparison.predictions[row]);
        }
    }
    if (calibrated) {
        // As it was when they were calibrated.
        completeFitness(labels, comparison.rows());
    }
    const RowIntervals found = rowIntervals(labels, predictions, facts, calibrated, seed);
    for (std::size_t i = 0; i < places.size(); ++i) {
        comparison.intervals.fitness[places[i]] = found.fitness[i];
        comparison.intervals.interaction[places[i]] = found.interaction[i];
    }
}

void addIntervals(Comparison &comparison, std::span<const ModelSummary> models)
{
    const PredictionIntervals known(models);
    const std::size_t count = comparison.rows().size();
    comparison.intervals = {std::vector<Interval>(count), std::vector<Interval>(count)};
    comparison.noIntervals = known.reason();
    if (known.any()) {
        comparison.intervalLevel = known.facts().level;
        for (const bool calibrated : {true, false}) {
            setIntervals(comparison, known.facts(), calibrated, models.front().training.seed);
        }
    }
}

/// What each predictor's lowest interactions are worth, where all rows have one number of deletions.
PrecisionState countHits(const Comparison &comparison, std::span<const std::uint32_t> rows, Phenotype phenotype,
                         const ScoresByName &scores, OrderValidation &hits)
{
    if (phenotype != Phenotype::Interaction) {
        return PrecisionState::NotInteraction;
    }
    std::vector<Label> labels;
    std::set<std::size_t> orders;
    for (const std::uint32_t row : rows) {
        labels.emplace_back();
        labels.back().genotype = comparison.rows()[row].genotype;
        labels.back().interaction = comparison.rows()[row].interaction;
        orders.insert(labels.back().genotype.size());
    }
    if (orders.size() > 1) {
        return PrecisionState::SeveralOrders;
    }
    RankingFacts facts = validateRanking(labels, scores);
    if (facts.empty()) {
        return PrecisionState::NoHits;
    }
    hits = std::move(facts.begin()->second);
    return PrecisionState::Counted;
}

Coverage coverageOfRows(const Comparison &comparison, std::span<const std::uint32_t> rows, Phenotype phenotype,
                        std::span<const double> measured)
{
    std::vector<Interval> intervals;
    for (const std::uint32_t row : rows) {
        intervals.push_back(comparison.intervalOf(row, phenotype));
    }
    return coverageOf(intervals, measured);
}

/// Over the rows of which the predictor says something.
double slopeWherePredicted(std::span<const double> predicted, std::span<const double> measured)
{
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t row = 0; row < predicted.size(); ++row) {
        if (!std::isnan(predicted[row])) {
            x.push_back(predicted[row]);
            y.push_back(measured[row]);
        }
    }
    return regressionSlope(x, y);
}

} // namespace

Comparison compare(const MeasuredLabelsPtr &measured, std::span<const ModelSummary> models,
                   std::vector<Prediction> predictions, std::span<const double> singles)
{
    Comparison result;
    result.measured = measured;
    result.predictions = std::move(predictions);
    result.splits = recordedSplits(measured->table(), models);
    result.anyTrained = has(result.splits, Split::Train);
    result.heldOut = heldOutSplit(result.splits);
    const std::vector<Label> &rows = measured->rows();
    std::vector<Label> training;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (result.splits[i] == Split::Train) {
            training.push_back(rows[i]);
        }
    }
    result.baselinesFromTraining = !training.empty();
    result.byName = training.empty() ? crossFittedBaselines(rows, singles.size(), baselineFolds, 0, singles)
                                     : baselinePredictions(training, rows, singles.size(), singles);
    PhenotypeValues &model = result.byName["model"];
    for (const Prediction &prediction : result.predictions) {
        model.fitness.push_back(prediction.fitness);
        model.interaction.push_back(prediction.interaction);
    }
    addIntervals(result, models);
    return result;
}

std::vector<std::uint32_t> chosenRows(const Comparison &comparison, const RowChoice &choice)
{
    std::vector<std::uint32_t> chosen;
    const std::vector<Label> &rows = comparison.rows();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool ofOrder = choice.order == 0 || static_cast<int>(rows[row].genotype.size()) == choice.order;
        const bool ofSource = !choice.source || rows[row].source == *choice.source;
        if (ofOrder && ofSource && accepts(comparison, row, choice.use) &&
            !std::isnan(valueOf(rows[row], choice.phenotype))) {
            chosen.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return chosen;
}

AgreementReport measureAgreement(const Comparison &comparison, std::span<const std::uint32_t> rows, Phenotype phenotype)
{
    std::vector<double> measured;
    measured.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        measured.push_back(comparison.measuredValue(row, phenotype));
    }
    const auto ofRows = [&](const PhenotypeValues &values) {
        std::vector<double> predicted;
        predicted.reserve(rows.size());
        for (const std::uint32_t row : rows) {
            predicted.push_back(values.of(phenotype)[row]);
        }
        return predicted;
    };
    const std::vector<double> model = ofRows(comparison.byName.at("model"));
    AgreementReport report;
    report.coverage = coverageOfRows(comparison, rows, phenotype, measured);
    report.intervalLevel = comparison.intervalLevel;
    report.noIntervals = comparison.noIntervals;
    ScoresByName scores;
    for (const auto &[name, values] : comparison.byName) {
        const std::vector<double> predicted = ofRows(values);
        const Agreement found = agreement(predicted, measured);
        if (found.count == 0) {
            continue;
        }
        if (name != "model" && isTheModel(model, predicted)) {
            report.sameAsModel.push_back(name);
            continue;
        }
        report.predictors.push_back({name, found, pearsonInterval(found.pearson, found.count),
                                     spearmanInterval(found.spearman, found.count), mseInterval(found)});
        if (!std::isnan(found.pearson)) {
            report.predictors.back().slope = slopeWherePredicted(predicted, measured);
            scores.emplace(name, predicted);
        }
    }
    report.precision = countHits(comparison, rows, phenotype, scores, report.hits);
    for (PredictorAgreement &entry : report.predictors) {
        if (const auto score = report.hits.scores.find(entry.name); score != report.hits.scores.end()) {
            entry.precision = score->second.precision;
        }
    }
    std::stable_partition(report.predictors.begin(), report.predictors.end(),
                          [](const PredictorAgreement &entry) { return entry.name == "model"; });
    return report;
}

} // namespace knockscape::ui
