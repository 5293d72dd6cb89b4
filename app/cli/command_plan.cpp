#include "app/cli/command.h"
#include "app/cli/genotype_input.h"
#include "app/cli/model_options.h"
#include "app/cli/screen_simulation.h"
#include "engine/cell/bundle.h"
#include "engine/core/files.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/module/torch_module.h"
#include "engine/plan/plan_files.h"
#include "engine/plan/plan_json.h"
#include "engine/plan/strain_stock.h"
#include "engine/training/label_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <utility>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct PlanOptions {
    fs::path cell;
    std::vector<fs::path> models;
    fs::path config;
    fs::path screen;
    fs::path genes;
    bool allPartners = false;
    int order = 2;
    std::vector<fs::path> labels;
    fs::path strains;
    std::string goal = "find";
    bool hypomorphs = false;
    double linkedKb = 20.0;
    std::vector<fs::path> otherModels;
    bool simulation = false;
    std::string medium;
    PlanRequest request;
    PlateOptions plates;
    std::string format = "csv";
    bool json = false;
    fs::path out;
};

std::vector<GeneIndex> panelOf(const Context &context, const PlanOptions &options, const GeneCatalogue &genes)
{
    if (options.genes.empty()) {
        return allGenes(genes.size());
    }
    std::vector<GeneIndex> panel;
    for (const KnockoutEntry &entry : readResolvedList(context, options.genes, genes)) {
        panel.insert(panel.end(), entry.genotype.genes().begin(), entry.genotype.genes().end());
    }
    return panel;
}

std::shared_ptr<const GenotypeSource> sourceOf(const Context &context, const PlanOptions &options,
                                               const GeneCatalogue &genes)
{
    std::vector<Genotype> genotypes;
    if (!options.screen.empty()) {
        for (const KnockoutEntry &entry : readResolvedList(context, options.screen, genes)) {
            genotypes.push_back(entry.genotype);
        }
    } else if (options.allPartners) {
        for (const GeneIndex gene : panelOf(context, options, genes)) {
            for (const GeneIndex partner : allGenes(genes.size())) {
                if (partner != gene) {
                    genotypes.push_back(Genotype{gene, partner});
                }
            }
        }
    } else {
        return std::make_shared<Combinations>(panelOf(context, options, genes), options.order);
    }
    // A genotype is planned once, however often the list names it.
    std::sort(genotypes.begin(), genotypes.end());
    genotypes.erase(std::unique(genotypes.begin(), genotypes.end()), genotypes.end());
    return std::make_shared<GenotypeList>(std::move(genotypes));
}

/// What is known and what lies in the freezer.
void addStock(const Context &context, const PlanOptions &options, const GeneCatalogue &genes, PlanRequest &request,
              Provenance &about)
{
    if (!options.labels.empty()) {
        std::vector<Issue> issues;
        const LabelTable table = readLabelFiles(options.labels, genes, issues, context.control);
        const KnownValues known = knownValues(table.labels);
        const std::vector<Issue> more = issuesOf(known, options.labels.front().string());
        issues.insert(issues.end(), more.begin(), more.end());
        context.report(issues);
        request.stock.measured = known.fitness;
        request.answered = known.interactions;
        for (const fs::path &path : options.labels) {
            about.labels.push_back({{}, fs::absolute(path), sha256OfFile(path)});
        }
    }
    if (!options.strains.empty()) {
        for (const KnockoutEntry &entry : readResolvedList(context, options.strains, genes)) {
            request.stock.freezer.insert(entry.genotype);
        }
    }
}

