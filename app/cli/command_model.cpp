#include "app/cli/command.h"
#include "app/cli/label_predictions.h"
#include "app/cli/text_table.h"
#include "engine/cell/bundle.h"
#include "engine/core/model_text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/module/torch_module.h"
#include "engine/training/labels.h"
#include "engine/training/model_ranking.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

struct ModelOptions {
    fs::path model;
    std::vector<fs::path> models;
    fs::path config;
    fs::path tensors;
    fs::path cell;
    fs::path out;
    fs::path labels;
    fs::path trainedOn;
    bool json = false;
};

OrderedJson rangeJson(const LabelRange &range)
{
    return std::isnan(range.low) ? OrderedJson() : OrderedJson{range.low, range.high};
}

OrderedJson issuesJson(const std::vector<Issue> &issues)
{
    OrderedJson result = OrderedJson::array();
    for (const Issue &issue : issues) {
        result.push_back({{"where", issue.where}, {"what", issue.what}, {"remedy", issue.remedy}});
    }
    return result;
}

OrderedJson ordersJson(const std::map<int, std::int64_t> &counts)
{
    OrderedJson orders = OrderedJson::object();
    for (const auto &[order, count] : counts) {
        orders[std::to_string(order)] = count;
    }
    return orders;
}

OrderedJson trainingJson(const TrainingFacts &training)
{
    return {{"labels_sha256", training.labelsSha256},
            {"label_kind", toText(training.labelKind)},
            {"genotypes_per_order", ordersJson(training.genotypesPerOrder)},
            {"interactions_per_order", ordersJson(training.interactionsPerOrder)},
            {"genotypes_per_source", training.genotypesPerSource},
            {"fitness_range", rangeJson(training.fitnessRange)},
            {"interaction_range", rangeJson(training.interactionRange)},
            {"metrics", training.metrics},
            {"ranking", OrderedJson::parse(toJson(training.ranking))},
            {"intervals", OrderedJson::parse(knockscape::toJson(training.intervals))},
            {"ensemble_intervals", OrderedJson::parse(knockscape::toJson(training.ensembleIntervals))},
            {"seed", training.seed},
            {"epochs", training.epochs},
            {"loss", training.loss}};
}

OrderedJson toJson(const ModelSummary &summary, bool withFit)
{
    OrderedJson origin = OrderedJson::object();
    for (const auto &[key, value] : summary.origin) {
        origin[key] = value;
    }
    OrderedJson json{{"path", summary.path.string()},
                     {"format", summary.format},
                     {"sha256", summary.sha256},
                     {"flavour", summary.flavour},
                     {"genes", summary.geneCount},
                     {"hidden_channels", summary.hiddenChannels},
                     {"edge_types", summary.edgeTypes},
                     {"config", OrderedJson::parse(summary.configJson)},
                     {"parameters", summary.parametersPerPart},
                     {"parameters_total", parameterCount(summary)},
                     {"training", trainingJson(summary.training)},
                     {"origin", origin},
                     {"unused_tensors", summary.unusedTensors},
                     {"notes", issuesJson(summary.issues)},
                     {"created", summary.created}};
    if (withFit) {
        json["fits_cell"] = summary.misfits.empty();
        json["misfits"] = issuesJson(summary.misfits);
    }
    return json;
}

void printHuman(const ModelSummary &summary)
{
    for (const ModelFacts &section : modelFacts(summary)) {
        std::cout << section.heading << '\n';
        TextTable table({{"", false}, {"", false}});
        for (const ModelFact &fact : section.facts) {
            table.addRow({"  " + fact.name, fact.value});
        }
        table.print(std::cout);
        std::cout << '\n';
    }
}

void printFit(const ModelSummary &summary, const fs::path &cell)
{
    if (summary.misfits.empty()) {
        std::cout << translate("Cli", "The model fits %1.", {cell.string()}) << '\n';
        return;
    }
    std::cout << translate("Cli", "The model does not fit %1:", {cell.string()}) << '\n';
    for (const Issue &issue : summary.misfits) {
        std::cout << "  " << describe(issue) << '\n';
    }
}

