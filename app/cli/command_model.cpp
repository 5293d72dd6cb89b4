#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/module/torch_module.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct InfoOptions {
    fs::path model;
    fs::path config;
    bool json = false;
};

Json rangeJson(const LabelRange &range)
{
    return std::isnan(range.low) ? Json() : Json{range.low, range.high};
}

Json toJson(const ModelSummary &summary)
{
    const TrainingFacts &training = summary.training;
    std::int64_t total = 0;
    for (const auto &[part, count] : summary.parametersPerPart) {
        total += count;
    }
    Json orders = Json::object();
    for (const auto &[order, count] : training.genotypesPerOrder) {
        orders[std::to_string(order)] = count;
    }
    return {{"path", summary.path.string()},
            {"sha256", summary.sha256},
            {"flavour", summary.flavour},
            {"genes", summary.geneCount},
            {"hidden_channels", summary.hiddenChannels},
            {"edge_types", summary.edgeTypes},
            {"config", Json::parse(summary.configJson)},
            {"parameters", summary.parametersPerPart},
            {"parameters_total", total},
            {"training",
             {{"labels_sha256", training.labelsSha256},
              {"genotypes_per_order", orders},
              {"fitness_range", rangeJson(training.fitnessRange)},
              {"interaction_range", rangeJson(training.interactionRange)},
              {"metrics", training.metrics},
              {"seed", training.seed},
              {"epochs", training.epochs},
              {"loss", training.loss}}},
            {"created", summary.created}};
}

void printHuman(const ModelSummary &summary)
{
    TextTable facts({{"", false}, {"", false}});
    const auto add = [&](const std::string &name, const std::string &value) {
        if (!value.empty()) {
            facts.addRow({name, value});
        }
    };
    add(translate("Cli", "model"), summary.path.string());
    add("sha256", summary.sha256);
    add(translate("Cli", "flavour"), summary.flavour);
    add(translate("Cli", "networks"), joined(summary.edgeTypes, ", "));
    add(translate("Cli", "genes"), summary.geneCount > 0 ? std::to_string(summary.geneCount) : std::string());
    add(translate("Cli", "hidden channels"), std::to_string(summary.hiddenChannels));
    const Json config = Json::parse(summary.configJson);
    add(translate("Cli", "gene encoder"),
        translate("Cli", "%1 layers of %2",
                  {config["gene_encoder_num_layers"].dump(), config["gene_encoder_conv_type"].get<std::string>()}));
    add(translate("Cli", "created"), summary.created);
    const TrainingFacts &training = summary.training;
    for (const auto &[order, count] : training.genotypesPerOrder) {
        add(translate("Cli", "training genotypes of %1 deletions", {std::to_string(order)}), std::to_string(count));
    }
    if (training.epochs > 0) {
        add(translate("Cli", "epochs"), std::to_string(training.epochs));
    }
    for (const auto &[name, value] : training.metrics) {
        add(name, formatNumber(value, 4));
    }
    facts.print(std::cout);
    std::cout << '\n';
    TextTable parts({{translate("Cli", "part"), false}, {translate("Cli", "parameters"), true}});
    std::int64_t total = 0;
    for (const auto &[part, count] : summary.parametersPerPart) {
        parts.addRow({part, std::to_string(count)});
        total += count;
    }
    parts.addRow({translate("Cli", "all"), std::to_string(total)});
    parts.print(std::cout);
}

void printInfo(const Context &context, const InfoOptions &options)
{
    const ModelSummary summary = torchModule().describeModel(options.model, options.config);
    context.clearProgress();
    if (options.json) {
        std::cout << toJson(summary).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        printHuman(summary);
    }
}

} // namespace

void addModelCommands(CLI::App &app, Context &context)
{
    auto *group = app.add_subcommand("model", "Look into model files");
    auto *info = group->add_subcommand("info", "Architecture, parameter counts and training facts of a model");
    auto options = std::make_shared<InfoOptions>();
    info->add_option("MODEL", options->model, "Model file")->required();
    info->add_option("--config", options->config, "Hyper-parameters (JSON) of a model that carries none")
        ->type_name("FILE");
    info->add_flag("--json", options->json, "Print JSON");
    info->callback([&context, options] { printInfo(context, *options); });
}

} // namespace knockscape::cli
