#include "app/cli/command.h"

#ifdef KNOCKSCAPE_FBA

#include "app/cli/run_log.h"
#include "engine/cell/bundle.h"
#include "engine/cell/knockout_list.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/simulation.h"
#include "engine/store/prediction_table.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct SimulateOptions {
    fs::path cell;
    fs::path knockouts;
    bool singles = false;
    fs::path out;
};

/// The list's genotypes, or InputError with every name that did not resolve: nothing is dropped in silence.
std::vector<Genotype> readGenotypes(const fs::path &file, const GeneCatalogue &genes)
{
    std::vector<Genotype> genotypes;
    std::vector<Issue> issues;
    for (const KnockoutEntry &entry : readKnockoutList(file, genes)) {
        genotypes.push_back(entry.genotype);
        issues.insert(issues.end(), entry.issues.begin(), entry.issues.end());
    }
    if (!issues.empty()) {
        throw InputError(issues);
    }
    if (genotypes.empty()) {
        throw InputError(errorAt(file.string(), translate("Cli", "there is no genotype in this list"),
                                 translate("Cli", "Write one genotype a line, such as \"ADE2 URA3\".")));
    }
    return genotypes;
}

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

    void write(const fs::path &path) const
    {
        writeTextTable(path, {"knockouts", "names", "n", "fitness", "growth", "blocked_reactions", "status"}, rows_,
                       {false, false, true, true, true, true, false});
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

void simulate(const Context &context, const SimulateOptions &options)
{
    if (!options.singles && options.knockouts.empty()) {
        throw CLI::RequiredError("--singles or --knockouts");
    }
    requireWritable(options.out);
    std::vector<Issue> issues;
    const auto cell = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    context.report(issues);
    const std::vector<Genotype> genotypes =
        options.singles ? metabolicSingles(*cell) : readGenotypes(options.knockouts, cell->genes);
    const nlohmann::json parameters{{"cell", fs::absolute(options.cell).string()},
                                    {"singles", options.singles},
                                    {"knockouts", options.knockouts.string()},
                                    {"genotypes", genotypes.size()}};
    const std::string parametersJson = parameters.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    RunLog log(context, {"simulate", cell.get(), {}, parametersJson, "cpu"});
    log.record([&] {
        SimulationTable table(cell->genes);
        bool cancelled = false;
        std::size_t withoutAnswer = 0;
        const auto sink = [&](std::size_t index, const SimulatedGrowth &growth) {
            table.add(genotypes[index], growth);
            withoutAnswer += std::isnan(growth.growth) ? 1 : 0;
            const StoredPrediction stored = toStored(genotypes[index], growth, cell->genes);
            log.append({&stored, 1});
        };
        try {
            simulateAll(cell, genotypes, context.options.threads, sink, context.control);
        } catch (const Cancelled &) {
            cancelled = true;
        }
        table.write(options.out);
        log.addArtifact("simulation", options.out);
        context.say(translate("Cli", "%1 of %2 genotypes simulated; written to %3",
                              {std::to_string(table.size()), std::to_string(genotypes.size()), options.out.string()}));
        if (withoutAnswer > 0) {
            context.report({warningAt(
                options.out.string(),
                translate("Cli", "%1 genotypes have no answer: the solver failed", {std::to_string(withoutAnswer)}),
                translate("Cli", "Their status says so; their numbers are empty."))});
        }
        if (cancelled) {
            throw Cancelled();
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