std::shared_ptr<const Cell> readCell(const Context &context, const fs::path &folder)
{
    if (folder.empty()) {
        return nullptr;
    }
    std::vector<Issue> issues;
    auto cell = std::make_shared<const Cell>(readCellBundle(folder, issues, context.control));
    context.report(issues);
    return cell;
}

void printInfo(const Context &context, const ModelOptions &options)
{
    const auto cell = readCell(context, options.cell);
    const ModelSummary summary = torchModule().describeModel(options.model, {options.config, {}, {}}, cell.get());
    context.clearProgress();
    if (options.json) {
        std::cout << toJson(summary, cell != nullptr).dump(2, ' ', false, OrderedJson::error_handler_t::replace)
                  << '\n';
        return;
    }
    context.report(summary.issues);
    printHuman(summary);
    if (cell) {
        printFit(summary, options.cell);
    }
}

void convert(const Context &context, const ModelOptions &options)
{
    requireWritable(options.out);
    const ConversionRequest request{
        options.model, options.out, {options.config, {}, options.tensors}, readCell(context, options.cell)};
    const ModelSummary summary = torchModule().convertModel(request);
    context.report(summary.issues);
    context.say(
        translateCount("Cli", "Wrote %2: %1 parameter, %3.", "Wrote %2: %1 parameters, %3.",
                       static_cast<std::int64_t>(parameterCount(summary)),
                       {options.out.string(), request.cell ? translate("Cli", "for the cell's genes")
                                                           : translate("Cli", "for any cell that its tensors fit")}));
}

/// Measures what the scores of a finished model find, and writes it into the model file.
void validate(const Context &context, const ModelOptions &options)
{
    requireWritable(options.out);
    std::vector<Issue> issues;
    const auto cell = readCell(context, options.cell);
    LabelTable labels = readLabels(options.labels, cell->genes, issues, context.control);
    const LabelTable trainedOn =
        options.trainedOn.empty() ? LabelTable() : readLabels(options.trainedOn, cell->genes, issues, context.control);
    context.report(issues);
    const auto predictor = torchModule().openModels(
        {options.model}, cell, {context.options.device, context.options.threads, options.config}, context.control);
    const ModelSummary &model = predictor->models().front();
    context.report(model.issues);
    const std::size_t geneCount = cell->genes.size();
    const RankingRows rows = rowsForRanking(model, std::move(labels), trainedOn, geneCount, options.labels.string());
    const RankingFacts facts = validateModelRanking(rows, predictSingles(*predictor, geneCount, context.control),
                                                    answersOf(*predictor, context.control));
    if (facts.empty()) {
        throw InputError(errorAt(
            options.labels.string(),
            translate("Cli", "Among the rows that the model was not trained on there are too few interactions of pairs "
                             "or larger sets, or no strong negative ones."),
            translate("Cli", "Give labels with at least 20 of them.")));
    }
    recordRanking(options.model, options.out, facts);
    context.clearProgress();
    for (const auto &[order, validation] : facts) {
        for (const auto &[score, values] : validation.scores) {
            std::cout << nameOfOrder(order) << ", " << score << (score == validation.by ? " *" : "") << ": "
                      << describeScore(validation, score) << '\n';
        }
    }
    context.say(translateCount("Cli", "%1 row that the model was not trained on; written to %2",
                               "%1 rows that the model was not trained on; written to %2",
                               static_cast<std::int64_t>(rows.rows.size()), {options.out.string()}));
}

/// Measures how far predictions of finished models are off, and writes it into the model files.
void calibrateModels(const Context &context, const ModelOptions &options)
{
    for (const fs::path &model : options.models) {
        requireWritable(model);
    }
    std::vector<Issue> issues;
    const auto cell = readCell(context, options.cell);
    LabelTable labels = readLabels(options.labels, cell->genes, issues, context.control);
    const LabelTable trainedOn =
        options.trainedOn.empty() ? LabelTable() : readLabels(options.trainedOn, cell->genes, issues, context.control);
    context.report(issues);
    const auto predictor = torchModule().openModels(
        options.models, cell, {context.options.device, context.options.threads, options.config}, context.control);
    for (const ModelSummary &model : predictor->models()) {
        context.report(model.issues);
    }
    calibrate(context, *predictor, std::move(labels), trainedOn, options.labels.string());
}