std::string parametersJson(const PlanOptions &options)
{
    const nlohmann::json parameters{{"goal", options.goal},
                                    {"budget", options.request.budget},
                                    {"threshold", options.request.threshold},
                                    {"screen", options.screen.string()},
                                    {"genes", options.genes.string()},
                                    {"all_partners", options.allPartners},
                                    {"order", options.order},
                                    {"strains", options.strains.string()},
                                    {"hypomorphs", options.hypomorphs},
                                    {"linked_kb", options.linkedKb},
                                    {"per_gene", options.request.mostPerGene},
                                    {"genotypes", options.request.mostGenotypes},
                                    {"min_support", options.request.minSupport},
                                    {"noise", options.request.noise},
                                    {"keep", options.request.keep},
                                    {"wells", options.plates.wells},
                                    {"replicates", options.plates.replicates},
                                    {"controls", options.plates.controls},
                                    {"blanks", options.plates.blanks},
                                    {"edge", options.plates.edge},
                                    {"seed", options.plates.seed}};
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// What the model is compared with, or nothing.
struct OtherEvaluator {
    ScreenSimulation simulation;
    std::unique_ptr<Predictor> model;

    Predictor *get() const { return model ? model.get() : simulation.predictor.get(); }
};

OtherEvaluator openOther(const Context &context, const PlanOptions &options, const std::shared_ptr<const Cell> &cell)
{
    OtherEvaluator other;
    if (!options.otherModels.empty()) {
        other.model = torchModule().openModels(options.otherModels, cell,
                                               {context.options.device, context.options.threads, options.config},
                                               context.control);
    } else if (options.simulation) {
        ScreenOptions simulated;
        simulated.cell = options.cell;
        simulated.medium = options.medium;
        other.simulation = openSimulation(context, simulated);
    }
    return other;
}

void plan(const Context &context, PlanOptions options)
{
    PlanRequest &request = options.request;
    request.goals = parseGoals(options.goal);
    request.essentialAsHypomorphs = options.hypomorphs;
    request.linkedWithin = 1000.0 * options.linkedKb;
    options.plates.seed = context.options.seed;
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    Provenance about;
    request.source = sourceOf(context, options, cell->genes);
    addStock(context, options, cell->genes, request, about);
    const std::unique_ptr<Predictor> predictor = torchModule().openModels(
        options.models, cell, {context.options.device, context.options.threads, options.config}, context.control);
    const OtherEvaluator other = openOther(context, options, cell);
    const std::vector<Provenance::Input> labels = about.labels;
    about = provenanceOf("plan", "plan", cell.get(), predictor->models());
    about.cell.path = fs::absolute(options.cell);
    about.labels = labels;
    about.parametersJson = parametersJson(options);
    const Plan made = makePlan(*predictor, request, other.get(), context.control);
    const PlateLayout layout = layOutPlates(made, options.plates);
    const PlanOutput output{&made, &request, &layout, cell.get(), predictor->models(), about};
    const std::vector<fs::path> written = writePlan(options.out, output, options.format);
    context.clearProgress();
    for (const std::string &remark : made.remarks) {
        context.say(remark);
    }
    context.say(translateCount("Cli", "%1 plate; everything is in %2", "%1 plates; everything is in %2",
                               static_cast<std::int64_t>(layout.plates), {options.out.string()}));
    if (options.json) {
        std::cout << toJson(output) << '\n';
    }
}

void addCandidateOptions(CLI::App &command, PlanOptions &options)
{
    command.add_option("--cell", options.cell, "Cell bundle")->required()->type_name("CELL");
    addModelsOption(command, options.models)->required();
    command.add_option("--config", options.config, "Hyper-parameters (JSON) of a model that carries none")
        ->type_name("FILE");
    CLI::Option *screen =
        command.add_option("--screen", options.screen, "Genotypes to choose from: a screen's table, or any list")
            ->type_name("FILE");
    CLI::Option *genes = command
                             .add_option("--genes", options.genes,
                                         "Genes of interest: choose from all their combinations (default: "
                                         "all genes of the cell)")
                             ->excludes(screen)
                             ->type_name("FILE");
    command.add_flag("--all-partners", options.allPartners, "With --genes: pairs of these with any gene of the cell")
        ->needs(genes);
    command.add_option("--order", options.order, "Genes per combination: 2 (default) or 3")
        ->check(CLI::Range(2, 3))
        ->type_name("K");
    command
        .add_option("--labels", options.labels,
                    "Measured values: strains in them need not be built, and interactions are not asked again")
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command.add_option("--strains", options.strains, "List of strains in the freezer: measured, but not built")
        ->type_name("FILE");
}

void addChoiceOptions(CLI::App &command, PlanOptions &options)
{
    command.add_option("--budget", options.request.budget, "Strains to build at most")
        ->required()
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}))
        ->type_name("N");
    command
        .add_option("--goal", options.goal,
                    "find (hits, default), learn (information), test (disagreements), mixture, or weights such as "
                    "\"find=1,learn=0.2\"")
        ->type_name("GOAL");
    command
        .add_option("--threshold", options.request.threshold,
                    "An interaction below this is a hit, above it where it is positive (default -0.12)")
        ->type_name("VALUE");
    command.add_option("--per-gene", options.request.mostPerGene, "Genotypes per gene at most (default 10; 0: any)")
        ->type_name("K");
    command.add_option("--genotypes", options.request.mostGenotypes, "Genotypes at most (default 0: as many as fit)")
        ->type_name("N");
    command.add_flag("--hypomorphs", options.hypomorphs,
                     "Keep genotypes with essential genes, to be built as hypomorphs (default: left out)");
    command
        .add_option("--linked", options.linkedKb,
                    "Leave out genotypes with two genes nearer than this on a chromosome, in kb (default 20)")
        ->check(CLI::NonNegativeNumber)
        ->type_name("KB");
    command
        .add_option("--min-support", options.request.minSupport,
                    "Leave out genotypes with a gene that fewer training genotypes held (default 0)")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    command
        .add_option("--noise", options.request.noise,
                    "Standard deviation of a measured interaction around the true one (default 0.05)")
        ->check(CLI::PositiveNumber)
        ->type_name("SD");
    command.add_option("--keep", options.request.keep, "Candidates to choose from (default 20000)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->type_name("N");
    CLI::Option *other = command.add_option("--other-model", options.otherModels, "For the goal test: the other model")
                             ->type_name("MODEL")
                             ->expected(1)
                             ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    CLI::Option *simulation =
        command.add_flag("--simulation", options.simulation, "For the goal test: flux balance as the other evaluator")
            ->excludes(other);
    command.add_option("--medium", options.medium, "With --simulation: the medium, as \"simulate\" takes it")
        ->needs(simulation)
        ->type_name("NAME|FILE");
}

