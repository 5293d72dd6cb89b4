#include "engine/cell/cell_importer.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/importers/delimited_network.h"
#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/gene_features.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <map>
#include <utility>

namespace knockscape
{
namespace
{

/// Bytes that are read of a file, decompressed, at most. The largest that people have fit (BioGRID of one organism has
/// 300 MB, yeast-GEM 3, Human-GEM 40), and what a hostile one can do stays bounded.
constexpr std::uint64_t networkLimit = std::uint64_t{400} << 20U;
constexpr std::uint64_t sbmlLimit = std::uint64_t{128} << 20U;

RawNetwork readNetwork(ImportFile &file, const std::string &type, const ColumnChoice &choice)
{
    const std::string wanted = translate("Engine", "a table of interactions");
    const GraphFormat *graph = graphFormatOf(file);
    // Columns that a person names are those of a table.
    const bool namesColumns =
        !choice.source.empty() || !choice.target.empty() || (!choice.weight.empty() && choice.weight != "-");
    if (graph != nullptr && (!namesColumns || fileFormat(file) != FileFormat::Text)) {
        RawNetwork network = graph->read(file, type);
        if (choice.weight == "-") {
            network.ignoreWeights();
        }
        if (namesColumns) {
            network.issues.push_back(warningAt(
                file.name, translate("Engine", "The columns named for this file count for nothing: %1 has none.",
                                     {network.format})));
        }
        return network;
    }
    refuseOtherFormats(file, {}, wanted);
    return readDelimitedNetwork(file, type, choice);
}

} // namespace

Cell CellImporter::import()
{
    checkRequest();
    cell_.name = request_.name;
    cell_.organism = request_.organism;
    cell_.hyperedges = request_.hyperedges;
    readNetworks();
    readModel();
    readGenes();
    bindNetworks();
    bindModel();
    readFeatures();
    return std::move(cell_);
}

void CellImporter::checkRequest()
{
    if (!request_.sbml.empty() && !request_.cobraJson.empty()) {
        throw InputError(errorAt(request_.cobraJson.string(), translate("Engine", "Two metabolic models were given."),
                                 translate("Engine", "Give an SBML model or a COBRA JSON model, not both.")));
    }
    std::map<std::string, int> types;
    for (const auto &[type, path] : request_.networks) {
        if (!bundle::isInteractionType(type) || ++types[lowered(type)] > 1) {
            throw InputError(errorAt(type,
                                     translate("Engine", "The interaction type is there twice or has characters "
                                                         "other than letters, digits, blanks and _ . - +."),
                                     translate("Engine", "Give every network a plain name of its own.")));
        }
    }
    const bool empty = request_.genes.empty() && request_.networks.empty() && request_.sbml.empty() &&
                       request_.cobraJson.empty() && request_.features.empty();
    if (empty) {
        throw InputError(errorAt({}, translate("Engine", "There is nothing to build a cell from."),
                                 translate("Engine", "Give a gene table, a network or a metabolic model.")));
    }
    steps_ = request_.networks.size() * 2 + request_.annotations.size() + 4;
}

std::string CellImporter::fileNames() const
{
    std::vector<std::string> names;
    for (const ImportedFile &file : preview_.files) {
        names.push_back(file.path.string());
    }
    if (names.empty()) {
        names.push_back(request_.features.string());
    }
    return joined(names, ", ");
}

ColumnChoice CellImporter::choice(const std::filesystem::path &path, const std::string &type) const
{
    auto found = type.empty() ? request_.columns.end() : request_.columns.find(type);
    if (found == request_.columns.end()) {
        found = request_.columns.find(path.string());
    }
    return found == request_.columns.end() ? ColumnChoice() : found->second;
}

std::size_t CellImporter::newEntry(FileKind kind, const std::filesystem::path &path, const std::string &type)
{
    ImportedFile file;
    file.path = path;
    file.kind = kind;
    file.interactionType = type;
    preview_.files.push_back(std::move(file));
    return preview_.files.size() - 1;
}

ImportFile CellImporter::load(const std::string &role, const std::filesystem::path &path, std::uint64_t limit)
{
    control_.report(translate("Engine", "Reading %1", {path.filename().string()}), step_++, steps_);
    ImportFile file = loadImportFile(path, limit);
    cell_.sources.push_back({role, path.filename().string(), file.sha256});
    issues().insert(issues().end(), file.issues.begin(), file.issues.end());
    return file;
}

void CellImporter::noteColumns(const std::string &file, const ImportedFile &report)
{
    if (!report.columns.empty()) {
        issues().push_back(
            noteAt(file, translate("Engine", "Read as %1: %2.", {report.formatName, describe(report.columns)})));
    }
}

void CellImporter::readNetworks()
{
    for (const auto &network : request_.networks) {
        const std::string &type = network.first;
        const std::filesystem::path &path = network.second;
        const std::size_t entry = newEntry(FileKind::Network, path, type);
        attempt(entry, [&](ImportedFile &report) {
            ImportFile file = load(type, path, networkLimit);
            NetworkInput input{type, file.name, readNetwork(file, type, choice(path, type)), entry};
            report.formatName = input.raw.format;
            report.columns = input.raw.columns;
            noteColumns(file.name, report);
            networks_.push_back(std::move(input));
        });
    }
}

void CellImporter::readModel()
{
    const bool sbml = !request_.sbml.empty();
    if (!sbml && request_.cobraJson.empty()) {
        return;
    }
    const std::filesystem::path &path = sbml ? request_.sbml : request_.cobraJson;
    modelEntry_ = newEntry(sbml ? FileKind::SbmlModel : FileKind::CobraModel, path);
    attempt(modelEntry_, [&](ImportedFile &report) {
        ImportFile file = load(translate("Engine", "metabolism"), path, sbml ? sbmlLimit : tableLimit);
        modelName_ = file.name;
        if (sbml) {
            // Whatever else is XML is told apart by its root element.
            refuseOtherFormats(file, {FileFormat::Sbml, FileFormat::OtherXml}, translate("Engine", "an SBML model"));
        } else {
            refuseOtherFormats(file, {FileFormat::Json}, translate("Engine", "a model in COBRA JSON"));
        }
        model_ = sbml ? readSbmlModel(file, issues()) : readCobraJson(file, issues());
        report.formatName = model_->format;
        report.reactions = model_->metabolism.reactions.size();
        report.metabolites = model_->metabolism.metabolites.size();
    });
    if (model_ && cell_.name.empty()) {
        cell_.name = model_->name;
    }
}

void CellImporter::bindNetworks()
{
    for (const NetworkInput &input : networks_) {
        control_.report(translate("Engine", "Binding the %1 network", {input.type}), step_++, steps_);
        const bool directed = input.raw.directed.value_or(lowered(input.type).starts_with("regulatory"));
        attempt(input.entry, [&](ImportedFile &report) {
            cell_.networks.push_back(
                bindNetwork(input.raw, input.type, directed, cell_.genes, input.fileName, issues(), report));
        });
    }
    networks_.clear();
}

void CellImporter::bindModel()
{
    if (!model_) {
        return;
    }
    control_.report(translate("Engine", "Binding gene rules"), step_++, steps_);
    attempt(modelEntry_, [&](ImportedFile &report) {
        bindRules(*model_, cell_.genes, modelName_, issues(), report);
        checkHypergraphSize(model_->metabolism, cell_.hyperedges, modelName_);
        cell_.metabolism = std::move(model_->metabolism);
        const Hypergraph graph = buildHypergraph(cell_.metabolism, cell_.hyperedges);
        report.hyperedges = graph.hyperedgeCount();
        report.hypergraphNodes = graph.nodeCount();
        report.incidences = graph.incidenceCount();
    });
}

void CellImporter::readFeatures()
{
    if (request_.features.empty()) {
        return;
    }
    const std::size_t entry = newEntry(FileKind::Features, request_.features);
    attempt(entry, [&](ImportedFile &report) {
        ImportFile file = load(translate("Engine", "features"), request_.features);
        refuseOtherFormats(file, {FileFormat::Fasta, FileFormat::NumPy, FileFormat::Safetensors},
                           translate("Engine", "a table of features"));
        cell_.features = readGeneFeatures(file, choice(request_.features), cell_.genes, issues(), report);
    });
}

} // namespace knockscape