/// What `calibrate` and `validate` measure on.
void addLabelOptions(CLI::App *command, ModelOptions &options, const char *labels, const char *trainedOn)
{
    command->add_option("--labels", options.labels, labels)->required()->type_name("FILE");
    command->add_option("--trained-on", options.trainedOn, trainedOn)->type_name("FILE");
}

void addCalibrateCommand(CLI::App &group, Context &context)
{
    auto *command = group.add_subcommand(
        "calibrate", "Measure how far predictions are off on labels that the models were not trained on, and record "
                     "90 % intervals in the model files; several models are calibrated as one ensemble");
    auto options = std::make_shared<ModelOptions>();
    command->add_option("MODEL", options->models, "Model files that this program trained; they are written again")
        ->required();
    command->add_option("--cell", options->cell, "Cell bundle")->required()->type_name("CELL");
    addLabelOptions(command, *options,
                    "Labels; of those that the models were trained on, only rows that trained nothing count",
                    "The labels of their training, where --labels are others: rows of genotypes in it are left out");
    command->callback([&context, options] { calibrateModels(context, *options); });
}

} // namespace

void addModelCommands(CLI::App &app, Context &context)
{
    auto *group = app.add_subcommand("model", "Look into model files, and convert checkpoints");
    auto *info = group->add_subcommand("info", "Architecture, parameter counts and training facts of a model");
    auto options = std::make_shared<ModelOptions>();
    info->add_option("MODEL", options->model, "Model file (.safetensors) or PyTorch checkpoint (.pt, .pth, .ckpt)")
        ->required();
    info->add_option("--cell", options->cell, "Say whether the model fits this cell")->type_name("DIR");
    info->add_option("--config", options->config, "Hyper-parameters (JSON) that the file does not tell")
        ->type_name("FILE");
    info->add_flag("--json", options->json, "Print JSON");
    info->callback([&context, options] { printInfo(context, *options); });

    auto *conversion = group->add_subcommand("convert", "Write a torchcell checkpoint as a model file of ours");
    auto asked = std::make_shared<ModelOptions>();
    conversion->add_option("IN", asked->model, "Checkpoint (.pt, .pth, .ckpt) or .safetensors")->required();
    conversion->add_option("--out", asked->out, "Model file to write (.safetensors)")->required()->type_name("FILE");
    conversion->add_option("--config", asked->config, "Hyper-parameters (JSON) that the checkpoint does not tell")
        ->type_name("FILE");
    conversion
        ->add_option("--tensors", asked->tensors,
                     "Tensors that the checkpoint lacks, such as metabolism_processor.metabolite_features")
        ->type_name("FILE");
    conversion->add_option("--cell", asked->cell, "Require the fit to this cell, and record its genes")
        ->type_name("DIR");
    conversion->callback([&context, asked] { convert(context, *asked); });

    auto *validation = group->add_subcommand(
        "validate",
        "Measure what the scores of a model find on labels that it was not trained on, and record it in the "
        "model file: screens rank by the score that finds most");
    auto wanted = std::make_shared<ModelOptions>();
    validation->add_option("MODEL", wanted->model, "Model file that this program trained")->required();
    validation->add_option("--cell", wanted->cell, "Cell bundle")->required()->type_name("CELL");
    addLabelOptions(validation, *wanted,
                    "Labels; of those that the model was trained on, only its validation rows count",
                    "The labels of its training, where --labels are others: rows of genotypes in it are left out");
    validation->add_option("--out", wanted->out, "Model file to write (may be MODEL itself)")
        ->required()
        ->type_name("FILE");
    validation->callback([&context, wanted] { validate(context, *wanted); });
    addCalibrateCommand(*group, context);
}

} // namespace knockscape::cli
