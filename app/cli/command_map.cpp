#include "app/cli/command.h"

#include "app/cli/genotype_input.h"
#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/maps/automatic_map.h"
#include "engine/maps/map_file.h"
#include "engine/maps/map_matching.h"
#include "engine/maps/reaction_sets.h"

#include <algorithm>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct MapOptions {
    fs::path cell;
    fs::path map;
    std::vector<std::string> subsystems;
    std::string around;
    int steps = 1;
    std::vector<std::string> route;
    std::size_t routes = 3;
    std::string lost;
    fs::path out;
};

/// The genes of `--around` or `--lost`, at least one.
Genotype deletedGenes(const Context &context, const std::string &text, const GeneCatalogue &genes)
{
    Genotype genotype = readGenotype(context, text, genes);
    if (genotype.empty()) {
        throw InputError(errorAt("--around, --lost", translate("Cli", "no gene is named"),
                                 translate("Cli", "Name the deleted genes, such as \"BNA1 NPT1\".")));
    }
    return genotype;
}

/// What is to be drawn, and what it is called.
struct Choice {
    std::string name;
    std::vector<std::int32_t> reactions;
};

Choice routeChoice(const Context &context, const MapOptions &options, const Cell &cell, const MainPairs &pairs)
{
    const RouteEnd from = routeEnd(cell, options.route[0]);
    const RouteEnd to = routeEnd(cell, options.route[1]);
    Choice choice;
    choice.name = translate("Cli", "From %1 to %2", {from.name, to.name});
    const auto routes = shortestRoutes(cell, pairs, from, to, options.routes);
    if (routes.empty()) {
        throw InputError(errorAt(choice.name, translate("Cli", "there is no route"),
                                 translate("Cli", "The bounds of the reactions allow none. Try the other way round.")));
    }
    for (std::size_t i = 0; i < routes.size(); ++i) {
        std::vector<std::string> ids;
        for (const std::int32_t row : routes[i]) {
            ids.push_back(cell.metabolism.reactions[static_cast<std::size_t>(row)].id);
        }
        context.say(translate("Cli", "route %1: %2", {std::to_string(i + 1), joined(ids, " ")}));
        choice.reactions.insert(choice.reactions.end(), routes[i].begin(), routes[i].end());
    }
    std::sort(choice.reactions.begin(), choice.reactions.end());
    choice.reactions.erase(std::unique(choice.reactions.begin(), choice.reactions.end()), choice.reactions.end());
    return choice;
}

Choice lostChoice(const Context &context, const MapOptions &options, const Cell &cell)
{
    const LostReactions lost = lostReactions(cell, deletedGenes(context, options.lost, cell.genes));
    Choice choice;
    choice.name = translate("Cli", "Lost without %1", {options.lost});
    choice.reactions = lost.blocked;
    choice.reactions.insert(choice.reactions.end(), lost.cutOff.begin(), lost.cutOff.end());
    std::sort(choice.reactions.begin(), choice.reactions.end());
    context.say(
        translateCount("Cli", "%1 reaction blocked", "%1 reactions blocked",
                       static_cast<std::int64_t>(lost.blocked.size())) +
        ", " +
        translateCount("Cli", "%1 more cut off", "%1 more cut off", static_cast<std::int64_t>(lost.cutOff.size())));
    return choice;
}

Choice chosen(const Context &context, const MapOptions &options, const Cell &cell, const MainPairs &pairs)
{
    if (!options.subsystems.empty()) {
        Choice choice;
        for (const std::string &name : options.subsystems) {
            const std::vector<std::int32_t> reactions = pathwayReactions(cell.metabolism, name);
            choice.reactions.insert(choice.reactions.end(), reactions.begin(), reactions.end());
            choice.name += (choice.name.empty() ? "" : ", ") + name;
        }
        std::sort(choice.reactions.begin(), choice.reactions.end());
        choice.reactions.erase(std::unique(choice.reactions.begin(), choice.reactions.end()), choice.reactions.end());
        return choice;
    }
    if (!options.route.empty()) {
        return routeChoice(context, options, cell, pairs);
    }
    if (!options.lost.empty()) {
        return lostChoice(context, options, cell);
    }
    return {translate("Cli", "Around %1", {options.around}),
            reactionsAround(cell, pairs, deletedGenes(context, options.around, cell.genes), options.steps)};
}

