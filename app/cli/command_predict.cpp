#include "app/cli/command.h"
#include "app/cli/genotype_input.h"
#include "app/cli/model_options.h"
#include "app/cli/run_log.h"
#include "engine/cell/bundle.h"
#include "engine/core/interaction_orders.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/module/torch_module.h"
#include "engine/store/prediction_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct PredictOptions {
    fs::path cell;
    std::vector<fs::path> models;
    fs::path config;
    fs::path knockouts;
    std::string genes;
    fs::path out;
    bool keepGoing = false;
};

std::string parametersJson(const PredictOptions &options, std::size_t genotypes)
{
    std::vector<std::string> models;
    for (const fs::path &model : options.models) {
        models.push_back(fs::absolute(model).string());
    }
    const nlohmann::json parameters{{"cell", fs::absolute(options.cell).string()},
                                    {"models", models},
                                    {"knockouts", options.knockouts.string()},
                                    {"genes", options.genes},
                                    {"keep_going", options.keepGoing},
                                    {"genotypes", genotypes}};
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A row whose names did not resolve: the error in `status`, empty numbers.
StoredPrediction errorRow(const KnockoutEntry &entry)
{
    StoredPrediction row;
    std::vector<std::string> texts;
    for (const KnockoutName &name : entry.names) {
        row.knockouts += (row.knockouts.empty() ? "" : ";") + name.text;
    }
    row.names = row.knockouts;
    row.n = static_cast<int>(entry.names.size());
    row.status.clear();
    for (const Issue &issue : entry.issues) {
        row.status += (row.status.empty() ? "" : "; ") + describe(issue);
    }
    return row;
}

/// The table in input order: predicted rows come in batches and go to their place among the erroneous ones.
class PredictionRows
{
public:
    PredictionRows(const std::vector<KnockoutEntry> &entries, const GeneCatalogue &genes)
        : entries_(entries), genes_(genes), rows_(entries.size())
    {
        for (std::size_t row = 0; row < entries.size(); ++row) {
            if (entries[row].issues.empty()) {
                genotypes_.push_back(entries[row].genotype);
                places_.push_back(row);
            } else {
                rows_[row] = errorRow(entries[row]);
            }
        }
    }

    const std::vector<Genotype> &genotypes() const noexcept { return genotypes_; }
    std::size_t predicted() const noexcept { return predicted_; }

    /// Places a batch; the span holds its rows until the next call.
    std::span<const StoredPrediction> add(std::size_t first, std::span<const Prediction> predictions)
    {
        batch_.clear();
        for (std::size_t i = 0; i < predictions.size(); ++i) {
            StoredPrediction row = toStored({genotypes_[first + i], predictions[i], "ok"}, genes_);
            batch_.push_back(row);
            rows_[places_[first + i]] = std::move(row);
        }
        predicted_ = first + predictions.size();
        return batch_;
    }

    /// The rows up to the last that was predicted (all of them when everything was).
    std::span<const StoredPrediction> finished() const
    {
        const std::size_t end = predicted_ == places_.size() ? rows_.size() : places_[predicted_];
        return std::span(rows_).first(end);
    }

    std::vector<StoredPrediction> errors() const
    {
        std::vector<StoredPrediction> result;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!entries_[row].issues.empty()) {
                result.push_back(rows_[row]);
            }
        }
        return result;
    }

private:
    const std::vector<KnockoutEntry> &entries_;
    const GeneCatalogue &genes_;
    std::vector<StoredPrediction> rows_;
    std::vector<Genotype> genotypes_;
    std::vector<std::size_t> places_;
    std::vector<StoredPrediction> batch_;
    std::size_t predicted_ = 0;
};

void runPrediction(const Context &context, const PredictOptions &options, Predictor &predictor, PredictionRows &rows,
                   RunLog &log)
{
    bool cancelled = false;
    try {
        predictor.predict(
            rows.genotypes(), {},
            [&](std::size_t first, std::span<const Prediction> predictions) {
                log.append(rows.add(first, predictions));
            },
            context.control);
    } catch (const Cancelled &) {
        cancelled = true;
    }
    log.append(rows.errors());
    const std::vector<ModelSummary> &models = predictor.models();
    const PredictionIntervals intervals(models);
    Provenance about = provenanceOf("predictions", "predict", predictor.cell().get(), models);
    about.cell.path = fs::absolute(options.cell);
    about.parametersJson = parametersJson(options, rows.genotypes().size());
    writePredictionTable(options.out, rows.finished(), about,
                         {{}, [&models](std::size_t n) { return interactionReason(models, n); }, {}, intervals});
    log.addArtifact("predictions", options.out);
    context.clearProgress();
    if (!intervals.any()) {
        context.say(intervals.reason());
    }
    context.say(translateCount("Cli", "%2 of %1 genotype predicted on %3; written to %4",
                               "%2 of %1 genotypes predicted on %3; written to %4",
                               static_cast<std::int64_t>(rows.genotypes().size()),
                               {std::to_string(rows.predicted()), predictor.device(), options.out.string()}));
    if (cancelled) {
        throw Cancelled();
    }
}

void predict(const Context &context, const PredictOptions &options)
{
    if (options.knockouts.empty() == options.genes.empty()) {
        throw CLI::RequiredError("one of --knockouts and --genes");
    }
    requireWritable(options.out);
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    const std::vector<KnockoutEntry> entries =
        readGenotypes(context, options.knockouts, options.genes, cell->genes, options.keepGoing);
    PredictionRows rows(entries, cell->genes);
    const std::unique_ptr<Predictor> predictor = torchModule().openModels(
        options.models, cell, {context.options.device, context.options.threads, options.config}, context.control);
    for (const ModelSummary &model : predictor->models()) {
        context.report(model.issues);
    }
    RunLog log(context, {"predict", cell.get(), predictor->models(), parametersJson(options, rows.genotypes().size()),
                         predictor->device()});
    log.record([&] { runPrediction(context, options, *predictor, rows, log); });
}

} // namespace

void addPredictCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("predict", "Fitness and interaction of genotypes, by a trained model");
    auto options = std::make_shared<PredictOptions>();
    command->add_option("--cell", options->cell, "Cell bundle")->required()->type_name("CELL");
    addModelsOption(*command, options->models)->required();
    command->add_option("--config", options->config, "Hyper-parameters (JSON) of a model that carries none")
        ->type_name("FILE");
    auto *knockouts =
        command->add_option("--knockouts", options->knockouts, "Knockout list, one genotype a line")->type_name("FILE");
    command->add_option("--genes", options->genes, "Genotypes on the command line, such as \"ADE2 URA3;HIS3\"")
        ->type_name("TEXT")
        ->excludes(knockouts);
    command->add_option("--out", options->out, "Table to write (.csv, .tsv or .xlsx)")->required()->type_name("FILE");
    command->add_flag("--keep-going", options->keepGoing,
                      "Predict the other genotypes where names are unknown or ambiguous; their rows say so");
    command->callback([&context, options] { predict(context, *options); });
}

} // namespace knockscape::cli
