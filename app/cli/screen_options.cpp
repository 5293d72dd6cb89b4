#include "app/cli/screen_options.h"
#include "app/cli/model_options.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

namespace knockscape::cli
{

namespace
{

namespace fs = std::filesystem;

/// "3/8" into its numbers; the error text otherwise.
std::string parseShard(const std::string &text, ScreenOptions &options)
{
    const std::vector<std::string_view> parts = split(text, "/");
    const auto index = parts.size() == 2 ? parseInteger(parts[0]) : std::nullopt;
    const auto count = parts.size() == 2 ? parseInteger(parts[1]) : std::nullopt;
    if (!index || !count || *index < 1 || *index > *count) {
        return translate("Cli", "\"%1\" is no part of a screen; write for example 3/8 for the third of eight", {text});
    }
    options.shardIndex = static_cast<std::uint64_t>(*index);
    options.shardCount = static_cast<std::uint64_t>(*count);
    return {};
}

void addGenotypeOptions(CLI::App &command, ScreenOptions &options)
{
    if (options.kind == "list") {
        command.add_option("--knockouts", options.knockouts, "Knockout list, one genotype a line")
            ->required()
            ->type_name("FILE");
        return;
    }
    command
        .add_option("--genes", options.genes,
                    "List of genes to delete from (default: all genes of the cell; with --simulate all of its "
                    "metabolic model)")
        ->type_name("FILE");
    CLI::Option *with = command.add_option("--with", options.with, "Genes deleted in every genotype, such as \"A B\"")
                            ->type_name("TEXT");
    if (options.kind == "against") {
        with->required();
    }
    if (options.kind == "combos") {
        command.add_option("--order", options.order, "Genes per combination")
            ->required()
            ->check(CLI::Range(1, 64))
            ->type_name("K");
    }
}

} // namespace

void addScreenOptions(CLI::App &command, ScreenOptions &options)
{
    command.add_option("--cell", options.cell, "Cell bundle")->required()->type_name("CELL");
    CLI::Option *model = addModelsOption(command, options.models);
    command.add_option("--config", options.config, "Hyper-parameters (JSON) of a model that carries none")
        ->type_name("FILE");
    CLI::Option *simulate =
        command
            .add_flag("--simulate", options.simulate,
                      "Simulate growth by flux balance analysis instead of predicting it with a model")
            ->excludes(model);
    command.add_option("--medium", options.medium, "With --simulate: the medium, as \"simulate\" takes it")
        ->needs(simulate)
        ->type_name("NAME|FILE");
    command.add_option("--objective", options.objective, "With --simulate: reaction to maximise")
        ->needs(simulate)
        ->type_name("REACTION");
    addGenotypeOptions(command, options);
    command.add_option("--top", options.top, "Rows to keep (default 1000)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
        ->type_name("N");
    command
        .add_option("--by", options.by,
                    "Column or expression that says what is best: smallest first (default: the score that finds "
                    "most in the models' validation, which is printed; for single deletions fitness)")
        ->type_name("EXPR");
    command.add_flag("--descending", options.descending, "Largest first");
    command
        .add_option("--min-support", options.minSupport,
                    "Genotypes with a gene that fewer training genotypes held rank behind all others (default 5; 0: "
                    "no floor)")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    command
        .add_option("--where", options.where,
                    "Keep only genotypes for which this holds, such as \"fitness < 0.5 && support > 20\"")
        ->type_name("EXPR");
    command.add_flag("--without-essential", options.withoutEssential,
                     "Leave out genes that are known to be essential, and genotypes that hold one");
    command.add_option("--matrix", options.matrix, "Write the whole result as a NumPy array (.npy, float32)")
        ->type_name("FILE");
    command
        .add_option("--matrix-columns", options.matrixColumns,
                    "Columns of the array, separated by commas (default fitness,interaction; with --simulate "
                    "fitness,epistasis)")
        ->delimiter(',')
        ->type_name("EXPR,…");
    command.add_option("--shard", options.shard, "Run part I of N; \"screen merge\" joins the parts")
        ->check([&options](const std::string &text) { return parseShard(text, options); })
        ->type_name("I/N");
    command.add_flag("--resume", options.resume, "Go on with the same screen where it was interrupted");
    command.add_option("--histogram", options.histogram, "Table of how values are distributed")->type_name("FILE");
    command.add_option("--gene-summary", options.geneSummary, "Table of hits, means and extreme partners per gene")
        ->type_name("FILE");
    command.add_option("--out", options.out, "Table of the best rows (.csv, .tsv or .xlsx)")
        ->required()
        ->type_name("FILE");
}

std::string parametersJson(const ScreenOptions &options, std::uint64_t genotypes)
{
    std::vector<std::string> models;
    for (const fs::path &model : options.models) {
        models.push_back(fs::absolute(model).string());
    }
    nlohmann::json parameters{{"kind", options.kind},
                              {"cell", fs::absolute(options.cell).string()},
                              {"models", models},
                              {"genotypes", genotypes},
                              {"top", options.top},
                              {"by", options.by},
                              {"descending", options.descending},
                              {"min_support", options.minSupport},
                              {"without_essential", options.withoutEssential},
                              {"where", options.where}};
    for (const auto &[key, value] : {std::pair<const char *, std::string>{"genes", options.genes.string()},
                                     {"knockouts", options.knockouts.string()},
                                     {"with", options.with},
                                     {"shard", options.shard}}) {
        if (!value.empty()) {
            parameters[key] = value;
        }
    }
    if (options.order > 0) {
        parameters["order"] = options.order;
    }
    if (!options.matrix.empty()) {
        parameters["matrix"] = fs::absolute(options.matrix).string();
        parameters["matrix_columns"] = options.matrixColumns;
    }
    if (!options.conditionsJson.empty()) {
        parameters.update(nlohmann::json::parse(options.conditionsJson));
    }
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace knockscape::cli
