#include "engine/cell/cell_import.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/importers/delimited_network.h"
#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/gene_features.h"
#include "engine/cell/importers/gene_list.h"
#include "engine/cell/importers/graph_formats.h"
#include "engine/cell/importers/metabolic_model.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace knockscape
{
namespace
{

/// Bytes that are read of a file, decompressed, at most. The largest that people have fit (BioGRID of one organism has
/// 300 MB, yeast-GEM 3, Human-GEM 40), and what a hostile one can do stays bounded.
constexpr std::uint64_t networkLimit = std::uint64_t{400} << 20U;
constexpr std::uint64_t tableLimit = std::uint64_t{256} << 20U;
constexpr std::uint64_t sbmlLimit = std::uint64_t{128} << 20U;

/// A network that was read but not yet bound to genes.
struct NetworkInput {
    std::string type;
    std::string fileName;
    RawNetwork raw;
    /// Its entry among the imported files.
    std::size_t entry = 0;
};

/// Collects genes from files that only name them.
class NamedGenes
{
public:
    void add(const std::string &name, const std::string &file)
    {
        if (!canBeGeneId(name)) {
            leftOut_.add(translate("Engine", "long, or with a blank, semicolon or bar"), name, file);
        } else if (names_.size() < geneLimit || names_.count(lowered(name)) == 1) {
            // By lower case, since names are resolved without regard to case.
            names_.try_emplace(lowered(name), name);
        } else {
            throw InputError(
                errorAt(file, translate("Engine", "There are more than %1 genes.", {std::to_string(geneLimit)}),
                        translate("Engine", "Check that the file is about one organism, or give a gene table.")));
        }
    }

    std::vector<Gene> take(std::vector<Issue> &issues) const
    {
        leftOut_.report({}, translate("Engine", "names"), issues);
        std::vector<Gene> genes;
        for (const auto &[lower, name] : names_) {
            Gene gene;
            gene.id = name;
            genes.push_back(std::move(gene));
        }
        return genes;
    }

private:
    std::map<std::string, std::string> names_;
    LeftOut leftOut_;
};

/// The names of a network; of several organisms those of the one that has most.
std::vector<std::string> namesOfLargestOrganism(const RawNetwork &raw)
{
    if (raw.organisms().size() < 2) {
        return raw.names();
    }
    std::vector<std::size_t> counts(raw.organisms().size(), 0);
    for (const std::uint32_t organism : raw.organismOfName()) {
        ++counts[organism];
    }
    const auto largest = std::max_element(counts.begin(), counts.end()) - counts.begin();
    std::vector<std::string> names;
    for (std::size_t name = 0; name < raw.names().size(); ++name) {
        if (raw.organismOfName()[name] == static_cast<std::uint32_t>(largest)) {
            names.push_back(raw.names()[name]);
        }
    }
    return names;
}

RawNetwork readNetwork(ImportFile &file, const std::string &type, const ColumnChoice &choice)
{
    refuseOtherFormats(file, {FileFormat::GraphMl, FileFormat::Gml}, translate("Engine", "a table of interactions"));
    if (isGraphMl(file)) {
        return readGraphMl(file);
    }
    if (isGml(file)) {
        return readGml(file);
    }
    return isSif(file) ? readSif(file) : readDelimitedNetwork(file, type, choice);
}

/// Builds one cell; each step reads one kind of file.
class CellImporter
{
public:
    /// With `lenient`, a file that cannot be used is noted in `preview` and the import goes on without it.
    CellImporter(const CellImportRequest &request, bool lenient, ImportPreview &preview, const JobControl &control)
        : request_(request), lenient_(lenient), preview_(preview), control_(control)
    {
    }

    Cell import()
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

private:
    void checkRequest()
    {
        if (!request_.sbml.empty() && !request_.cobraJson.empty()) {
            throw InputError(errorAt(request_.cobraJson.string(),
                                     translate("Engine", "Two metabolic models were given."),
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

    std::vector<Issue> &issues() { return preview_.issues; }

    /// The files read so far, for messages about all of them.
    std::string fileNames() const
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

    /// Columns that the person named for a network of this type or for this file.
    ColumnChoice choice(const std::filesystem::path &path, const std::string &type = {}) const
    {
        auto found = type.empty() ? request_.columns.end() : request_.columns.find(type);
        if (found == request_.columns.end()) {
            found = request_.columns.find(path.string());
        }
        return found == request_.columns.end() ? ColumnChoice() : found->second;
    }

    std::size_t newEntry(FileKind kind, const std::filesystem::path &path, const std::string &type = {})
    {
        ImportedFile file;
        file.path = path;
        file.kind = kind;
        file.interactionType = type;
        preview_.files.push_back(std::move(file));
        return preview_.files.size() - 1;
    }

    /// Does a step for one file; true if it succeeded.
    template <typename Step>
    bool attempt(std::size_t entry, const Step &step)
    {
        try {
            step(preview_.files[entry]);
            return true;
        } catch (const InputError &error) {
            preview_.files[entry].failed = true;
            if (!lenient_) {
                throw;
            }
            issues().insert(issues().end(), error.issues().begin(), error.issues().end());
            return false;
        }
    }

    ImportFile load(const std::string &role, const std::filesystem::path &path, std::uint64_t limit = tableLimit)
    {
        control_.report(translate("Engine", "Reading %1", {path.filename().string()}), step_++, steps_);
        ImportFile file = loadImportFile(path, limit);
        cell_.sources.push_back({role, path.filename().string(), file.sha256});
        return file;
    }

    void readNetworks()
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
                if (!report.columns.empty()) {
                    issues().push_back(noteAt(file.name, translate("Engine", "Read as %1: %2.",
                                                                   {report.formatName, describe(report.columns)})));
                }
                networks_.push_back(std::move(input));
            });
        }
    }

    void readModel()
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
                refuseOtherFormats(file, {FileFormat::Sbml, FileFormat::OtherXml},
                                   translate("Engine", "an SBML model"));
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

    void readGenes()
    {
        GeneList list;
        std::string where = translate("Engine", "genes");
        if (request_.genes.empty()) {
            list.genes = namedGenes();
            if (list.genes.empty()) {
                throw InputError(errorAt(fileNames(), translate("Engine", "None of the files names a gene."),
                                         translate("Engine", "Give a gene table.")));
            }
            issues().push_back(noteAt({}, translate("Engine",
                                                    "Without a gene table the cell has the %1 genes that the "
                                                    "other files name.",
                                                    {std::to_string(list.genes.size())})));
            addModelNames(list);
        } else {
            const std::size_t entry = newEntry(FileKind::GeneTable, request_.genes);
            const bool read = attempt(entry, [&](ImportedFile &report) {
                ImportFile file = load(where, request_.genes);
                where = file.name;
                refuseOtherFormats(file, {FileFormat::Fasta}, translate("Engine", "a gene table"));
                list = readGeneList(file, choice(request_.genes), issues(), report);
            });
            if (!read) {
                throw MissingGenes();
            }
        }
        addAllAnnotations(list, where);
        cell_.genes = GeneCatalogue(std::move(list.genes), std::move(list.annotationColumns), where);
    }

    void addAllAnnotations(GeneList &list, const std::string &where)
    {
        if (request_.annotations.empty()) {
            return;
        }
        const GeneCatalogue plain(list.genes, list.annotationColumns, where);
        for (const std::filesystem::path &path : request_.annotations) {
            const std::size_t entry = newEntry(FileKind::Annotations, path);
            attempt(entry, [&](ImportedFile &report) {
                ImportFile file = load(translate("Engine", "annotations"), path);
                refuseOtherFormats(file, {}, translate("Engine", "a table of annotations"));
                addAnnotations(file, choice(path), plain, list, issues(), report);
            });
        }
    }

    /// The genes that networks, rules and features name, in order of name.
    std::vector<Gene> namedGenes()
    {
        NamedGenes names;
        for (const NetworkInput &input : networks_) {
            for (const std::string &name : namesOfLargestOrganism(input.raw)) {
                names.add(name, input.fileName);
            }
        }
        for (std::size_t i = 0; model_ && i < model_->metabolism.reactions.size(); ++i) {
            for (const std::string &name : namesInRule(model_->metabolism.reactions[i].ruleText)) {
                names.add(name, modelName_);
            }
        }
        if (!request_.features.empty()) {
            try {
                const ImportFile file = loadImportFile(request_.features, tableLimit);
                for (const std::string &name : genesOfFeatures(file, choice(request_.features))) {
                    names.add(name, file.name);
                }
            } catch (const InputError &) {
                // A preview goes on; readFeatures reports it.
                if (!lenient_) {
                    throw;
                }
            }
        }
        return names.take(issues());
    }

    /// Standard names from the metabolic model where there is no gene table to give them.
    void addModelNames(GeneList &list) const
    {
        for (Gene &gene : list.genes) {
            const auto found = model_ ? model_->geneNames.find(gene.id) : decltype(model_->geneNames.end())();
            if (model_ && found != model_->geneNames.end() && found->second != gene.id) {
                gene.name = found->second;
            }
        }
    }

    void bindNetworks()
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

    void bindModel()
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

    void readFeatures()
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

public:
    /// The gene table cannot be read: nothing can be bound. Its issues are in the preview already.
    struct MissingGenes {
    };

private:
    const CellImportRequest &request_;
    bool lenient_;
    ImportPreview &preview_;
    const JobControl &control_;
    Cell cell_;
    std::vector<NetworkInput> networks_;
    std::optional<MetabolicModel> model_;
    std::size_t modelEntry_ = 0;
    std::string modelName_;
    std::uint64_t step_ = 0;
    std::uint64_t steps_ = 0;
};

} // namespace

Cell importCell(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control)
{
    ImportPreview preview;
    preview.issues = std::move(issues);
    // What was found before an error is kept too.
    struct Return {
        std::vector<Issue> &from;
        std::vector<Issue> &to;
        ~Return() { to = std::move(from); }
    } giveBack{preview.issues, issues};
    return CellImporter(request, false, preview, control).import();
}

bool ImportPreview::complete() const noexcept
{
    return cell.has_value() &&
           std::none_of(files.begin(), files.end(), [](const ImportedFile &file) { return file.failed; });
}

ImportPreview previewImport(const CellImportRequest &request, const JobControl &control)
{
    ImportPreview preview;
    try {
        preview.cell = CellImporter(request, true, preview, control).import();
    } catch (const InputError &error) {
        preview.issues.insert(preview.issues.end(), error.issues().begin(), error.issues().end());
    } catch (const CellImporter::MissingGenes &) {
        preview.cell.reset();
    }
    return preview;
}

} // namespace knockscape
