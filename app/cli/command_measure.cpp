#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "engine/cell/bundle.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/plan/measurement_round.h"
#include "engine/store/prediction_table.h"

#include <iostream>
#include <memory>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

struct MeasureOptions {
    MeasurementRequest request;
    fs::path out;
};

void writeMeasured(const MeasureOptions &options, const MeasurementOutcome &outcome, const Cell &cell)
{
    const PlanTable table = measuredTable(outcome.panel, cell.genes);
    Provenance about = provenanceOf("measured interactions", "measure", &cell);
    about.cell.path = fs::absolute(options.request.cellFolder);
    about.labels.push_back({"sheet", fs::absolute(options.request.sheet), outcome.sheet.sha256});
    about.remarks = {translate("Cli", "Errors are standard errors, from replicates and from the wild types of each "
                                      "plate; fitness from labels without an error counts as exact.")};
    writeTextTable(options.out, table.columns, table.rows, table.numeric, about);
}

void printMeasured(const MeasuredPanel &panel, const GeneCatalogue &genes)
{
    TextTable table({{translate("Cli", "genotype"), false},
                     {translate("Cli", "predicted"), true},
                     {translate("Cli", "90 % interval"), false},
                     {translate("Cli", "measured"), true},
                     {"±", true},
                     {"", false}});
    for (const MeasuredInteraction &row : panel.interactions) {
        const std::string interval =
            row.interval.known()
                ? translate("Cli", "%1 to %2", {formatNumber(row.interval.low, 3), formatNumber(row.interval.high, 3)})
                : std::string();
        std::string words = row.hit ? translate("Cli", "hit") : std::string();
        if (row.interval.known() && !row.interval.holds(row.interaction)) {
            words += (words.empty() ? "" : ", ") + translate("Cli", "outside");
        }
        table.addRow({genes.labels(row.genotype, " "), formatNumber(row.predicted, 3), interval,
                      formatNumber(row.interaction, 3), formatNumber(row.error, 2), words});
    }
    table.print(std::cout);
}

void measure(const Context &context, MeasureOptions options)
{
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(options.request.cellFolder, issues, context.control);
    context.report(issues);
    options.request.cell = &cell;
    if (!options.out.empty()) {
        requireWritable(options.out);
    }
    const MeasurementOutcome outcome = addMeasurements(options.request, context.control);
    context.report(outcome.issues);
    context.clearProgress();
    printMeasured(outcome.panel, cell.genes);
    for (const std::string &sentence : describe(outcome)) {
        context.say(sentence);
    }
    if (!options.out.empty()) {
        writeMeasured(options, outcome, cell);
    }
}

} // namespace

void addMeasureCommand(CLI::App &app, Context &context)
{
    auto *command =
        app.add_subcommand("measure", "Read a filled plate sheet of a plan, compute interactions with their "
                                      "errors, and add them to labels");
    auto options = std::make_shared<MeasureOptions>();
    command->add_option("--cell", options->request.cellFolder, "Cell bundle")->required()->type_name("CELL");
    command->add_option("--plan", options->request.plan, "Folder that \"plan\" wrote")->required()->type_name("DIR");
    command->add_option("--sheet", options->request.sheet, "Filled plate sheet (CSV or TSV)")
        ->required()
        ->type_name("FILE");
    command
        ->add_option(
            "--labels", options->request.labels,
            "Labels to add to, whose fitness counts for strains that the sheet lacks; made where there are none")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--source", options->request.source,
                     "Name of the source in the labels (default: measured-round-N)")
        ->type_name("NAME");
    command->add_option("--out", options->out, "Table of predicted against measured (.csv, .tsv or .xlsx)")
        ->type_name("FILE");
    command->add_flag("--again", options->request.again, "Add a sheet that was added before");
    command->add_flag("--dry-run", options->request.dryRun, "Only show what was measured; the labels stay as they are");
    command->callback([&context, options] { measure(context, *options); });
}

} // namespace knockscape::cli
