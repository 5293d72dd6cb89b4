// The genes of an imported cell: from a gene table, or from what the other files name; and what is said about them.
#include "engine/cell/cell_importer.h"

#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_features.h"
#include "engine/cell/left_out.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <map>
#include <utility>

namespace knockscape
{
namespace
{

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

} // namespace

void CellImporter::readGenes()
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

void CellImporter::addAllAnnotations(GeneList &list, const std::string &where)
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

std::vector<Gene> CellImporter::namedGenes()
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

void CellImporter::addModelNames(GeneList &list) const
{
    for (Gene &gene : list.genes) {
        const auto found = model_ ? model_->geneNames.find(gene.id) : decltype(model_->geneNames.end())();
        if (model_ && found != model_->geneNames.end() && found->second != gene.id) {
            gene.name = found->second;
        }
    }
}

} // namespace knockscape
