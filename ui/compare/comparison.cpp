#include "ui/compare/comparison.h"

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
    }
    std::stable_partition(report.predictors.begin(), report.predictors.end(),
                          [](const PredictorAgreement &entry) { return entry.name == "model"; });
    return report;
}

} // namespace knockscape::ui
