#include "app/cli/command.h"

#ifdef KNOCKSCAPE_FBA

#include "app/cli/genotype_input.h"
#include "app/cli/run_log.h"
#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/simulation.h"
#include "engine/store/prediction_table.h"

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
    fs::path cell;
    fs::path knockouts;
    bool singles = false;
    fs::path pairs;
    fs::path medium;
    std::string objective;
    fs::path variability;
    double fraction = 1.0;
    fs::path out;
};

/// The list's genotypes, or InputError with every name that did not resolve: nothing is dropped in silence.
std::vector<Genotype> readGenotypes(const Context &context, const fs::path &file, const GeneCatalogue &genes)
{
    std::vector<Genotype> genotypes;
    for (const KnockoutEntry &entry : readResolvedList(context, file, genes)) {
        genotypes.push_back(entry.genotype);
    }
    if (genotypes.empty()) {
        throw InputError(errorAt(file.string(), translate("Cli", "there is no genotype in this list"),
                                 translate("Cli", "Write one genotype a line, such as \"ADE2 URA3\".")));
    }
    return genotypes;
}

/// All pairs of the genes that a list names.
std::vector<Genotype> readPairs(const Context &context, const fs::path &file, const GeneCatalogue &genes)
{
    std::set<GeneIndex> panel;
    for (const Genotype &genotype : readGenotypes(context, file, genes)) {
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
    return options.pairs.empty() ? readGenotypes(context, options.knockouts, cell.genes)
                                 : readPairs(context, options.pairs, cell.genes);
}

/// Which reactions each genotype blocked, for the table of their flux ranges.
class BlockedReactions
{
public:
    void add(const Genotype &genotype, const SimulatedGrowth &growth)
    {
        for (const std::int32_t reaction : growth.blockedReactions) {
            rows_.emplace_back(genotype, reaction);
            ranges_.emplace(reaction, FluxRange{});
        }
    }

    /// What each of them can carry in the wild type while it grows at `fraction` of its best.
    void write(const fs::path &path, const std::shared_ptr<const Cell> &cell, double fraction, Provenance about,
               const JobControl &control)
    {
        std::vector<std::int32_t> reactions;
        for (const auto &[reaction, range] : ranges_) {
            reactions.push_back(reaction);
        }
        const std::vector<FluxRange> found = FluxBalance(cell, control).variability(reactions, fraction, control);
        for (std::size_t i = 0; i < reactions.size(); ++i) {
            ranges_[reactions[i]] = found[i];
        }
        about.content = "flux ranges of blocked reactions in the wild type";
        std::vector<std::vector<std::string>> table;
        for (const auto &[genotype, row] : rows_) {
            const Reaction &reaction = cell->metabolism.reactions[static_cast<std::size_t>(row)];
            const FluxRange &range = ranges_[row];
            const bool needed = range.low > 0.0 || range.high < 0.0;
            table.push_back({cell->genes.ids(genotype), reaction.id, reaction.name, formatNumber(range.low),
                             formatNumber(range.high), needed ? "1" : "0"});
        }
        writeTextTable(path, {"knockouts", "reaction", "name", "low", "high", "needed"}, table,
                       {false, false, false, true, true, true}, about);
    }

private:
    std::vector<std::pair<Genotype, std::int32_t>> rows_;
    std::map<std::int32_t, FluxRange> ranges_;
};

/// Rows in the contract's simulation columns.
class SimulationTable
{
public:
    explicit SimulationTable(const GeneCatalogue &genes) : genes_(genes) {}

    void add(const Genotype &genotype, const SimulatedGrowth &growth)
    {
        rows_.push_back({genes_.ids(genotype), genes_.labels(genotype), std::to_string(genotype.size()),
                         formatNumber(growth.fitness), formatNumber(growth.growth),
                         std::to_string(growth.blockedReactions.size()), growth.status});
    }

    std::size_t size() const noexcept { return rows_.size(); }

    void write(const fs::path &path, const Provenance &about) const
    {
        writeTextTable(path, {"knockouts", "names", "n", "fitness", "growth", "blocked_reactions", "status"}, rows_,
                       {false, false, true, true, true, true, false}, about);
    }

private:
    const GeneCatalogue &genes_;
    std::vector<std::vector<std::string>> rows_;
};

StoredPrediction toStored(const Genotype &genotype, const SimulatedGrowth &growth, const GeneCatalogue &genes)
{
    PredictionRow row;
    row.genotype = genotype;
    row.prediction.fitness = growth.fitness;
    row.status = growth.status;
    return knockscape::toStored(row, genes);
}

/// The medium in full: each reaction whose bounds it changes, with the cell's own. Infinite ones as text.
nlohmann::json mediumJson(const Cell &own, const Cell &cell)
{
    const auto bound = [](double value) {
        return std::isfinite(value) ? nlohmann::json(value) : nlohmann::json(value < 0.0 ? "-inf" : "inf");
    };
    nlohmann::json list = nlohmann::json::array();
    for (const ChangedBounds &changed : changedBounds(own, cell)) {
        list.push_back({{"reaction", changed.reaction},
                        {"lower_bound", bound(changed.lower)},
                        {"upper_bound", bound(changed.upper)},
                        {"own_lower_bound", bound(changed.ownLower)},
                        {"own_upper_bound", bound(changed.ownUpper)}});
    }
    return list;
}

Provenance describe(const SimulateOptions &options, const Cell &cell, const std::string &parametersJson)
{
    Provenance about = provenanceOf("growth simulated by flux balance analysis", "simulate", &cell);
    about.cell.path = fs::absolute(options.cell);
    about.medium = options.medium.empty() ? translate("Cli", "as the cell has it") : options.medium.string();
    about.objective = options.objective.empty() ? translate("Cli", "as the cell has it") : options.objective;
    about.parametersJson = parametersJson;
    return about;
}

void simulate(const Context &context, const SimulateOptions &options)
{
    if (!options.singles && options.knockouts.empty() && options.pairs.empty()) {
        throw CLI::RequiredError("--singles, --pairs or --knockouts");
    }
    requireWritable(options.out);
    if (!options.variability.empty()) {
        requireWritable(options.variability);
    }
    std::vector<Issue> issues;
    GrowthConditions conditions;
    conditions.objective = options.objective;
    if (!options.medium.empty()) {
        conditions.medium = readMedium(options.medium, issues);
    }
    const auto own = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    const auto cell = underConditions(own, conditions);
    context.report(issues);
    const std::vector<Genotype> genotypes = chosenGenotypes(context, options, *cell);
    nlohmann::json parameters{{"cell", fs::absolute(options.cell).string()},
                                    {"singles", options.singles},
                                    {"knockouts", options.knockouts.string()},
                                    {"pairs", options.pairs.string()},
                                    {"medium", options.medium.string()},
                                    {"objective", options.objective},
                                    {"genotypes", genotypes.size()}};
    if (conditions.medium) {
        parameters["medium_bounds"] = mediumJson(*own, *cell);
    }
    const std::string parametersJson = parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    RunLog log(context, {"simulate", cell.get(), {}, parametersJson, "cpu"});
    const Provenance about = describe(options, *cell, parametersJson);
    log.record([&] {
        SimulationTable table(cell->genes);
        bool cancelled = false;
        std::size_t withoutAnswer = 0;
        std::size_t outsideModel = 0;
        BlockedReactions blocked;
        const auto sink = [&](std::size_t index, const SimulatedGrowth &growth) {
            table.add(genotypes[index], growth);
            if (!options.variability.empty()) {
                blocked.add(genotypes[index], growth);
            }
            withoutAnswer += std::isnan(growth.growth) ? 1 : 0;
            outsideModel += growth.genesInModel == 0 && !genotypes[index].empty() ? 1 : 0;
            const StoredPrediction stored = toStored(genotypes[index], growth, cell->genes);
            log.append({&stored, 1});
        };
        try {
            simulateAll(cell, genotypes, context.options.threads, sink, context.control);
        } catch (const Cancelled &) {
            cancelled = true;
        }
        table.write(options.out, about);
        log.addArtifact("simulation", options.out);
        context.say(translateCount(
            "Cli", "%2 of %1 genotype simulated; written to %3", "%2 of %1 genotypes simulated; written to %3",
            static_cast<std::int64_t>(genotypes.size()), {std::to_string(table.size()), options.out.string()}));
        if (withoutAnswer > 0) {
            context.report(
                {warningAt(options.out.string(),
                           translateCount("Cli", "%1 genotype has no answer: no growth could be shown to be right",
                                          "%1 genotypes have no answer: no growth could be shown to be right",
                                          static_cast<std::int64_t>(withoutAnswer)),
                           translate("Cli", "Their status says so; their numbers are empty."))});
        }
        if (outsideModel > 0) {
            context.report({noteAt(
                options.out.string(),
                translateCount("Cli", "%1 genotype deletes no gene that the metabolic model knows",
                               "%1 genotypes delete no gene that the metabolic model knows",
                               static_cast<std::int64_t>(outsideModel)),
                translate("Cli",
                          "Their growth is the wild type's and says nothing about them; their status says so."))});
        }
        if (cancelled) {
            throw Cancelled();
        }
        if (!options.variability.empty()) {
            blocked.write(options.variability, cell, options.fraction, about, context.control);
            log.addArtifact("variability", options.variability);
        }
    });
}

} // namespace

void addSimulateCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("simulate", "Growth of deletions by flux balance analysis, relative to wild type");
    auto options = std::make_shared<SimulateOptions>();
    command->add_option("--cell", options->cell, "Cell bundle with a metabolic network")->required()->type_name("CELL");
    auto *singles = command->add_flag("--singles", options->singles, "Delete each gene that a reaction needs");
    command->add_option("--knockouts", options->knockouts, "Knockout list, one genotype a line")
        ->type_name("FILE")
        ->excludes(singles);
    command->add_option("--pairs", options->pairs, "Delete all pairs of the genes in this list")
        ->type_name("FILE")
        ->excludes(singles)
        ->excludes("--knockouts");
    command
        ->add_option("--medium", options->medium,
                     "Table of exchange reactions and their largest uptake (columns reaction, uptake); the others "
                     "take nothing up")
        ->type_name("FILE");
    command->add_option("--objective", options->objective, "Reaction to maximise instead of the model's objective")
        ->type_name("REACTION");
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
