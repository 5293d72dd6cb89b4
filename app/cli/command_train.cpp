#include "app/cli/command.h"
#include "app/cli/run_log.h"
#include "engine/cell/bundle.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"
#include "engine/training/labels.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

constexpr std::uint64_t LargestConfiguration = 1 << 20;

struct TrainOptions {
    fs::path cell;
    fs::path labels;
    fs::path out;
    fs::path config;
    int epochs = 0;
    double validation = 0.1;
    int ensemble = 1;
};

/// The file of one member of an ensemble: "model.safetensors" → "model.2.safetensors"; the name itself for a lone
/// model.
fs::path memberPath(const fs::path &out, int member, int ensemble)
{
    if (ensemble == 1) {
        return out;
    }
    fs::path path = out;
    path.replace_extension("." + std::to_string(member + 1) + out.extension().string());
    return path;
}

std::string correlation(double value)
{
    return std::isnan(value) ? "–" : formatNumber(value, 3);
}

std::string epochLine(const EpochReport &report)
{
    return translate("Cli", "epoch %1/%2  loss %3  validation %4  fitness r %5  interaction r %6  %7 s",
                     {std::to_string(report.epoch), std::to_string(report.epochs), formatNumber(report.trainLoss, 4),
                      formatNumber(report.validationLoss, 4), correlation(report.fitnessPearson),
                      correlation(report.interactionPearson), formatNumber(report.seconds, 3)});
}

/// What a person wants to know when training is over: held-out correlations beside the baselines.
void sayResult(const Context &context, const TrainingResult &result, const fs::path &path)
{
    const auto metric = [&](const std::string &name) {
        const auto found = result.metrics.find(name);
        return found == result.metrics.end() ? std::string("–") : formatNumber(found->second, 3);
    };
    context.say(translate("Cli", "%1: best of %2 epochs is epoch %3",
                          {path.string(), std::to_string(result.epochs), std::to_string(result.bestEpoch)}));
    context.say(translate(
        "Cli", "  held-out fitness: r %1 (multiplicative %2, additive %3)",
        {metric("fitness_pearson"), metric("multiplicative_fitness_pearson"), metric("additive_fitness_pearson")}));
    context.say(translate("Cli", "  held-out interaction: r %1 (additive %2)",
                          {metric("interaction_pearson"), metric("additive_interaction_pearson")}));
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
                                    {"ensemble", options.ensemble}};
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void train(const Context &context, const TrainOptions &options)
{
    requireWritable(options.out);
    TrainingRequest request;
    std::vector<Issue> issues;
    request.cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    request.labels = readLabels(options.labels, request.cell->genes, issues, context.control);
    context.report(issues);
    if (!options.config.empty()) {
        request.configJson = readFile(options.config, LargestConfiguration);
    }
    request.epochs = options.epochs;
    request.validationFraction = options.validation;
    request.splitSeed = context.options.seed;
    TorchModule &module = torchModule();
    RunLog log(context, {"train",
                         request.cell.get(),
                         {},
                         parametersJson(options, context, request.labels.sha256),
                         context.options.device});
    log.record([&] {
        const TorchSettings settings{context.options.device, context.options.threads, {}};
        for (int member = 0; member < options.ensemble; ++member) {
            request.seed = context.options.seed + static_cast<std::uint64_t>(member);
            request.output = memberPath(options.out, member, options.ensemble);
            const TrainingResult result = module.train(
                request, settings, [&](const EpochReport &report) { context.say(epochLine(report)); }, context.control);
            log.addArtifact("model", request.output);
            sayResult(context, result, request.output);
            if (result.cancelled) {
                throw Cancelled();
            }
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
    command->callback([&context, options] { train(context, *options); });
}

} // namespace knockscape::cli
