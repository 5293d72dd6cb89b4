// The genes of a metabolic model: which its rules name, and which genes of the cell they are.
#include "engine/cell/cell_tables.h"
#include "engine/cell/importers/gene_matcher.h"
#include "engine/cell/importers/metabolic_model.h"
#include "engine/cell/importers/rule_text.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace knockscape
{
namespace
{

constexpr std::size_t shownUnbound = 5;

/// The first few, and a sign that there are more.
std::string listed(const std::vector<std::string> &names)
{
    const std::vector<std::string> shown(names.begin(),
                                         names.begin() + static_cast<long>(std::min(names.size(), shownUnbound)));
    return joined(shown, ", ") + (names.size() > shown.size() ? ", …" : "");
}

/// Gives genes whose name cannot be an id of a cell one that can, as they are to become its genes.
void makeGeneIds(MetabolicModel &model, const std::string &file, std::vector<Issue> &issues)
{
    std::unordered_map<std::string, std::string> ids;
    std::unordered_set<std::string> taken;
    std::vector<std::string> names;
    for (const Reaction &reaction : model.metabolism.reactions) {
        for (std::string &name : namesInRule(reaction.ruleText)) {
            if (isGeneId(name)) {
                taken.insert(lowered(name));
            } else if (ids.try_emplace(name).second) {
                names.push_back(std::move(name));
            }
        }
    }
    std::vector<std::string> changed;
    for (const std::string &name : names) {
        std::string id = name.empty() ? "_" : name;
        std::replace_if(
            id.begin(), id.end(), [](unsigned char c) { return c <= ' ' || c == 127 || c == ';'; }, '_');
        const std::string plain = id;
        for (int number = 2; !taken.insert(lowered(id)).second; ++number) {
            id = plain + "_" + std::to_string(number);
        }
        changed.push_back(translate("Engine", "%1 is %2", {name, id}));
        ids[name] = std::move(id);
    }
    if (names.empty()) {
        return;
    }
    const auto renamed = [&](const std::string &name) {
        const auto found = ids.find(name);
        return found == ids.end() ? name : found->second;
    };
    for (Reaction &reaction : model.metabolism.reactions) {
        reaction.ruleText = renamedRule(reaction.ruleText, renamed);
    }
    for (ModelGene &gene : model.genes) {
        gene.id = renamed(gene.id);
    }
    issues.push_back(warningAt(
        file, translateCount("Engine", "%1 gene has a blank or semicolon in its id, which got “_” for it: %2.",
                             "%1 genes have a blank or semicolon in their id, which got “_” for it: %2.",
                             static_cast<std::int64_t>(changed.size()), {listed(changed)})));
}

/// Binds the genes that the rules of a model name, and remembers what there is to say about it.
class ModelGeneBinder
{
public:
    ModelGeneBinder(const MetabolicModel &model, const GeneCatalogue &genes)
        : genes_(genes), names_(namesOf(model)), matcher_(genes, names_)
    {
        std::unordered_map<std::string_view, const ModelGene *> listedGenes;
        for (const ModelGene &gene : model.genes) {
            listedGenes.try_emplace(gene.id, &gene);
        }
        for (const std::string &name : names_) {
            const auto found = listedGenes.find(name);
            bind(name, found == listedGenes.end() ? nullptr : found->second);
        }
    }

    /// The id that stands for `name` in a rule: the gene's, or the name itself if it means none.
    const std::string &idOf(const std::string &name) const
    {
        const auto found = bound_.find(name);
        return found == bound_.end() ? name : genes_[found->second].id;
    }

    std::vector<std::string> unbound() const
    {
        std::vector<std::string> names;
        std::copy_if(names_.begin(), names_.end(), std::back_inserter(names),
                     [&](const std::string &name) { return bound_.count(name) == 0; });
        return names;
    }

    std::size_t boundGenes() const
    {
        std::unordered_set<GeneIndex> genes;
        for (const auto &[name, gene] : bound_) {
            genes.insert(gene);
        }
        return genes.size();
    }

    void report(const std::string &file, std::vector<Issue> &issues) const
    {
        matcher_.report(file, issues);
        if (!byOtherName_.empty()) {
            issues.push_back(noteAt(
                file,
                translateCount("Engine", "%1 gene was found by a label or identifier of its own, not by its id: %2.",
                               "%1 genes were found by a label or identifier of theirs, not by their id: %2.",
                               static_cast<std::int64_t>(byOtherName_.size()), {listed(byOtherName_)})));
        }
        if (!severalByOtherName_.empty()) {
            issues.push_back(warningAt(
                file,
                translateCount("Engine",
                               "The label and identifiers of %1 gene mean several genes, so it means none: %2.",
                               "The labels and identifiers of %1 genes mean several genes, so they mean none: %2.",
                               static_cast<std::int64_t>(severalByOtherName_.size()), {listed(severalByOtherName_)}),
                translate("Engine", "Write the id in the model as an alias of the gene that is meant into the gene "
                                    "table.")));
        }
        reportShared(file, issues);
    }

private:
    static std::vector<std::string> namesOf(const MetabolicModel &model)
    {
        std::vector<std::string> names;
        std::unordered_set<std::string> seen;
        for (const Reaction &reaction : model.metabolism.reactions) {
            for (std::string &name : namesInRule(reaction.ruleText)) {
                if (seen.insert(name).second) {
                    names.push_back(std::move(name));
                }
            }
        }
        return names;
    }

    void bind(const std::string &name, const ModelGene *gene)
    {
        const NameMatch match = matcher_.match(name);
        if (match.gene >= 0) {
            bound_[name] = match.gene;
        } else if (match.candidates.empty() && gene != nullptr) {
            bindByOtherNames(*gene);
        }
    }

    /// Only names that the catalogue holds as they are count, and only if all of them mean the same gene.
    void bindByOtherNames(const ModelGene &gene)
    {
        std::vector<std::string> names = gene.otherNames;
        names.push_back(gene.name);
        std::vector<GeneIndex> found;
        for (const std::string &name : names) {
            const NameResolution resolution = genes_.resolve(name, GeneCatalogue::Suggestions::Omit);
            std::vector<GeneIndex> meant = resolution.candidates;
            if (resolution.kind == NameResolution::Kind::Resolved) {
                meant.push_back(resolution.gene);
            }
            for (const GeneIndex index : meant) {
                if (std::find(found.begin(), found.end(), index) == found.end()) {
                    found.push_back(index);
                }
            }
        }
        if (found.size() == 1) {
            bound_[gene.id] = found.front();
            byOtherName_.push_back(translate("Engine", "%1 is %2", {gene.id, described(genes_[found.front()])}));
        } else if (!found.empty()) {
            std::vector<std::string> parts;
            std::transform(found.begin(), found.end(), std::back_inserter(parts),
                           [&](GeneIndex index) { return described(genes_[index]); });
            severalByOtherName_.push_back(gene.id + " (" + listed(parts) + ")");
        }
    }

    /// Nothing becomes one without a word, be it right or not.
    void reportShared(const std::string &file, std::vector<Issue> &issues) const
    {
        std::map<GeneIndex, std::vector<std::string>> namesOfGene;
        for (const std::string &name : names_) {
            if (const auto found = bound_.find(name); found != bound_.end()) {
                namesOfGene[found->second].push_back(name);
            }
        }
        std::vector<std::string> shared;
        for (const auto &[gene, names] : namesOfGene) {
            if (names.size() > 1) {
                shared.push_back(translate("Engine", "%1 are %2", {listed(names), described(genes_[gene])}));
            }
        }
        if (!shared.empty()) {
            issues.push_back(
                warningAt(file,
                          translateCount("Engine", "%1 gene is meant by several genes of the model: %2.",
                                         "%1 genes are meant by several genes of the model each: %2.",
                                         static_cast<std::int64_t>(shared.size()), {listed(shared)}),
                          translate("Engine", "They are deleted together. If they are genes of their own, give each a "
                                              "line in the gene table.")));
        }
    }

    const GeneCatalogue &genes_;
    std::vector<std::string> names_;
    GeneMatcher matcher_;
    std::unordered_map<std::string, GeneIndex> bound_;
    std::vector<std::string> byOtherName_;
    std::vector<std::string> severalByOtherName_;
};

} // namespace

void settleRules(MetabolicModel &model, const GeneCatalogue *genes, const std::string &file, std::vector<Issue> &issues)
{
    if (std::exchange(model.rulesSettled, true)) {
        return;
    }
    std::unordered_set<std::string> ids;
    for (const ModelGene &gene : model.genes) {
        ids.insert(lowered(gene.id));
    }
    std::vector<std::string> rules;
    for (const Reaction &reaction : model.metabolism.reactions) {
        rules.push_back(reaction.ruleText);
    }
    RuleStyle style(rules, [&](std::string_view name) {
        return ids.count(lowered(name)) > 0 ||
               (genes != nullptr &&
                genes->resolve(name, GeneCatalogue::Suggestions::Omit).kind != NameResolution::Kind::Unknown);
    });
    for (Reaction &reaction : model.metabolism.reactions) {
        reaction.ruleText = style.read(reaction.ruleText);
    }
    style.report(file, issues);
    if (genes == nullptr) {
        makeGeneIds(model, file, issues);
    }
}

void bindRules(MetabolicModel &model, const GeneCatalogue &genes, const std::string &file, std::vector<Issue> &issues,
               ImportedFile &report)
{
    settleRules(model, &genes, file, issues);
    const ModelGeneBinder binder(model, genes);
    LeftOut leftOut;
    RuleBudget budget;
    std::size_t summedUp = 0;
    for (Reaction &reaction : model.metabolism.reactions) {
        const std::string where = translate("Engine", "%1, reaction %2", {file, reaction.id});
        try {
            const std::string text =
                renamedRule(reaction.ruleText, [&](const std::string &name) { return binder.idOf(name); });
            reaction.rule = parseGeneRule(text, where, &budget);
            reaction.ruleText = text;
            summedUp += reaction.rule.formula.empty() ? 0 : 1;
        } catch (const GeneRuleError &error) {
            // The reaction stays, as one that needs no gene: it is never knocked out.
            leftOut.add(error.fault(), reaction.ruleText.substr(0, 60), where,
                        translate("Engine", "Such a reaction counts as needing no gene: no deletion blocks it. Correct "
                                            "the rule, as in “(A and B) or C”."));
            reaction.ruleText.clear();
            reaction.rule = {};
        }
    }
    leftOut.report(
        file,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 gene rule cannot be read and was left out: %2.",
                                  "%1 gene rules cannot be read and were left out: %2.", count, {why});
        },
        issues);
    if (summedUp > 0) {
        issues.push_back(noteAt(
            file,
            translateCount("Engine",
                           "%1 gene rule has more alternatives than can be written out. Simulation follows it as it "
                           "is; in the hypergraph it is one hyperedge with all of its genes.",
                           "%1 gene rules have more alternatives than can be written out. Simulation follows them as "
                           "they are; in the hypergraph each is one hyperedge with all of its genes.",
                           static_cast<std::int64_t>(summedUp))));
    }
    binder.report(file, issues);
    model.metabolism.bindGenes(genes);
    const std::vector<std::string> unbound = binder.unbound();
    reportUnboundGenes(unbound, file, issues);
    report.namesResolved = binder.boundGenes();
    report.namesUnresolved = unbound.size();
    report.firstUnresolved.assign(unbound.begin(),
                                  unbound.begin() + static_cast<long>(std::min(unbound.size(), shownUnbound)));
}

} // namespace knockscape
