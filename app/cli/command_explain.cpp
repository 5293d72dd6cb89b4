#include "app/cli/command.h"

#ifdef KNOCKSCAPE_FBA

#include "app/cli/genotype_input.h"
#include "app/cli/simulation_options.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/explanation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace knockscape::cli
{
namespace
{

using Json = nlohmann::ordered_json;

struct ExplainOptions {
    ConditionOptions conditions;
    std::string genes;
    bool json = false;
};

/// The ids of rows, sorted.
template <class Item>
std::vector<std::string> idsOf(const std::vector<std::int32_t> &rows, const std::vector<Item> &items)
{
    std::vector<std::string> ids;
    for (const std::int32_t row : rows) {
        ids.push_back(items[static_cast<std::size_t>(row)].id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

Json rescuesOf(const Explanation &it, const Cell &cell)
{
    std::vector<std::pair<std::string, double>> byId;
    for (const Rescue &rescue : it.rescues) {
        byId.emplace_back(cell.metabolism.reactions[static_cast<std::size_t>(rescue.exchange)].id, rescue.growth);
    }
    std::sort(byId.begin(), byId.end());
    Json rescues = Json::array();
    for (const auto &[exchange, growth] : byId) {
        rescues.push_back({{"exchange", exchange}, {"growth", growth}});
    }
    return rescues;
}

/// The precursors in words of a biochemist, each with the blocked reactions that would bring it back.
Json blocksOf(const Explanation &it, const Cell &cell)
{
    const std::vector<Metabolite> &metabolites = cell.metabolism.metabolites;
    Json blocks = Json::array();
    for (const LostBlock &block : it.blocks) {
        const Metabolite &metabolite = metabolites[static_cast<std::size_t>(block.metabolite)];
        Json routes = Json::array();
        for (const std::size_t way : block.ways) {
            const BlockedStep &step = it.steps[way];
            routes.push_back({{"genes", cell.genes.ids(Genotype(step.genes))},
                              {"reactions", idsOf(step.reactions, cell.metabolism.reactions)}});
        }
        blocks.push_back({{"metabolite", metabolite.id},
                          {"name", metaboliteName(metabolite)},
                          {"within", metabolites[static_cast<std::size_t>(block.within)].id},
                          {"routes", routes}});
    }
    return blocks;
}

Json toJson(const Explanation &it, const SimulatedCell &conditions)
{
    const Cell &cell = *conditions.cell;
    const std::vector<Reaction> &reactions = cell.metabolism.reactions;
    const std::vector<Metabolite> &metabolites = cell.metabolism.metabolites;
    Json sentences = Json::array();
    for (const ExplanationSentence &sentence : sentencesOf(it, cell)) {
        sentences.push_back(sentence.text);
    }
    const auto orNull = [](double value) { return std::isnan(value) ? Json() : Json(value); };
    return {{"genotype", it.genotype.empty() ? "WT" : cell.genes.ids(it.genotype)},
            {"names", it.genotype.empty() ? "WT" : cell.genes.labels(it.genotype)},
            {"medium", conditions.medium.name},
            {"wild_type_growth", it.wildTypeGrowth},
            {"growth", orNull(it.growth.growth)},
            {"status", it.growth.status},
            {"blocked_reactions", idsOf(it.growth.blockedReactions, reactions)},
            {"unmet_demands", idsOf(it.unmetDemands, reactions)},
            {"lost_precursors", idsOf(it.lostPrecursors, metabolites)},
            {"lost_roots", idsOf(it.lostRoots, metabolites)},
            {"lost_precursors_if_byproducts_may_pile_up", idsOf(it.lostPrecursorsPilingUp, metabolites)},
            {"lost_building_blocks", blocksOf(it, cell)},
            {"lost_metabolites_if_byproducts_may_pile_up", idsOf(it.lostPilingUp, metabolites)},
            {"rescues", rescuesOf(it, cell)},
            {"complete", it.complete},
            {"sentences", sentences}};
}

/// The genotype's explanation; the medium's where the wild type is asked about on another medium than its own.
Explanation explained(const SimulatedCell &conditions, const Genotype &genotype, const JobControl &control)
{
    Explanation explanation;
    if (genotype.empty() && conditions.cell != conditions.own) {
        return explainMedium(conditions.own, conditions.medium, control);
    }
    onItsMedium(conditions, control,
                [&] { explanation = FluxBalance(conditions.cell, control).explain(genotype, control); });
    return explanation;
}

void explain(const Context &context, const ExplainOptions &options)
{
    const SimulatedCell conditions = openSimulatedCell(context, options.conditions);
    const Genotype genotype = readGenotype(context, options.genes, conditions.cell->genes);
    const Explanation explanation = explained(conditions, genotype, context.control);
    context.clearProgress();
    if (options.json) {
        std::cout << toJson(explanation, conditions).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return;
    }
    for (const ExplanationSentence &sentence : sentencesOf(explanation, *conditions.cell)) {
        std::cout << sentence.text << '\n';
    }
}

} // namespace

void addExplainCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("explain", "Why a genotype does not grow, and what would rescue it");
    auto options = std::make_shared<ExplainOptions>();
    addConditionOptions(*command, options->conditions);
    command->add_option("--genes", options->genes, "Deleted genes, such as \"BNA1 NPT1\"; none or WT: the wild type")
        ->type_name("\"A B\"");
    command->add_flag("--json", options->json, "Print JSON");
    command->callback([&context, options] { explain(context, *options); });
}

} // namespace knockscape::cli

#else

namespace knockscape::cli
{

void addExplainCommand(CLI::App &app, Context &)
{
    auto *command = app.add_subcommand("explain", "Why a genotype does not grow (not in this build)");
    command->allow_extras();
    command->fallthrough(false); // what follows is for no other command to refuse
    command->callback([] { throwLeftOut("flux balance analysis (GLPK)"); });
}

} // namespace knockscape::cli

#endif
