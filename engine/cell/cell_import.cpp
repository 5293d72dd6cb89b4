#include "engine/cell/cell_import.h"

#include "engine/cell/bundle_files.h"
#include "engine/cell/importers/delimited_network.h"
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

/// A network that was read but not yet bound to genes.
struct NetworkInput {
    std::string type;
    ImportFile file;
    RawNetwork raw;
};

RawNetwork readNetwork(ImportFile &file, const std::string &type)
{
    if (isGraphMl(file)) {
        return readGraphMl(file);
    }
    if (isGml(file)) {
        return readGml(file);
    }
    return isSif(file) ? readSif(file) : readDelimitedNetwork(file, type);
}

/// Builds one cell; each step reads one kind of file.
class CellImporter
{
public:
    CellImporter(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control)
        : request_(request), issues_(issues), control_(control)
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
        if (model_) {
            control_.report(translate("Engine", "Binding gene rules"), step_++, steps_);
            bindRules(*model_, cell_.genes, modelName_, issues_);
            cell_.metabolism = std::move(model_->metabolism);
        }
        if (!request_.features.empty()) {
            ImportFile file = load(translate("Engine", "features"), request_.features);
            cell_.features = readGeneFeatures(file, cell_.genes, issues_);
        }
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

    ImportFile load(const std::string &role, const std::filesystem::path &path)
    {
        control_.report(translate("Engine", "Reading %1", {path.filename().string()}), step_++, steps_);
        ImportFile file = loadImportFile(path);
        cell_.sources.push_back({role, path.filename().string(), file.sha256});
        return file;
    }

    void readNetworks()
    {
        for (const auto &[type, path] : request_.networks) {
            NetworkInput input{type, load(type, path), {}};
            input.raw = readNetwork(input.file, type);
            input.file.content.clear();
            input.file.content.shrink_to_fit();
            networks_.push_back(std::move(input));
        }
    }

    void readModel()
    {
        const bool sbml = !request_.sbml.empty();
        if (!sbml && request_.cobraJson.empty()) {
            return;
        }
        const ImportFile file = load(translate("Engine", "metabolism"), sbml ? request_.sbml : request_.cobraJson);
        modelName_ = file.name;
        model_ = sbml ? readSbmlModel(file, issues_) : readCobraJson(file, issues_);
        if (cell_.name.empty()) {
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
                throw InputError(errorAt({}, translate("Engine", "None of the files names a gene."),
                                         translate("Engine", "Give a gene table.")));
            }
            issues_.push_back(noteAt({}, translate("Engine",
                                                   "Without a gene table the cell has the %1 genes that the "
                                                   "other files name.",
                                                   {std::to_string(list.genes.size())})));
        } else {
            ImportFile file = load(where, request_.genes);
            where = file.name;
            list = readGeneList(file, issues_);
        }
        addModelNames(list);
        if (!request_.annotations.empty()) {
            const GeneCatalogue plain(list.genes, list.annotationColumns, where);
            for (const std::filesystem::path &path : request_.annotations) {
                ImportFile file = load(translate("Engine", "annotations"), path);
                addAnnotations(file, plain, list, issues_);
            }
        }
        cell_.genes = GeneCatalogue(std::move(list.genes), std::move(list.annotationColumns), where);
        if (cell_.genes.size() == 0) {
            throw InputError(errorAt(where, translate("Engine", "There are no genes in the file."),
                                     translate("Engine", "A cell needs at least one gene.")));
        }
    }

    /// The genes that networks, rules and features name, in order of name.
    std::vector<Gene> namedGenes() const
    {
        // By lower case, since names are resolved without regard to case.
        std::map<std::string, std::string> names;
        const auto add = [&](const std::string &name) {
            if (!name.empty()) {
                names.try_emplace(lowered(name), name);
            }
        };
        for (const NetworkInput &input : networks_) {
            std::for_each(input.raw.names().begin(), input.raw.names().end(), add);
        }
        for (std::size_t i = 0; model_ && i < model_->metabolism.reactions.size(); ++i) {
            try {
                const Reaction &reaction = model_->metabolism.reactions[i];
                for (const auto &alternative : parseGeneRule(reaction.ruleText, reaction.id).alternatives) {
                    std::for_each(alternative.begin(), alternative.end(), add);
                }
            } catch (const InputError &) {
                // bindRules reports it.
                continue;
            }
        }
        if (!request_.features.empty()) {
            const std::vector<std::string> featured = genesOfFeatures(loadImportFile(request_.features));
            std::for_each(featured.begin(), featured.end(), add);
        }
        std::vector<Gene> genes;
        for (const auto &[lower, name] : names) {
            Gene gene;
            gene.id = name;
            genes.push_back(std::move(gene));
        }
        return genes;
    }

    /// Standard names from the metabolic model where there is no gene table to give them.
    void addModelNames(GeneList &list) const
    {
        if (!model_ || !request_.genes.empty()) {
            return;
        }
        for (Gene &gene : list.genes) {
            const auto found = model_->geneNames.find(gene.id);
            if (found != model_->geneNames.end() && found->second != gene.id) {
                gene.name = found->second;
            }
        }
    }

    void bindNetworks()
    {
        for (const NetworkInput &input : networks_) {
            control_.report(translate("Engine", "Binding the %1 network", {input.type}), step_++, steps_);
            const bool directed = input.raw.directed.value_or(lowered(input.type).starts_with("regulatory"));
            cell_.networks.push_back(
                bindNetwork(input.raw, input.type, directed, cell_.genes, input.file.name, issues_));
        }
        networks_.clear();
    }

    const CellImportRequest &request_;
    std::vector<Issue> &issues_;
    const JobControl &control_;
    Cell cell_;
    std::vector<NetworkInput> networks_;
    std::optional<MetabolicModel> model_;
    std::string modelName_;
    std::uint64_t step_ = 0;
    std::uint64_t steps_ = 0;
};

} // namespace

Cell importCell(const CellImportRequest &request, std::vector<Issue> &issues, const JobControl &control)
{
    return CellImporter(request, issues, control).import();
}

} // namespace knockscape
