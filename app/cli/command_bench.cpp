#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "engine/cell/bundle.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/maps/map_quality.h"
#include "engine/module/torch_module.h"
#include "engine/plan/plan_replay.h"
#include "engine/training/label_files.h"
#ifdef KNOCKSCAPE_FBA
#include "engine/fba/simulation_benchmark.h"
#endif

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

using OrderedJson = nlohmann::ordered_json;

#ifdef KNOCKSCAPE_FBA
/// Growth by flux balance on this cell's metabolism.
void addSimulation(const Context &context, const std::filesystem::path &cell, std::vector<BenchmarkFigure> &figures)
{
    std::vector<Issue> issues;
    const auto opened = std::make_shared<const Cell>(readCellBundle(cell, issues, context.control));
    context.report(issues);
    const SimulationSpeed speed = measureSimulation(opened, context.control);
    figures.push_back({"fba_singles", speed.singlesSeconds, "s",
                       translate("Cli", "growth of all %1 single deletions of this cell's metabolism, one core",
                                 {std::to_string(speed.singles)})});
    figures.push_back({"fba_solved", static_cast<double>(speed.solved), "",
                       translate("Cli", "of them that had to be solved: the others block no reaction with flux")});
    figures.push_back({"fba_warm", 1e3 * speed.warmSeconds, "ms",
                       translate("Cli", "one of those from the wild type's solution, mean of about 20")});
    figures.push_back({"fba_cold", 1e3 * speed.coldSeconds, "ms", translate("Cli", "the same from nothing")});
    figures.push_back({"fba_warm_over_cold", speed.coldSeconds / speed.warmSeconds, "×",
                       translate("Cli", "what the warm start is worth")});
    figures.push_back({"fba_difference", speed.difference, "",
                       translate("Cli", "largest difference of growth between the two, relative to wild type")});
    if (speed.pairs > 0) {
        figures.push_back({"fba_pairs_over_singles",
                           static_cast<double>(speed.pairs) * speed.warmSeconds / speed.pairsSeconds, "×",
                           translate("Cli",
                                     "solving each pair of such deletions from the wild type's solution, over asking "
                                     "for all of them together (number of pairs: %1; %2 s)",
                                     {std::to_string(speed.pairs), formatNumber(speed.pairsSeconds, 3)})});
    }
    if (speed.explained > 0) {
        figures.push_back({"fba_explain_over_warm", speed.explainSeconds / speed.warmSeconds, "×",
                           translate("Cli",
                                     "explaining a deletion that does not grow, over solving one, mean of %1 "
                                     "(slowest: %2 s)",
                                     {std::to_string(speed.explained), formatNumber(speed.slowestExplanation, 3)})});
    }
    figures.push_back({"fba_exact_checked", static_cast<double>(speed.exactChecked), "",
                       translate("Cli", "deletions also solved in rational arithmetic, which knows no rounding")});
    figures.push_back({"fba_disagreements", static_cast<double>(speed.disagreements.size()), "",
                       speed.disagreements.empty() ? translate("Cli", "of them that gave another growth")
                                                   : translate("Cli", "of them that gave another growth: %1",
                                                               {joined(speed.disagreements, ", ")})});
}
#endif

/// Maps of all pathways of a cell.
void benchMaps(const Context &context, const std::filesystem::path &path, std::vector<BenchmarkFigure> &figures)
{
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(path, issues, context.control);
    context.report(issues);
    LayoutHelper helper;
    const MapBenchmark speed = measureMaps(cell, helper, context.control);
    figures.push_back({"maps_drawn", static_cast<double>(speed.maps), "",
                       translate("Cli", "maps: one of each pathway of this cell, several of the largest")});
    figures.push_back({"map_seconds", 1e3 * speed.medianSeconds, "ms", translate("Cli", "for one of them, median")});
    figures.push_back({"map_slowest", 1e3 * speed.slowestSeconds, "ms", translate("Cli", "for the slowest")});
    figures.push_back({"map_crossings", speed.medianCrossings, "",
                       translate("Cli", "crossings per segment, median (drawn by hand: about 0.01)")});
    figures.push_back({"map_aspect", speed.medianAspect, "", translate("Cli", "width over height, median")});
    figures.push_back({"map_overlaps", static_cast<double>(speed.overlaps), "",
                       translate("Cli", "names or discs that cover each other, on all maps together")});
}

/// What a replay of planning found on measured values.
void benchPlan(const Context &context, const std::filesystem::path &cellPath, const std::filesystem::path &labels,
               const std::string &goal, std::vector<BenchmarkFigure> &figures)
{
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(cellPath, issues, context.control);
    const std::vector<std::filesystem::path> files{labels};
    const LabelTable table = readLabelFiles(files, cell.genes, issues, context.control);
    context.report(issues);
    ReplayRequest request;
    request.goals = parseGoals(goal);
    request.firstSeed = context.options.seed;
    const ReplayResult result = replayPlanning(table.labels, cell, request, context.control);
    figures.push_back(
        {"plan_pairs", static_cast<double>(result.pairs), "",
         translate("Cli", "measured pairs, of which at first %1 are known; hits (interaction < %2): %3",
                   {std::to_string(result.known), formatNumber(request.threshold), std::to_string(result.hits)})});
    for (const ReplayedChoice &choice : result.choices) {
        std::vector<std::string> rounds;
        for (const double hits : choice.hitsPerRound) {
            rounds.push_back(formatNumber(hits, 3));
        }
        figures.push_back({"plan_hits_" + choice.name, choice.mean(), "",
                           translate("Cli", "hits in %1 rounds of %2, mean of %3 seeds; by round: %4",
                                     {std::to_string(request.rounds), std::to_string(request.batch),
                                      std::to_string(request.seeds), joined(rounds, ", ")})});
    }
    const double plan = result.find("plan").mean();
    for (const char *other : {"random", "ranking", "additive"}) {
        figures.push_back({std::string("plan_over_") + other, plan / result.find(other).mean(), "×",
                           translate("Cli", "what planning found over that")});
    }
}

