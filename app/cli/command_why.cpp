#include "app/cli/command.h"
#include "app/cli/genotype_input.h"
#include "app/cli/model_options.h"
#include "app/cli/why_json.h"
#include "engine/cell/bundle.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/module/torch_module.h"
#include "engine/training/derived_labels.h"
#include "engine/training/label_files.h"
#include "engine/why/why_text.h"

#ifdef KNOCKSCAPE_FBA
#include "app/cli/simulation_options.h"
#include "engine/fba/explanation.h"
#endif

#include <chrono>
#include <future>
#include <iostream>
#include <memory>
#include <optional>

namespace knockscape::cli
{
namespace
{

using Clock = std::chrono::steady_clock;

struct WhyOptions {
    std::filesystem::path cell;
    std::vector<std::filesystem::path> models;
    std::vector<std::filesystem::path> labels;
    std::string genes;
    std::string medium;
    std::size_t neighbours = 8;
    std::size_t analogies = 5;
    bool noSimulation = false;
    bool json = false;
};

#ifdef KNOCKSCAPE_FBA

SimulatedWord simulatedWord(const std::shared_ptr<const Cell> &cell, const Genotype &genotype,
                            const JobControl &control)
{
    FluxBalance balance(cell, control);
    SimulatedWord word;
    word.wildTypeGrowth = balance.wildTypeGrowth();
    const SimulatedGrowth growth = balance.simulate(genotype, control);
    word.growth = growth.growth;
    word.fitness = growth.fitness;
    word.status = growth.status;
    word.genesInModel = growth.genesInModel;
    word.blockedReactions = growth.blockedReactions.size();
    if (growth.genesInModel > 0 && growth.fitness < AliveFitness) {
        for (const LostBlock &block : balance.explain(genotype, control).blocks) {
            word.lost.push_back(
                metaboliteName(cell->metabolism.metabolites[static_cast<std::size_t>(block.metabolite)]));
        }
    }
    return word;
}

#endif

/// What simulation says, on a thread of its own while the model is asked; nothing for a cell without reactions.
std::future<std::optional<SimulatedWord>> startSimulation(const Context &context, const WhyOptions &options,
                                                          const std::shared_ptr<const Cell> &cell,
                                                          const Genotype &genotype)
{
    const auto nothing = [] { return std::optional<SimulatedWord>(); };
#ifdef KNOCKSCAPE_FBA
    if (!options.noSimulation && !cell->metabolism.empty()) {
        std::vector<Issue> issues;
        const Medium medium = findMedium(*cell, options.cell, options.medium, issues);
        context.report(issues);
        // Progress is the model's to tell.
        return std::async(std::launch::async, [simulated = onMedium(cell, medium), genotype,
                                               control = JobControl{context.control.cancel, {}}] {
            return std::optional(simulatedWord(simulated, genotype, control));
        });
    }
#else
    (void)context;
    (void)options;
    (void)cell;
    (void)genotype;
#endif
    return std::async(std::launch::deferred, nothing);
}

std::shared_ptr<const MeasuredGenotypes> measuredOf(const Context &context, const WhyOptions &options,
                                                    const GeneCatalogue &genes)
{
    if (options.labels.empty()) {
        return std::make_shared<const MeasuredGenotypes>();
    }
    std::vector<Issue> issues;
    LabelTable table = readLabelFiles(options.labels, genes, issues, context.control);
    context.report(issues);
    deriveInteractions(table.labels);
    return std::make_shared<const MeasuredGenotypes>(table.labels);
}

void printSentences(const Why &why, const Cell &cell)
{
    auto section = WhySentence::Section::Headline;
    for (const WhySentence &sentence : sentencesOf(why, cell)) {
        if (sentence.section != section) {
            section = sentence.section;
            std::cout << '\n' << headingOf(section) << '\n';
        }
        std::cout << "  " << sentence.text << '\n';
    }
}

void why(const Context &context, const WhyOptions &options)
{
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    const Genotype genotype = readGenotype(context, options.genes, cell->genes);
    const std::shared_ptr<const MeasuredGenotypes> measured = measuredOf(context, options, cell->genes);
    const std::unique_ptr<Predictor> predictor = torchModule().openModels(
        options.models, cell, {context.options.device, context.options.threads, {}}, context.control);
    for (const ModelSummary &model : predictor->models()) {
        context.report(model.issues);
    }
    const auto start = Clock::now();
    auto simulation = startSimulation(context, options, cell, genotype);
    const WhySettings settings{options.analogies, options.neighbours, context.options.seed};
    WhyFinder finder(*predictor, measured);
    Why answer = finder.ask(genotype, settings, context.control);
    const double quick = std::chrono::duration<double>(Clock::now() - start).count();
    finder.addEvidence(answer, settings, context.control);
    if (std::optional<SimulatedWord> word = simulation.get()) {
        WhyFinder::addSimulation(answer, std::move(*word));
    }
    const double all = std::chrono::duration<double>(Clock::now() - start).count();
    context.clearProgress();
    if (options.json) {
        nlohmann::ordered_json json = whyJson(answer, *cell);
        json["seconds"] = {{"first", quick}, {"all", all}};
        std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return;
    }
    printSentences(answer, *cell);
    if (options.labels.empty()) {
        context.say(translate("Cli", "with --labels, the nearest measured genotypes are named too"));
    }
}

} // namespace

void addWhyCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("why", "Why a genotype is predicted what it is, and what speaks for it");
    auto options = std::make_shared<WhyOptions>();
    command->add_option("--cell", options->cell, "Cell bundle")->required()->type_name("CELL");
    addModelsOption(*command, options->models)->required();
    command->add_option("--genes", options->genes, "Deleted genes, such as \"BNA1 NPT1\"")
        ->required()
        ->type_name("\"A B\"");
    command->add_option("--labels", options->labels, "Measured genotypes, to name the nearest of them")
        ->type_name("FILE");
    command->add_option("--medium", options->medium, "Medium of the simulation, as for simulate")
        ->type_name("NAME|FILE");
    command->add_option("--neighbours", options->neighbours, "Neighbours to leave out one at a time, strongest first")
        ->check(CLI::Range(0, 10000))
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--analogies", options->analogies, "Measured genotypes of each relation")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--no-simulation", options->noSimulation, "Ask the model alone");
    command->add_flag("--json", options->json, "Print JSON");
    command->callback([&context, options] { why(context, *options); });
}

} // namespace knockscape::cli
