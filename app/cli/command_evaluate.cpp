#include "app/cli/command.h"
#include "app/cli/evaluation_table.h"
#include "app/cli/interval_report.h"
#include "app/cli/label_predictions.h"
#include "engine/cell/bundle.h"
#include "engine/core/prediction_intervals.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"
#include "engine/store/provenance.h"
#include "engine/training/derived_labels.h"
#include "engine/training/evaluation.h"
#include "engine/training/label_check.h"
#include "engine/training/label_files.h"
#include "engine/training/labels.h"
#include "engine/training/model_intervals.h"
#include "engine/training/ranking_validation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

constexpr int BaselineFolds = 5;

struct EvaluateOptions {
    fs::path cell;
    std::vector<fs::path> models;
    fs::path labels;
    bool json = false;
};

/// The rows to measure on, and what the baselines learn from.
struct EvaluationRows {
    std::vector<Label> training;
    std::vector<Label> rows;
    /// What the rows were to training.
    Split split = Split::Unassigned;
};

/// Gives the rows the use that the models made of them where at least one was trained on this very file; else they keep
/// the split that they name. False where nothing was held out by all of them.
bool repeatSplit(LabelTable &labels, const std::vector<ModelSummary> &models)
{
    const bool trainedOn = std::any_of(models.begin(), models.end(), [&](const ModelSummary &model) {
        return model.training.labelsSha256 == labels.sha256;
    });
    if (!trainedOn) {
        return false;
    }
    const std::vector<Split> splits = recordedSplits(labels, models);
    bool heldOut = false;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        labels.labels[i].split = splits[i];
        heldOut = heldOut || splits[i] == Split::Test || splits[i] == Split::Validation;
    }
    return heldOut;
}

/// Where the rows have a split, the held-out ones are measured on and the baselines learn from the training rows; else
/// all rows are measured on, and the baselines are cross-fitted.
EvaluationRows chooseRows(std::vector<Label> labels)
{
    const auto has = [&](Split split) {
        return std::any_of(labels.begin(), labels.end(), [&](const Label &label) { return label.split == split; });
    };
    const Split heldOut = has(Split::Test) ? Split::Test : Split::Validation;
    if (has(Split::Test) && !has(Split::Train)) {
        // A file that marks its test rows leaves the others to training.
        for (Label &label : labels) {
            label.split = label.split == Split::Unassigned ? Split::Train : label.split;
        }
    }
    EvaluationRows result;
    if (!has(Split::Train) || !has(heldOut)) {
        result.rows = std::move(labels);
        return result;
    }
    for (Label &label : labels) {
        if (label.split == Split::Train) {
            result.training.push_back(std::move(label));
        } else if (label.split == heldOut) {
            result.rows.push_back(std::move(label));
        }
    }
    result.split = heldOut;
    return result;
}

/// What is measured beside agreement: correlation, slope and intervals of each quantity, and what the scores find.
struct MeasuredScores {
    std::vector<QuantityMeasure> quantities;
    RankingFacts ranking;
};

MeasuredScores measureScores(const EvaluationRows &chosen, std::span<const Prediction> predictions,
                             const IntervalFacts &facts, bool ownRows, std::uint64_t seed)
{
    std::vector<Label> rows = chosen.rows;
    completeFitness(rows, chosen.training);
    std::vector<double> interaction;
    std::vector<double> epistasis;
    for (const Prediction &prediction : predictions) {
        interaction.push_back(prediction.interaction);
        epistasis.push_back(prediction.epistasis());
    }
    return {measureQuantities(quantityRows(rows, predictions), facts, ownRows, seed),
            validateRanking(rows, scoresOf(std::move(interaction), std::move(epistasis)))};
}

Provenance describe(const EvaluateOptions &options, const Cell &cell, const std::vector<ModelSummary> &models,
                    const std::string &labelsSha256)
{
    Provenance about = provenanceOf("agreement with labels", "evaluate", &cell, models);
    about.cell.path = fs::absolute(options.cell);
    about.labels.push_back({{}, fs::absolute(options.labels), labelsSha256});
    return about;
}