struct BenchOptions {
    BenchmarkRequest request;
    std::filesystem::path plan;
    std::string goal = "find";
    std::filesystem::path cell;
    std::filesystem::path maps;
    bool json = false;
};

/// Speed of the models and of flux balance.
std::vector<BenchmarkFigure> modelFigures(const Context &context, const BenchOptions &options)
{
    std::vector<BenchmarkFigure> figures = torchModule().benchmark(
        {context.options.device, context.options.threads, {}}, options.request, context.control);
    if (!options.cell.empty()) {
#ifdef KNOCKSCAPE_FBA
        addSimulation(context, options.cell, figures);
#else
        throwLeftOut("flux balance analysis (GLPK)");
#endif
    }
    return figures;
}

void bench(const Context &context, const BenchOptions &options)
{
    std::vector<BenchmarkFigure> figures;
    if (!options.plan.empty()) {
        benchPlan(context, options.cell, options.plan, options.goal, figures);
    } else if (options.maps.empty()) {
        figures = modelFigures(context, options);
    } else {
        benchMaps(context, options.maps, figures);
    }
    context.clearProgress();
    if (options.json) {
        OrderedJson values = OrderedJson::object();
        if (options.maps.empty() && options.plan.empty()) {
            values = {{"engine", torchModule().version()}, {"device", context.options.device}};
        }
        for (const BenchmarkFigure &figure : figures) {
            values[figure.name] = {{"value", figure.value}, {"unit", figure.unit}, {"meaning", figure.meaning}};
        }
        std::cout << values.dump(2) << '\n';
        return;
    }
    TextTable table({{"", false}, {"", true}, {"", false}, {"", false}});
    for (const BenchmarkFigure &figure : figures) {
        table.addRow({figure.name, formatNumber(figure.value, 4), figure.unit, figure.meaning});
    }
    table.print(std::cout);
}

void selfCheck(const Context &context)
{
    const std::vector<SelfCheck> checks =
        torchModule().selfCheck({context.options.device, context.options.threads, {}}, context.control);
    context.clearProgress();
    TextTable table({{translate("Cli", "check"), false},
                     {translate("Cli", "largest difference"), true},
                     {translate("Cli", "in"), false},
                     {translate("Cli", "allowed"), true},
                     {"", false}});
    for (const SelfCheck &check : checks) {
        table.addRow({check.name, formatNumber(check.worst, 3), check.part, formatNumber(check.tolerance, 3),
                      check.passed() ? translate("Cli", "ok") : translate("Cli", "FAILED")});
    }
    table.print(std::cout);
    std::cout.flush();
    const auto failed = std::count_if(checks.begin(), checks.end(), [](const SelfCheck &c) { return !c.passed(); });
    if (failed > 0) {
        throw EngineError(errorAt(
            "selfcheck",
            translate("Cli", "%1 of %2 checks failed.", {std::to_string(failed), std::to_string(checks.size())}),
            translate("Cli", "Predictions on this device are not to be trusted; use --device cpu.")));
    }
}

} // namespace

void addBenchCommands(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("bench", "Measure speed and memory, as ratios to naive computation");
    auto options = std::make_shared<BenchOptions>();
    command->add_flag("--json", options->json, "Print JSON");
    command->add_flag("--all-pairs", options->request.allPairs,
                      "Really screen all pairs of a yeast genome and all triples of a panel");
    CLI::Option *cell =
        command->add_option("--cell", options->cell, "Also simulate growth with the metabolism of this cell bundle")
            ->type_name("CELL");
    CLI::Option *plan =
        command
            ->add_option("--plan", options->plan,
                         "Instead replay planning on these measured values of --cell: hits found in five rounds of 96, "
                         "against random, plain ranking and an additive model")
            ->needs(cell)
            ->type_name("LABELS");
    command->add_option("--goal", options->goal, "With --plan: the goal, as \"plan\" takes it")
        ->needs(plan)
        ->type_name("GOAL");
    command
        ->add_option("--maps", options->maps,
                     "Instead draw maps of all pathways of this cell bundle, and measure time and quality")
        ->type_name("CELL");
    command->callback([&context, options] { bench(context, *options); });

    auto *check =
        app.add_subcommand("selfcheck", "Compare the fast paths with the slow reference, and a device with the CPU");
    check->callback([&context] { selfCheck(context); });
}

} // namespace knockscape::cli
