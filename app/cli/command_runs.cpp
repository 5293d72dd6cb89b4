#include "app/cli/command.h"

#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#ifdef KNOCKSCAPE_STORE
#include "app/cli/text_table.h"
#include "engine/core/text.h"
#include "engine/store/prediction_table.h"
#include "engine/store/run_database.h"
#include "engine/store/run_provenance.h"

#include <nlohmann/json.hpp>

#include <iostream>
#endif

namespace knockscape::cli
{

#ifdef KNOCKSCAPE_STORE

namespace
{

using OrderedJson = nlohmann::ordered_json;

struct RunsOptions {
    std::int64_t run = 0;
    std::vector<std::int64_t> runs;
    std::filesystem::path output;
    std::string note;
    bool json = false;
    bool deleted = false;
    bool confirmed = false;
};

/// The database of --db, which must exist: a mistyped name must not turn into a new, empty history.
RunDatabase openDatabase(const Context &context)
{
    const auto &chosen = context.options.database;
    std::error_code error;
    if (!chosen.empty() && !std::filesystem::exists(chosen, error)) {
        throw InputError(errorAt(chosen.string(), translate("Cli", "there is no such run database"),
                                 translate("Cli", "Check the path given with --db.")));
    }
    return RunDatabase(chosen.empty() ? RunDatabase::defaultPath() : chosen);
}

RunRecord findRun(const RunDatabase &database, std::int64_t id)
{
    if (std::optional<RunRecord> run = database.find(id)) {
        return *run;
    }
    throw InputError(errorAt(database.path().string(), translate("Cli", "there is no run %1", {std::to_string(id)}),
                             translate("Cli", "\"knockscape-cli runs list\" shows the runs there are.")));
}

/// Stored JSON text as JSON; as a plain text where it is none.
OrderedJson storedJson(const std::string &text)
{
    OrderedJson value = OrderedJson::parse(text, nullptr, false);
    return value.is_discarded() ? OrderedJson(text) : value;
}

OrderedJson toJson(const RunRecord &run)
{
    return {{"id", run.id},
            {"uuid", run.uuid},
            {"started_utc", run.startedUtc},
            {"finished_utc", run.finishedUtc},
            {"kind", run.kind},
            {"status", toText(run.status)},
            {"device", run.device},
            {"engine_version", run.engineVersion},
            {"cell_name", run.cellName},
            {"cell_sha256", run.cellSha256},
            {"models", storedJson(run.modelsJson)},
            {"parameters", storedJson(run.parametersJson)},
            {"note", run.note},
            {"error", run.error},
            {"rows", run.genotypeCount},
            {"first_genotypes", run.firstGenotypes}};
}

void print(const OrderedJson &json)
{
    std::cout << json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) << '\n';
}

void listRuns(const Context &context, const RunsOptions &options)
{
    const RunDatabase database = openDatabase(context);
    const std::vector<RunRecord> runs = options.deleted ? database.deletedRuns() : database.runs();
    if (options.json) {
        OrderedJson list = OrderedJson::array();
        for (const RunRecord &run : runs) {
            list.push_back(toJson(run));
        }
        print(list);
        return;
    }
    if (runs.empty()) {
        context.say(options.deleted
                        ? translate("Cli", "No deleted runs in %1.", {database.path().string()})
                        : translate("Cli", "No runs yet in %1: predict, screen, train and simulate add them.",
                                    {database.path().string()}));
        return;
    }
    TextTable table({{"id", true},
                     {"started (UTC)", false},
                     {"kind", false},
                     {"status", false},
                     {"rows", true},
                     {"cell", false},
                     {"genotypes", false},
                     {"note", false}});
    for (const RunRecord &run : runs) {
        const bool more = run.genotypeCount > 3;
        table.addRow({std::to_string(run.id), run.startedUtc.substr(0, 19), run.kind, toText(run.status),
                      std::to_string(run.genotypeCount), run.cellName, run.firstGenotypes + (more ? ", …" : ""),
                      run.note});
    }
    table.print(std::cout);
}

void showRun(const Context &context, const RunsOptions &options)
{
    const RunDatabase database = openDatabase(context);
    const RunRecord run = findRun(database, options.run);
    OrderedJson json = toJson(run);
    json["deleted"] = database.isDeleted(run.id);
    json["artifacts"] = OrderedJson::array();
    for (const RunArtifact &artifact : database.artifacts(run.id)) {
        json["artifacts"].push_back(
            {{"kind", artifact.kind}, {"path", artifact.path.string()}, {"sha256", artifact.sha256}});
    }
    if (options.json) {
        print(json);
        return;
    }
    TextTable table({{"", false}, {"", false}});
    for (const auto &[key, value] : json.items()) {
        const std::string text = value.is_string() ? value.get<std::string>()
                                                   : value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
        if (!text.empty()) {
            table.addRow({key, text});
        }
    }
    table.print(std::cout);
}

void exportRun(const Context &context, const RunsOptions &options)
{
    requireWritable(options.output);
    const RunDatabase database = openDatabase(context);
    const RunRecord run = findRun(database, options.run);
    const std::vector<StoredPrediction> rows = database.predictions(run.id);
    writePredictionTable(options.output, rows, provenanceOf(run));
    context.say(translateCount("Cli", "%1 row of run %2 written to %3", "%1 rows of run %2 written to %3",
                               static_cast<std::int64_t>(rows.size()),
                               {std::to_string(run.id), options.output.string()}));
}

void deleteRuns(const Context &context, const RunsOptions &options)
{
    RunDatabase database = openDatabase(context);
    for (const std::int64_t id : options.runs) {
        findRun(database, id);
    }
    for (const std::int64_t id : options.runs) {
        database.remove(id);
        context.say(translate("Cli", "Run %1 deleted; \"knockscape-cli runs restore %1\" brings it back.",
                              {std::to_string(id)}));
    }
}

void restoreRuns(const Context &context, const RunsOptions &options)
{
    RunDatabase database = openDatabase(context);
    for (const std::int64_t id : options.runs) {
        findRun(database, id);
    }
    for (const std::int64_t id : options.runs) {
        database.restore(id);
        context.say(translate("Cli", "Run %1 restored.", {std::to_string(id)}));
    }
}

void noteRun(const Context &context, const RunsOptions &options)
{
    openDatabase(context).setNote(options.run, options.note);
}

void purgeRuns(const Context &context, const RunsOptions &options)
{
    RunDatabase database = openDatabase(context);
    const std::size_t count = database.deletedRuns().size();
    if (!options.confirmed) {
        throw CLI::ValidationError("--yes",
                                   translateCount("Cli", "purging removes %1 deleted run for good; add --yes to do it",
                                                  "purging removes %1 deleted runs for good; add --yes to do it",
                                                  static_cast<std::int64_t>(count)));
    }
    database.purgeDeleted();
    context.say(translateCount("Cli", "%1 deleted run removed for good.", "%1 deleted runs removed for good.",
                               static_cast<std::int64_t>(count)));
}

} // namespace

