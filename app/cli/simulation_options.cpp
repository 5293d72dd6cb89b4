#ifdef KNOCKSCAPE_FBA

#include "app/cli/simulation_options.h"

#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/fba/explanation.h"
#include "engine/fba/growth_conditions.h"
#include "engine/fba/medium_record.h"

namespace knockscape::cli
{

void addConditionOptions(CLI::App &command, ConditionOptions &options)
{
    command.add_option("--cell", options.cell, "Cell bundle with a metabolic network")->required()->type_name("CELL");
    std::string media("Medium: ");
    media += joined(builtInMedia(), ", ");
    media +=
        ", one saved beside the cell, or a table of exchange reactions and their largest uptake (columns reaction, "
        "uptake; the others take nothing up)";
    command.add_option("--medium", options.medium, media)->type_name("NAME|FILE");
    command.add_option("--objective", options.objective, "Reaction to maximise instead of the model's objective")
        ->type_name("REACTION");
}

SimulatedCell openSimulatedCell(const Context &context, const ConditionOptions &options)
{
    std::vector<Issue> issues;
    auto read = std::make_shared<const Cell>(readCellBundle(options.cell, issues, context.control));
    GrowthConditions conditions;
    conditions.objective = options.objective;
    SimulatedCell result;
    result.own = underConditions(std::move(read), conditions);
    result.medium = findMedium(*result.own, options.cell, options.medium, issues);
    result.cell = onMedium(result.own, result.medium);
    context.report(issues);
    return result;
}

void onItsMedium(const SimulatedCell &cell, const JobControl &control, const std::function<void()> &work)
{
    try {
        work();
    } catch (const InputError &error) {
        if (cell.cell == cell.own) {
            throw;
        }
        std::string missing;
        try {
            const Explanation explanation = explainMedium(cell.own, cell.medium, control);
            // Another error than that of a wild type without growth explains itself.
            if (explanation.growth.fitness >= LethalFitness) {
                throw error;
            }
            for (const ExplanationSentence &sentence : sentencesOf(explanation, *cell.own)) {
                missing += (missing.empty() ? "" : " ") + sentence.text;
            }
        } catch (const EngineError &) {
            throw error;
        }
        throw InputError(
            errorAt(cell.medium.title, translate("Cli", "the wild type does not grow on this medium"), missing));
    }
}

void recordConditions(const SimulatedCell &cell, const ConditionOptions &options, Provenance &about)
{
    about.cell.path = std::filesystem::absolute(options.cell);
    about.medium = cell.medium.title;
    about.objective = options.objective.empty() ? translate("Cli", "as the cell has it") : options.objective;
}

void recordConditions(const SimulatedCell &cell, const ConditionOptions &options, nlohmann::json &parameters)
{
    parameters["cell"] = std::filesystem::absolute(options.cell).string();
    parameters["objective"] = options.objective;
    parameters.update(nlohmann::json::parse(mediumRecord(*cell.own, *cell.cell, cell.medium)));
}

} // namespace knockscape::cli

#endif
