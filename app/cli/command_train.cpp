#include "app/cli/command.h"
#include "app/cli/cross_validation.h"
#include "app/cli/run_log.h"
#include "app/cli/train_ensemble.h"
#include "engine/cell/bundle.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"
#include "engine/training/label_check.h"
#include "engine/training/labels.h"
#include "engine/training/training_config.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

constexpr std::uint64_t LargestConfiguration = 1 << 20;
constexpr double SecondsBetweenCheckpoints = 30.0;

struct TrainOptions {
    fs::path cell;
    fs::path labels;
    fs::path out;
    fs::path config;
    int epochs = 0;
    double validation = 0.1;
    int ensemble = 1;
    int folds = 0;
    std::string split;
    bool resume = false;
};

/// The configuration file's text with --split in it.
std::string configText(const TrainOptions &options)
{
    const std::string text = options.config.empty() ? "{}" : readFile(options.config, LargestConfiguration);
    if (options.split.empty()) {
        return text;
    }
    nlohmann::ordered_json json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return text; // The parser of the configuration says what is wrong with it.
    }
    json["split"] = options.split;
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string parametersJson(const TrainOptions &options, const Context &context, const std::string &labelsSha256)
{
    const nlohmann::json parameters{{"cell", fs::absolute(options.cell).string()},
                                    {"labels", fs::absolute(options.labels).string()},
                                    {"labels_sha256", labelsSha256},
                                    {"config", options.config.string()},
                                    {"epochs", options.epochs},
                                    {"seed", context.options.seed},
                                    {"validation", options.validation},
                                    {"ensemble", options.ensemble},
                                    {"cross_validate", options.folds},
                                    {"split", options.split},
                                    {"resume", options.resume}};
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void train(const Context &context, const TrainOptions &options)
{
    requireWritable(options.out);
    TrainingRequest request;
    std::vector<Issue> issues;
    request.cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    request.labels = readLabels(options.labels, request.cell->genes, issues, context.control);
    const std::vector<Issue> found =
        checkLabels(request.labels.labels, *request.cell, options.labels.string(), context.control);
    issues.insert(issues.end(), found.begin(), found.end());
    context.report(issues);
    request.configJson = configText(options);
    request.epochs = options.epochs;
    request.validationFraction = options.validation;
    request.seed = context.options.seed;
    request.splitSeed = context.options.seed;
    request.resume = options.resume;
    request.checkpointSeconds = SecondsBetweenCheckpoints;
    TorchModule &module = torchModule();
    RunLog log(context, {"train",
                         request.cell.get(),
                         {},
                         parametersJson(options, context, request.labels.sha256),
                         context.options.device});
    log.record([&] {
        if (options.folds > 0) {
            const SplitKind kind = parseTrainingConfig(request.configJson, "config").training.split;
            crossValidate(context, module, request, options.out, {options.folds, options.ensemble, kind}, log);
        } else {
            trainEnsemble(context, module, request, options.out, options.ensemble, log);
        }
    });
}

} // namespace

void addTrainCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("train", "Train a model on measured or simulated fitness and interactions");
    auto options = std::make_shared<TrainOptions>();
    command->add_option("--cell", options->cell, "Cell bundle")->required()->type_name("CELL");
    command->add_option("--labels", options->labels, "Labels: TSV, a simulation, or tables of Costanzo et al. 2016")
        ->required()
        ->type_name("FILE");
    command->add_option("--out", options->out, "Model file to write")->required()->type_name("MODEL");
    command->add_option("--config", options->config, "Hyper-parameters and training options, JSON")->type_name("FILE");
    command->add_option("--epochs", options->epochs, "Most epochs to train (default: the configuration's)")
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    command->add_option("--validation", options->validation, "Part of the genotypes held out to choose the best epoch")
        ->check(CLI::Range(0.0, 0.9))
        ->type_name("FRACTION");
    command
        ->add_option("--ensemble", options->ensemble, "Models to train, with seeds N, N+1, …; adds .1, .2 … to names")
        ->check(CLI::Range(1, 1000))
        ->type_name("K");
    command->add_option("--split", options->split, "What is held out together: random (genotypes), gene or pair")
        ->check(CLI::IsMember({"random", "gene", "pair"}))
        ->type_name("KIND");
    command
        ->add_option("--cross-validate", options->folds,
                     "Train for each of K folds on the others and measure on it; adds .fold1, .fold2 … to names")
        ->check(CLI::Range(2, 100))
        ->type_name("K");
    command->add_flag("--resume", options->resume,
                      "Go on from the checkpoint that an interrupted training left beside the model");
    command->callback([&context, options] { train(context, *options); });
}

} // namespace knockscape::cli