void addRunsCommands(CLI::App &app, Context &context)
{
    auto options = std::make_shared<RunsOptions>();
    CLI::App *runs = app.add_subcommand("runs", "The history of runs: list, show, export, note, delete, restore");
    const auto add = [&](const char *name, const char *description,
                         void (*work)(const Context &, const RunsOptions &)) {
        CLI::App *command = runs->add_subcommand(name, description);
        command->callback([&context, options, work] { work(context, *options); });
        return command;
    };
    const auto takeRun = [&](CLI::App *command) {
        command->add_option("RUN", options->run, "Number of the run (\"runs list\" shows it)")->required();
    };
    const auto takeRuns = [&](CLI::App *command) {
        command->add_option("RUN", options->runs, "Numbers of the runs")->required();
    };

    CLI::App *list = add("list", "Lists the runs, newest first", listRuns);
    list->add_flag("--json", options->json, "As JSON");
    list->add_flag("--deleted", options->deleted, "The deleted runs instead");
    CLI::App *show = add("show", "Shows what is known about a run", showRun);
    takeRun(show);
    show->add_flag("--json", options->json, "As JSON");
    CLI::App *exportCommand = add("export", "Writes the rows of a run as .csv, .tsv or .xlsx", exportRun);
    takeRun(exportCommand);
    exportCommand->add_option("--out", options->output, "File to write; its name decides the format")
        ->type_name("FILE")
        ->required();
    takeRuns(add("delete", "Deletes runs; \"runs restore\" brings them back until \"runs purge\"", deleteRuns));
    takeRuns(add("restore", "Brings deleted runs back", restoreRuns));
    CLI::App *note = add("note", "Writes a note on a run", noteRun);
    takeRun(note);
    note->add_option("TEXT", options->note, "The note; empty removes it")->required();
    CLI::App *purge = add("purge", "Removes deleted runs for good", purgeRuns);
    purge->add_flag("--yes", options->confirmed, "Yes, for good");
}

#else

void addRunsCommands(CLI::App &app, Context &)
{
    CLI::App *runs = app.add_subcommand("runs", "The history of runs (not in this build)");
    runs->allow_extras();
    runs->fallthrough(false); // what follows is for no other command to refuse
    runs->callback([] { throwLeftOut(translate("Cli", "run database (SQLiteCpp)")); });
}

#endif

} // namespace knockscape::cli