void addPlateOptions(CLI::App &command, PlanOptions &options)
{
    command.add_option("--plate", options.plates.wells, "Wells of a plate: 96 (default) or 384")
        ->check(CLI::IsMember({96, 384}))
        ->type_name("WELLS");
    command.add_option("--replicates", options.plates.replicates, "Wells per strain (default 4)")
        ->check(CLI::Range(1, 384))
        ->type_name("N");
    command.add_option("--controls", options.plates.controls, "Wild types per plate among the strains (default 4)")
        ->check(CLI::Range(0, 384))
        ->type_name("N");
    command.add_option("--blanks", options.plates.blanks, "Wells with medium only per plate (default 1)")
        ->check(CLI::Range(0, 384))
        ->type_name("N");
    command.add_flag("!--no-edge", options.plates.edge, "Use the outermost wells for strains too");
    command.add_option("--format", options.format, "Tables as csv (default), tsv or xlsx")
        ->check(CLI::IsMember({"csv", "tsv", "xlsx"}))
        ->type_name("FORMAT");
    command.add_flag("--json", options.json, "Also print plan.json");
    command
        .add_option("--out", options.out,
                    "Folder to write: strains, genotypes and plates (tables), plates as pictures, reasons, plan.json")
        ->required()
        ->type_name("DIR");
}

} // namespace

void addPlanCommand(CLI::App &app, Context &context)
{
    auto *command = app.add_subcommand("plan", "Which strains to build next, and on which plates to measure them");
    auto options = std::make_shared<PlanOptions>();
    options->request.mostPerGene = 10;
    addCandidateOptions(*command, *options);
    addChoiceOptions(*command, *options);
    addPlateOptions(*command, *options);
    command->callback([&context, options] { plan(context, *options); });
}

} // namespace knockscape::cli