/// "map.json", "map-2.json", "map-3.json".
fs::path pathOf(const fs::path &out, std::size_t part)
{
    if (part == 0) {
        return out;
    }
    fs::path path = out;
    path.replace_filename(out.stem().string() + "-" + std::to_string(part + 1) + out.extension().string());
    return path;
}

void readDrawnMap(const Context &context, const MapOptions &options, const Cell &cell)
{
    std::vector<Issue> issues;
    const MapDocument map = readMapFile(options.map, issues);
    const MapMatch match = matchMap(map, cell);
    const std::vector<Issue> said = matchIssues(map, match, options.map.string());
    issues.insert(issues.end(), said.begin(), said.end());
    context.report(issues);
    writeMapFile(map, options.out);
    context.say(translateCount("Cli", "%2 of %1 reaction is in the cell; written to %3",
                               "%2 of %1 reactions are in the cell; written to %3",
                               static_cast<std::int64_t>(map.reactions.size()),
                               {std::to_string(match.foundReactions()), options.out.string()}));
}

void drawChosen(const Context &context, const MapOptions &options, const Cell &cell)
{
    const MainPairs pairs(cell.metabolism);
    const Choice choice = chosen(context, options, cell, pairs);
    AutomaticMapOptions drawing;
    drawing.name = choice.name;
    LayoutHelper helper;
    const AutomaticMaps drawn = drawMaps(cell, pairs, choice.reactions, helper, drawing, context.control);
    context.report(drawn.issues);
    for (std::size_t i = 0; i < drawn.maps.size(); ++i) {
        const fs::path path = pathOf(options.out, i);
        writeMapFile(drawn.maps[i], path);
        context.say(translateCount("Cli", "%1 reaction drawn; written to %2", "%1 reactions drawn; written to %2",
                                   static_cast<std::int64_t>(drawn.maps[i].reactions.size()), {path.string()}));
    }
}

void drawMap(const Context &context, const MapOptions &options)
{
    const int choices = (options.map.empty() ? 0 : 1) + (options.subsystems.empty() ? 0 : 1) +
                        (options.around.empty() ? 0 : 1) + (options.route.empty() ? 0 : 1) +
                        (options.lost.empty() ? 0 : 1);
    if (choices != 1) {
        throw CLI::ValidationError(translate("Cli", "give one of --map, --subsystem, --around, --route and --lost"));
    }
    requireWritable(options.out);
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(options.cell, issues, context.control);
    context.report(issues);
    if (cell.metabolism.empty()) {
        throw InputError(errorAt(options.cell.string(), translate("Cli", "this cell has no metabolism"),
                                 translate("Cli", "Import one with a metabolic model (SBML or COBRA JSON).")));
    }
    if (!options.map.empty()) {
        readDrawnMap(context, options, cell);
    } else {
        drawChosen(context, options, cell);
    }
}

} // namespace

void addMapCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("map", "Draw a map of reactions, or read one, as Escher JSON");
    auto options = std::make_shared<MapOptions>();
    command->add_option("--cell", options->cell, "Cell bundle with a metabolic network")->required()->type_name("CELL");
    command
        ->add_option(
            "--map", options->map,
            "Map that somebody drew (Escher JSON, SBGN-ML, SBML with a layout): says what of it is in the cell")
        ->type_name("FILE");
    command->add_option("--subsystem", options->subsystems, "Pathway of the model; several are drawn on one map")
        ->allow_extra_args(false)
        ->type_name("NAME");
    command->add_option("--around", options->around, "What surrounds these genes")->type_name("GENES");
    command->add_option("--steps", options->steps, "How far around them (default 1)")
        ->check(CLI::Range(0, 10))
        ->type_name("N");
    command->add_option("--route", options->route, "Shortest routes between two metabolites or genes")
        ->expected(2)
        ->type_name("FROM TO");
    command->add_option("--routes", options->routes, "How many of them (default 3)")
        ->check(CLI::Range(1, 100))
        ->type_name("N");
    command->add_option("--lost", options->lost, "What deleting these genes blocks and cuts off")->type_name("GENES");
    command->add_option("--out", options->out, "Map to write; further ones get -2, -3 … where it is divided")
        ->required()
        ->type_name("FILE");
    command->callback([&context, options] { drawMap(context, *options); });
}

} // namespace knockscape::cli
