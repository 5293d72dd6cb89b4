#include "app/cli/command.h"

#ifdef KNOCKSCAPE_FBA

#include "app/cli/genotype_input.h"
#include "app/cli/run_log.h"
#include "app/cli/simulation_options.h"
#include "app/cli/simulation_tables.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/fba/simulation.h"
#include "engine/store/prediction_table.h"
#include "engine/store/table_writer.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct SimulateOptions {
    ConditionOptions conditions;
    fs::path knockouts;
    std::string genes;
    bool singles = false;
    fs::path pairs;
    FluxMethod method = FluxMethod::Optimum;
    fs::path variability;
    double fraction = 1.0;
    fs::path fluxes;
    fs::path out;

    /// What is only growth costs less.
    bool wantsFluxes() const { return method != FluxMethod::Optimum || !fluxes.empty(); }
};

/// The genotypes of a list or of --genes, or InputError with every name that did not resolve.
std::vector<Genotype> readAll(const Context &context, const fs::path &file, const std::string &genes,
                              const GeneCatalogue &catalogue)
{
    std::vector<Genotype> genotypes;
    for (const KnockoutEntry &entry : readGenotypes(context, file, genes, catalogue, false)) {
        genotypes.push_back(entry.genotype);
    }
    return genotypes;
}

/// All pairs of the genes that a list names.
std::vector<Genotype> readPairs(const Context &context, const fs::path &file, const GeneCatalogue &genes)
{
    std::set<GeneIndex> panel;
    for (const Genotype &genotype : readAll(context, file, {}, genes)) {
        panel.insert(genotype.genes().begin(), genotype.genes().end());
    }
    std::vector<Genotype> pairs;
    for (auto first = panel.begin(); first != panel.end(); ++first) {
        for (auto second = std::next(first); second != panel.end(); ++second) {
            pairs.push_back(Genotype{*first, *second});
        }
    }
    if (pairs.empty()) {
        throw InputError(errorAt(file.string(), translate("Cli", "a single gene makes no pair"),
                                 translate("Cli", "Name at least two genes.")));
    }
    return pairs;
}

std::vector<Genotype> chosenGenotypes(const Context &context, const SimulateOptions &options, const Cell &cell)
{
    if (options.singles) {
        return metabolicSingles(cell);
    }
    return options.pairs.empty() ? readAll(context, options.knockouts, options.genes, cell.genes)
                                 : readPairs(context, options.pairs, cell.genes);
}

StoredPrediction toStored(const Genotype &genotype, const SimulatedGrowth &growth, const GeneCatalogue &genes)
{
    PredictionRow row;
    row.genotype = genotype;
    row.prediction.fitness = growth.fitness;
    row.status = growth.status;
    return knockscape::toStored(row, genes);
}

std::string contentOf(FluxMethod method)
{
    switch (method) {
    case FluxMethod::Parsimonious:
        return "growth simulated by parsimonious flux balance analysis";
    case FluxMethod::LinearMoma:
        return "growth simulated by linear MOMA";
    default:
        return "growth simulated by flux balance analysis";
    }
}

Provenance describe(const SimulateOptions &options, const SimulatedCell &conditions, const std::string &parametersJson)
{
    Provenance about = provenanceOf(contentOf(options.method), "simulate", conditions.cell.get());
    recordConditions(conditions, options.conditions, about);
    about.parametersJson = parametersJson;
    return about;
}

