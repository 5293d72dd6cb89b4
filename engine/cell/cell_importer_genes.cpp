// The genes of an imported cell: from a gene table, or from what the other files name; and what is said about them.
#include "engine/cell/cell_importer.h"

#include "engine/cell/importers/file_format.h"
#include "engine/cell/importers/gene_annotations.h"
#include "engine/cell/importers/gene_columns.h"
#include "engine/cell/importers/gene_features.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/left_out.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace knockscape
{
namespace
{

/// Collects genes from files that only name them.
class NamedGenes
{
public:
    void add(Gene gene, const std::string &file)
    {
        if (!canBeGeneId(gene.id)) {
            leftOut_.add(translate("Engine", "they are long or hold a blank or semicolon"), gene.id, file,
                         translate("Engine", "Give a gene table that says how these genes are called."));
            return;
        }
        // By lower case, since names are resolved without regard to case.
        const auto found = genes_.find(lowered(gene.id));
        if (found == genes_.end()) {
            if (genes_.size() == geneLimit) {
                throw InputError(
                    errorAt(file, translate("Engine", "There are more than %1 genes.", {std::to_string(geneLimit)}),
                            translate("Engine", "Check that the file is about one organism, or give a gene table.")));
            }
            genes_.emplace(lowered(gene.id), std::move(gene));
        } else if (found->second.id != gene.id) {
            otherCase_.insert(found->second.id + "/" + gene.id);
        }
    }

    void add(const std::string &id, const std::string &file)
    {
        Gene gene;
        gene.id = id;
        add(std::move(gene), file);
    }

    /// Adds the names that mean no gene yet; `issues` get which were read as one, and how.
    void addNew(const std::vector<std::string> &ids, const std::string &file, std::vector<Issue> &issues)
    {
        const GeneCatalogue known(list());
        const GeneMatcher matcher(known, ids);
        std::vector<std::string> read;
        for (const std::string &id : ids) {
            const GeneIndex gene = known.size() > 0 ? matcher.gene(id) : -1;
            if (gene < 0) {
                add(id, file);
            } else if (lowered(known[gene].id) != lowered(id)) {
                read.push_back(translate("Engine", "%1 is %2", {id, described(known[gene])}));
            }
        }
        if (!read.empty()) {
            const std::size_t count = read.size();
            read.resize(std::min<std::size_t>(count, 5));
            issues.push_back(
                noteAt(file, translateCount("Engine", "%1 name is that of a gene that another file names: %2.",
                                            "%1 names are those of genes that another file names: %2.",
                                            static_cast<std::int64_t>(count),
                                            {joined(read, ", ") + (count > 5 ? ", …" : "")})));
        }
    }

    std::vector<Gene> take(std::vector<Issue> &issues) const
    {
        leftOut_.report(
            {},
            [](std::int64_t count, const std::string &why) {
                return translateCount("Engine", "%1 name made no gene of the cell: %2.",
                                      "%1 names made no genes of the cell: %2.", count, {why});
            },
            issues);
        if (!otherCase_.empty()) {
            std::vector<std::string> shown(otherCase_.begin(), otherCase_.end());
            shown.resize(std::min<std::size_t>(shown.size(), 5));
            issues.push_back(warningAt(
                {}, translateCount("Engine", "%1 pair of names differs only in capital letters and is one gene: %2.",
                                   "%1 pairs of names differ only in capital letters and are one gene each: %2.",
                                   static_cast<std::int64_t>(otherCase_.size()),
                                   {joined(shown, ", ") + (otherCase_.size() > shown.size() ? ", …" : "")})));
        }
        return list();
    }

private:
    std::vector<Gene> list() const
    {
        std::vector<Gene> genes;
        for (const auto &[lower, gene] : genes_) {
            genes.push_back(gene);
        }
        return genes;
    }

    std::map<std::string, Gene> genes_;
    std::set<std::string> otherCase_;
    LeftOut leftOut_;
};

/// A name without blanks is one by which people call the gene, a longer text describes it.
void addNames(const ModelGene &source, Gene &gene)
{
    const bool isName = source.name.find(' ') == std::string::npos;
    (isName ? gene.name : gene.description) = source.name == gene.id ? std::string() : source.name;
    for (const std::string &name : source.otherNames) {
        const bool isNew = lowered(name) != lowered(gene.id) && lowered(name) != lowered(gene.name) &&
                           std::find(gene.aliases.begin(), gene.aliases.end(), name) == gene.aliases.end();
        if (isNew) {
            gene.aliases.push_back(name);
        }
    }
}

/// The genes that the rules of a model name, with the names the model has for them. Those that it lists for no reaction
/// are left out with a note.
std::vector<Gene> genesOfModel(const MetabolicModel &model, const std::string &file, std::vector<Issue> &issues)
{
    std::map<std::string, const ModelGene *> listed;
    for (const ModelGene &gene : model.genes) {
        listed.try_emplace(gene.id, &gene);
    }
    std::vector<Gene> genes;
    std::set<std::string> seen;
    for (const Reaction &reaction : model.metabolism.reactions) {
        for (const std::string &id : namesInRule(reaction.ruleText)) {
            if (!seen.insert(id).second) {
                continue;
            }
            Gene gene;
            gene.id = id;
            if (const auto found = listed.find(id); found != listed.end()) {
                addNames(*found->second, gene);
            }
            genes.push_back(std::move(gene));
        }
    }
    std::vector<std::string> unused;
    for (const auto &[id, gene] : listed) {
        if (seen.count(id) == 0) {
            unused.push_back(id);
        }
    }
    if (!unused.empty()) {
        const auto count = static_cast<std::int64_t>(unused.size());
        unused.resize(std::min<std::size_t>(unused.size(), 5));
        issues.push_back(
            noteAt(file, translateCount("Engine", "%1 gene that the model lists is in no rule and was left out: %2.",
                                        "%1 genes that the model lists are in no rule and were left out: %2.", count,
                                        {joined(unused, ", ") + (count > 5 ? ", …" : "")})));
    }
    return genes;
}

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
        issues().push_back(noteAt(
            {}, translateCount("Engine", "Without a gene table the cell has the one gene that the other files name.",
                               "Without a gene table the cell has the %1 genes that the other files name.",
                               static_cast<std::int64_t>(list.genes.size()))));
    } else {
        const std::size_t entry = newEntry(FileKind::GeneTable, request_.genes);
        const bool read = attempt(entry, [&](ImportedFile &report) {
            ImportFile file = load(where, request_.genes);
            where = file.name;
            refuseOtherFormats(file, {FileFormat::Fasta}, translate("Engine", "a gene table"));
            list = readGeneList(file, choice(request_.genes), issues(), report);
            noteColumns(file.name, report);
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
            noteColumns(file.name, report);
        });
    }
}

std::vector<Gene> CellImporter::namedGenes()
{
    NamedGenes names;
    if (model_) {
        settleRules(*model_, nullptr, modelName_, issues());
        for (Gene &gene : genesOfModel(*model_, modelName_, issues())) {
            names.add(std::move(gene), modelName_);
        }
    }
    for (const NetworkInput &input : networks_) {
        names.addNew(namesOfLargestOrganism(input.raw), input.fileName, issues());
    }
    if (!request_.features.empty()) {
        try {
            const ImportFile file = loadImportFile(request_.features, tableLimit);
            names.addNew(genesOfFeatures(file, choice(request_.features)), file.name, issues());
        } catch (const InputError &) {
            // A preview goes on; readFeatures reports it.
            if (!lenient_) {
                throw;
            }
        }
    }
    return names.take(issues());
}

} // namespace knockscape