void evaluateModels(const Context &context, const EvaluateOptions &options)
{
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    LabelTable labels = readLabels(options.labels, cell->genes, issues, context.control);
    const std::vector<Issue> found = checkLabels(labels.labels, *cell, options.labels.string(), context.control);
    issues.insert(issues.end(), found.begin(), found.end());
    const TorchSettings settings{context.options.device, context.options.threads, {}};
    const auto predictor = torchModule().openModels(options.models, cell, settings, context.control);
    for (const ModelSummary &model : predictor->models()) {
        context.report(model.issues);
    }
    deriveInteractions(labels.labels);
    if (repeatSplit(labels, predictor->models())) {
        issues.push_back(noteAt(options.labels.string(),
                                translate("Cli", "measured on the rows that training on this file held out"), {}));
    }
    const EvaluationRows chosen = chooseRows(std::move(labels.labels));
    const bool wasTrainedOn =
        std::any_of(predictor->models().begin(), predictor->models().end(),
                    [&](const ModelSummary &model) { return model.training.labelsSha256 == labels.sha256; });
    if (wasTrainedOn && chosen.training.empty()) {
        issues.push_back(
            warningAt(options.labels.string(),
                      translate("Cli", "the model was trained on this file, and it names no held-out rows"),
                      translate("Cli", "These numbers flatter the model; \"model info\" shows what it "
                                       "reached on the rows it held out.")));
    }
    context.report(issues);
    const std::size_t geneCount = cell->genes.size();
    const std::vector<double> singles = predictSingles(*predictor, geneCount, context.control);
    PredictionsByName predictions =
        chosen.training.empty()
            ? crossFittedBaselines(chosen.rows, geneCount, BaselineFolds, context.options.seed, singles)
            : baselinePredictions(chosen.training, chosen.rows, geneCount, singles);
    const std::vector<Prediction> answers = predictor->predictAll(genotypesOf(chosen.rows), context.control);
    predictions["model"] = valuesOf(answers);
    const std::vector<EvaluatedGroup> groups = evaluate(chosen.rows, predictions);
    const PredictionIntervals intervals(predictor->models());
    const bool ownRows = wasTrainedOn && calibratedOnSplit(intervals.facts(), chosen.split);
    const MeasuredScores scores =
        measureScores(chosen, answers, intervals.facts(), ownRows, predictor->models().front().training.seed);
    context.clearProgress();
    if (!intervals.any()) {
        context.say(intervals.reason());
    } else if (ownRows) {
        context.say(translate("Cli", "Intervals were calibrated on these rows: each tenth of them is measured by "
                                     "intervals that the other nine gave."));
    }
    for (const EvaluatedGroup &group : groups) {
        for (const std::string &baseline : group.sameAsModel) {
            context.say(translate("Cli", "%1, %2: the baseline %3 is left out; it is the model itself there",
                                  {nameOf(group.phenotype), group.group, baseline}));
        }
    }
    if (options.json) {
        nlohmann::json json = toJson(groups);
        json["quantities"] = toJson(scores.quantities);
        json["precision"] =
            nlohmann::json::parse(knockscape::toJson(scores.ranking)).value("orders", nlohmann::json::object());
        json["about"] = nlohmann::json::parse(toJson(describe(options, *cell, predictor->models(), labels.sha256)));
        std::cout << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    } else {
        printTable(std::cout, groups);
        std::cout << '\n';
        printMeasures(std::cout, scores.quantities);
        std::cout << '\n';
        printPrecision(std::cout, scores.ranking);
    }
}

} // namespace

void addEvaluateCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("evaluate", "Measure models on labels, beside simple baselines");
    auto options = std::make_shared<EvaluateOptions>();
    command->add_option("--cell", options->cell, "Cell bundle")->required()->type_name("CELL");
    command->add_option("--model", options->models, "Model file; several make an ensemble")
        ->required()
        ->type_name("MODEL");
    command->add_option("--labels", options->labels, "Labels; rows marked test are measured on where there are any")
        ->required()
        ->type_name("FILE");
    command->add_flag("--json", options->json, "JSON instead of a table");
    command->callback([&context, options] { evaluateModels(context, *options); });
}

} // namespace knockscape::cli
