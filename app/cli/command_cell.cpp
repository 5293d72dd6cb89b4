#include "app/cli/command.h"

#include "engine/cell/bundle.h"
#include "engine/cell/cell_import.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <set>

namespace knockscape::cli
{
namespace
{

using nlohmann::ordered_json;

/// Options of `cell import` as they are typed.
struct ImportOptions {
    std::string out;
    CellImportRequest request;
    std::string physical;
    std::string regulatory;
    std::vector<std::string> networks;
    std::vector<std::string> annotations;
    std::vector<std::string> columns;
    std::string genes;
    std::string sbml;
    std::string cobraJson;
    std::string features;
    bool allReactions = false;
};

/// "TYPE=F" in its two parts.
std::pair<std::string, std::filesystem::path> networkOption(const std::string &option)
{
    const std::size_t equals = option.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == option.size()) {
        throw CLI::ValidationError("--network", translate("Engine", "“%1” is not TYPE=FILE.", {option}));
    }
    return {option.substr(0, equals), option.substr(equals + 1)};
}

/// "FILE=ID" or "FILE=SOURCE:TARGET[:WEIGHT]", the file also as the type of its network.
std::pair<std::string, ColumnChoice> columnsOption(const std::string &option)
{
    const std::size_t equals = option.rfind('=');
    const bool complete = equals != std::string::npos && equals > 0 && equals + 1 < option.size();
    const std::vector<std::string_view> names =
        complete ? split(std::string_view(option).substr(equals + 1), ":") : std::vector<std::string_view>();
    if (names.empty() || names.size() > 3 || names.front().empty()) {
        throw CLI::ValidationError(
            "--columns",
            translate("Engine", "“%1” is neither FILE=SOURCE:TARGET, FILE=SOURCE:TARGET:WEIGHT nor FILE=ID.",
                      {option}));
    }
    ColumnChoice choice;
    if (names.size() == 1) {
        choice.id = names[0];
    } else {
        choice.source = names[0];
        choice.target = names[1];
        choice.weight = names.size() == 3 ? names[2] : std::string_view();
    }
    return {option.substr(0, equals), choice};
}

/// Throws CLI::ValidationError for columns of a file or type that is not imported.
void checkColumns(const CellImportRequest &request)
{
    for (const auto &[key, choice] : request.columns) {
        std::set<std::string> known = {request.genes.string(), request.features.string()};
        for (const auto &[type, path] : request.networks) {
            known.insert(type);
            known.insert(path.string());
        }
        for (const std::filesystem::path &path : request.annotations) {
            known.insert(path.string());
        }
        if (known.count(key) == 0) {
            throw CLI::ValidationError("--columns", translate("Engine", "“%1” is not imported as a table.", {key}));
        }
    }
}

CellImportRequest requestFrom(const ImportOptions &options)
{
    CellImportRequest request = options.request;
    request.genes = options.genes;
    request.sbml = options.sbml;
    request.cobraJson = options.cobraJson;
    request.features = options.features;
    request.annotations.assign(options.annotations.begin(), options.annotations.end());
    request.hyperedges.keepReactionsWithoutGenes = options.allReactions;
    if (!options.physical.empty()) {
        request.networks.emplace_back("physical", options.physical);
    }
    if (!options.regulatory.empty()) {
        request.networks.emplace_back("regulatory", options.regulatory);
    }
    for (const std::string &network : options.networks) {
        request.networks.push_back(networkOption(network));
    }
    for (const std::string &columns : options.columns) {
        request.columns.insert(columnsOption(columns));
    }
    checkColumns(request);
    if (request.name.empty()) {
        request.name = std::filesystem::path(options.out).lexically_normal().stem().string();
    }
    return request;
}

/// Numbers of a cell in a fixed order, for `cell info` and for the line after an import.
ordered_json summary(const Cell &cell)
{
    const Hypergraph hypergraph = buildHypergraph(cell.metabolism, cell.hyperedges);
    std::size_t withRule = 0;
    std::set<GeneIndex> genes;
    for (const Reaction &reaction : cell.metabolism.reactions) {
        withRule += reaction.rule.alternatives.empty() ? 0 : 1;
    }
    for (const GeneIndex gene : hypergraph.genes) {
        if (gene >= 0) {
            genes.insert(gene);
        }
    }
    ordered_json networks = ordered_json::array();
    for (const GeneNetwork &network : cell.networks) {
        networks.push_back(
            {{"type", network.type()}, {"directed", network.directed()}, {"edges", network.edges().size()}});
    }
    ordered_json sources = ordered_json::array();
    for (const CellSource &source : cell.sources) {
        sources.push_back({{"role", source.role}, {"file", source.file}, {"sha256", source.sha256}});
    }
    ordered_json result = {{"name", cell.name}, {"organism", cell.organism}, {"sha256", cell.sha256}};
    result["genes"] = cell.genes.size();
    result["gene_ids_sha256"] = cell.genes.idsSha256();
    result["annotations"] = cell.genes.annotationColumns();
    result["networks"] = networks;
    result["metabolites"] = cell.metabolism.metabolites.size();
    result["reactions"] = cell.metabolism.reactions.size();
    result["reactions_with_genes"] = withRule;
    result["metabolic_genes"] = genes.size();
    result["hypergraph"] = {{"hyperedges", hypergraph.hyperedgeCount()},
                            {"nodes", hypergraph.nodeCount()},
                            {"incidences", hypergraph.incidenceCount()},
                            {"expand_isozymes", cell.hyperedges.expandIsozymes},
                            {"expand_directions", cell.hyperedges.expandDirections},
                            {"keep_reactions_without_genes", cell.hyperedges.keepReactionsWithoutGenes}};
    result["features"] = cell.features.columns;
    result["sources"] = sources;
    return result;
}

void printLine(const std::string &label, const std::string &text)
{
    std::cout << label << ": " << text << '\n';
}

std::int64_t number(const ordered_json &value)
{
    return jsonInteger<std::int64_t>(value).value_or(0);
}

std::string count(const ordered_json &value)
{
    return value.dump();
}

void printSummary(const ordered_json &cell)
{
    printLine(translate("Engine", "Name"), cell["name"].get<std::string>());
    if (!cell["organism"].get<std::string>().empty()) {
        printLine(translate("Engine", "Organism"), cell["organism"].get<std::string>());
    }
    printLine(translate("Engine", "Genes"), count(cell["genes"]));
    for (const ordered_json &network : cell["networks"]) {
        const std::string kind =
            network["directed"].get<bool>() ? translate("Engine", "directed") : translate("Engine", "undirected");
        printLine(
            translate("Engine", "Network %1", {network["type"].get<std::string>()}),
            translateCount("Engine", "%1 interaction, %2", "%1 interactions, %2", number(network["edges"]), {kind}));
    }
    printLine(translate("Engine", "Metabolism"),
              translateCount("Engine", "%1 reaction (%2 with a gene rule)", "%1 reactions (%2 with a gene rule)",
                             number(cell["reactions"]), {count(cell["reactions_with_genes"])}) +
                  ", " + translateCount("Engine", "%1 metabolite", "%1 metabolites", number(cell["metabolites"])) +
                  ", " + translateCount("Engine", "%1 gene", "%1 genes", number(cell["metabolic_genes"])));
    const ordered_json &hypergraph = cell["hypergraph"];
    printLine(translate("Engine", "Hypergraph"),
              translateCount("Engine", "%1 hyperedge", "%1 hyperedges", number(hypergraph["hyperedges"])) + ", " +
                  translateCount("Engine", "%1 node", "%1 nodes", number(hypergraph["nodes"])) + ", " +
                  translateCount("Engine", "%1 incidence", "%1 incidences", number(hypergraph["incidences"])));
    printLine(translate("Engine", "Features"),
              translateCount("Engine", "%1 column", "%1 columns", number(cell["features"])));
    for (const ordered_json &source : cell["sources"]) {
        printLine(translate("Engine", "Source (%1)", {source["role"].get<std::string>()}),
                  source["file"].get<std::string>());
    }
    printLine("SHA-256", cell["sha256"].get<std::string>());
}

void importCommand(const ImportOptions &options, Context &context)
{
    const CellImportRequest request = requestFrom(options);
    std::vector<Issue> issues;
    Cell cell = importCell(request, issues, context.control);
    cell.sha256 = writeCellBundle(cell, options.out, context.control);
    context.clearProgress();
    context.report(issues);
    const ordered_json numbers = summary(cell);
    context.say(translate(
        "Engine", "%1, %2, %3 over %4 written to %5",
        {translateCount("Engine", "%1 gene", "%1 genes", number(numbers["genes"])),
         translateCount("Engine", "%1 network", "%1 networks", static_cast<std::int64_t>(cell.networks.size())),
         translateCount("Engine", "%1 hyperedge", "%1 hyperedges", number(numbers["hypergraph"]["hyperedges"])),
         translateCount("Engine", "%1 metabolite", "%1 metabolites", number(numbers["hypergraph"]["nodes"])),
         options.out}));
}

void infoCommand(const std::string &path, bool json, Context &context)
{
    std::vector<Issue> issues;
    const Cell cell = readCellBundle(path, issues, context.control);
    context.clearProgress();
    context.report(issues);
    const ordered_json numbers = summary(cell);
    if (json) {
        std::cout << numbers.dump(2, ' ', false, ordered_json::error_handler_t::replace) << '\n';
    } else {
        printSummary(numbers);
    }
}

void addImport(CLI::App &cell, Context &context)
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App *command = cell.add_subcommand("import", translate("Engine", "Build a cell from other people's files"));
    command->add_option("--out", options->out, translate("Engine", "Folder NAME.cell to write"))->required();
    command->add_option("--genes", options->genes, translate("Engine", "Gene table, SGD_features.tab or FASTA"));
    command->add_option("--physical", options->physical, translate("Engine", "Physical interactions"));
    command->add_option("--regulatory", options->regulatory, translate("Engine", "Regulatory interactions (directed)"));
    command->add_option("--network", options->networks,
                        translate("Engine", "Another network, as TYPE=FILE: a table, or %1", {graphFormatNames()}));
    CLI::Option *sbml = command->add_option("--sbml", options->sbml, translate("Engine", "Metabolic model in SBML"));
    command->add_option("--cobra-json", options->cobraJson, translate("Engine", "Metabolic model in COBRA JSON"))
        ->excludes(sbml);
    command->add_option("--features", options->features,
                        translate("Engine", "Gene features: table, FASTA, .npy or .safetensors"));
    command->add_option("--annotations", options->annotations, translate("Engine", "Annotations such as a GO slim"));
    command->add_option("--columns", options->columns,
                        translate("Engine", "Columns where the guess is wrong: FILE=SOURCE:TARGET, "
                                            "FILE=SOURCE:TARGET:WEIGHT (weight - for none) or FILE=ID for genes and "
                                            "features; names or numbers from 1; a network's TYPE may stand for FILE"));
    command->add_flag("--all-reactions", options->allReactions,
                      translate("Engine", "Keep reactions without a gene rule as hyperedges"));
    command->add_option("--name", options->request.name, translate("Engine", "Name of the cell"));
    command->add_option("--organism", options->request.organism, translate("Engine", "Organism of the cell"));
    command->callback([options, &context] { importCommand(*options, context); });
}

void addInfo(CLI::App &cell, Context &context)
{
    const auto path = std::make_shared<std::string>();
    const auto json = std::make_shared<bool>(false);
    CLI::App *command = cell.add_subcommand("info", translate("Engine", "Say what a cell holds"));
    command->add_option("CELL", *path, translate("Engine", "Folder NAME.cell"))->required();
    command->add_flag("--json", *json, translate("Engine", "Write JSON"));
    command->callback([path, json, &context] { infoCommand(*path, *json, context); });
}

} // namespace

void addCellCommands(CLI::App &app, Context &context)
{
    CLI::App *cell = app.add_subcommand("cell", translate("Engine", "Import cells and look at them"));
    cell->require_subcommand(1);
    addImport(*cell, context);
    addInfo(*cell, context);
}

} // namespace knockscape::cli