std::string parametersOf(const SimulateOptions &options, const SimulatedCell &conditions, std::size_t genotypes)
{
    nlohmann::json parameters{{"singles", options.singles},       {"knockouts", options.knockouts.string()},
                              {"genes", options.genes},           {"pairs", options.pairs.string()},
                              {"method", nameOf(options.method)}, {"genotypes", genotypes}};
    recordConditions(conditions, options.conditions, parameters);
    return parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// What is asked for and cannot be written must not be found out at the end.
void requireRoomForTables(const SimulateOptions &options, std::size_t genotypes, const Cell &cell)
{
    requireRoom(options.out, genotypes);
    if (!options.fluxes.empty()) {
        requireRoom(options.fluxes, genotypes * cell.metabolism.reactions.size());
    }
}

/// The answers of one run, on their way into its tables and the run database.
class Answers
{
public:
    Answers(const SimulateOptions &options, const Cell &cell, const std::vector<Genotype> &genotypes, RunLog &log)
        : options_(options), cell_(cell), genotypes_(genotypes), log_(log), table_(cell.genes, options.method),
          fluxes_(cell)
    {
    }

    void add(std::size_t index, const SimulatedFluxes &answer)
    {
        const Genotype &genotype = genotypes_[index];
        table_.add(genotype, answer);
        if (!options_.fluxes.empty()) {
            fluxes_.add(genotype, answer.fluxes);
        }
        if (!options_.variability.empty()) {
            blocked_.add(genotype, answer.growth);
        }
        withoutAnswer_ += std::isnan(answer.growth.growth) ? 1 : 0;
        outsideModel_ += answer.growth.genesInModel == 0 && !genotype.empty() ? 1 : 0;
        const StoredPrediction stored = toStored(genotype, answer.growth, cell_.genes);
        log_.append({&stored, 1});
    }

    void write(const Context &context, const Provenance &about)
    {
        table_.write(options_.out, about);
        log_.addArtifact("simulation", options_.out);
        if (!options_.fluxes.empty()) {
            fluxes_.write(options_.fluxes, about);
            log_.addArtifact("fluxes", options_.fluxes);
        }
        context.say(translateCount(
            "Cli", "%2 of %1 genotype simulated; written to %3", "%2 of %1 genotypes simulated; written to %3",
            static_cast<std::int64_t>(genotypes_.size()), {std::to_string(table_.size()), options_.out.string()}));
        context.report(remarks());
    }

    void writeRanges(const std::shared_ptr<const Cell> &cell, const Provenance &about, const JobControl &control)
    {
        if (!options_.variability.empty()) {
            blocked_.write(options_.variability, cell, options_.fraction, about, control);
            log_.addArtifact("variability", options_.variability);
        }
    }

private:
    std::vector<Issue> remarks() const
    {
        std::vector<Issue> issues;
        if (withoutAnswer_ > 0) {
            issues.push_back(
                warningAt(options_.out.string(),
                          translateCount("Cli", "%1 genotype has no answer: no growth could be shown to be right",
                                         "%1 genotypes have no answer: no growth could be shown to be right",
                                         static_cast<std::int64_t>(withoutAnswer_)),
                          translate("Cli", "Their status says so; their numbers are empty.")));
        }
        if (outsideModel_ > 0) {
            issues.push_back(noteAt(
                options_.out.string(),
                translateCount("Cli", "%1 genotype deletes no gene that the metabolic model knows",
                               "%1 genotypes delete no gene that the metabolic model knows",
                               static_cast<std::int64_t>(outsideModel_)),
                translate("Cli",
                          "Their growth is the wild type's and says nothing about them; their status says so.")));
        }
        return issues;
    }

    const SimulateOptions &options_;
    const Cell &cell_;
    const std::vector<Genotype> &genotypes_;
    RunLog &log_;
    SimulationTable table_;
    FluxTable fluxes_;
    BlockedReactions blocked_;
    std::size_t withoutAnswer_ = 0;
    std::size_t outsideModel_ = 0;
};

/// True if all were answered, false if it was cancelled before.
bool answerAll(const SimulateOptions &options, const std::shared_ptr<const Cell> &cell,
               const std::vector<Genotype> &genotypes, Answers &answers, const Context &context)
{
    const int threads = context.options.threads;
    try {
        if (options.wantsFluxes()) {
            const auto sink = [&](std::size_t index, const SimulatedFluxes &answer) { answers.add(index, answer); };
            simulateAllFluxes(cell, genotypes, options.method, threads, sink, context.control);
        } else {
            const auto sink = [&](std::size_t index, const SimulatedGrowth &growth) {
                answers.add(index, {growth, {}, 0.0, 0.0});
            };
            simulateAll(cell, genotypes, threads, sink, context.control);
        }
    } catch (const Cancelled &) {
        return false;
    }
    return true;
}

void simulate(const Context &context, const SimulateOptions &options)
{
    if (!options.singles && options.knockouts.empty() && options.pairs.empty() && options.genes.empty()) {
        throw CLI::RequiredError("--singles, --pairs, --knockouts or --genes");
    }
    for (const fs::path &path : {options.out, options.fluxes, options.variability}) {
        if (!path.empty()) {
            requireWritable(path);
        }
    }
    const SimulatedCell conditions = openSimulatedCell(context, options.conditions);
    const std::shared_ptr<const Cell> &cell = conditions.cell;
    const std::vector<Genotype> genotypes = chosenGenotypes(context, options, *cell);
    requireRoomForTables(options, genotypes.size(), *cell);
    const std::string parametersJson = parametersOf(options, conditions, genotypes.size());
    RunLog log(context, {"simulate", cell.get(), {}, parametersJson, "cpu"});
    const Provenance about = describe(options, conditions, parametersJson);
    log.record([&] {
        Answers answers(options, *cell, genotypes, log);
        bool complete = false;
        onItsMedium(conditions, context.control,
                    [&] { complete = answerAll(options, cell, genotypes, answers, context); });
        answers.write(context, about);
        if (!complete) {
            throw Cancelled();
        }
        answers.writeRanges(cell, about, context.control);
    });
}

} // namespace

void addSimulateCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("simulate", "Growth of deletions by flux balance analysis, relative to wild type");
    auto options = std::make_shared<SimulateOptions>();
    addConditionOptions(*command, options->conditions);
    auto *singles = command->add_flag("--singles", options->singles, "Delete each gene that a reaction needs");
    command->add_option("--knockouts", options->knockouts, "Knockout list, one genotype a line")
        ->type_name("FILE")
        ->excludes(singles);
    command->add_option("--pairs", options->pairs, "Delete all pairs of the genes in this list")
        ->type_name("FILE")
        ->excludes(singles)
        ->excludes("--knockouts");
    command->add_option("--genes", options->genes, "Genotypes here, such as \"ADE2 URA3;LEU2\"; WT is the wild type")
        ->type_name("\"A B;C D\"")
        ->excludes(singles)
        ->excludes("--knockouts")
        ->excludes("--pairs");
    command
        ->add_option_function<std::string>(
            "--method", [options](const std::string &name) { options->method = *fluxMethodOf(name); },
            "fba: the best growth (default); pfba: and the least total flux; lmoma: least change from the "
            "wild type's fluxes (linear MOMA)")
        ->check([](const std::string &name) {
            return fluxMethodOf(name) ? std::string()
                                      : translate("Cli", "\"%1\" is no method; use fba, pfba or lmoma", {name});
        })
        ->type_name("METHOD");
    command
        ->add_option("--fluxes", options->fluxes,
                     "Also write the flux of every reaction in every genotype (.csv, .tsv or .xlsx)")
        ->type_name("FILE");
    auto *variability = command
                            ->add_option("--variability", options->variability,
                                         "Also write what each blocked reaction can carry in the growing wild type")
                            ->type_name("FILE");
    command
        ->add_option("--fraction", options->fraction, "Part of the wild type's growth for --variability (default: 1)")
        ->check(CLI::Range(0.0, 1.0))
        ->needs(variability)
        ->type_name("F");
    command->add_option("--out", options->out, "Table to write (.csv, .tsv or .xlsx)")->required()->type_name("FILE");
    command->callback([&context, options] { simulate(context, *options); });
}

} // namespace knockscape::cli

#else

namespace knockscape::cli
{

void addSimulateCommand(CLI::App &app, Context &)
{
    auto *command = app.add_subcommand("simulate", "Growth of deletions by flux balance analysis (not in this build)");
    command->allow_extras();
    command->fallthrough(false); // what follows is for no other command to refuse
    command->callback([] { throwLeftOut("flux balance analysis (GLPK)"); });
}

} // namespace knockscape::cli

#endif
