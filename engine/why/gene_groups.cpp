#include "engine/why/gene_groups.h"

#include "engine/cell/annotation_terms.h"
#include "engine/cell/gene_positions.h"
#include "engine/core/text.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

GeneGroup::Kind kindOfTerm(const std::string &column, const std::string &term)
{
    const std::string where = lowered(column);
    const std::string what = lowered(term);
    const auto holds = [](const std::string &text, std::string_view word) { return text.find(word) != text.npos; };
    if (holds(where, "pathway") || holds(where, "subsystem")) {
        return GeneGroup::Kind::Pathway;
    }
    // GO components call a complex one ("Ino80 complex", "proteasome complex"), and columns of a complex portal do.
    if (holds(where, "complex") || (holds(where, "component") && what.ends_with(" complex"))) {
        return GeneGroup::Kind::Complex;
    }
    return GeneGroup::Kind::Annotation;
}

std::vector<GeneIndex> knownGenes(const std::vector<GeneIndex> &genes)
{
    std::set<GeneIndex> known(genes.begin(), genes.end());
    known.erase(-1);
    return {known.begin(), known.end()};
}

/// Subunits of enzymes, each complex once, and the genes of each subsystem.
void addMetabolicGroups(const Metabolism &metabolism, std::vector<GeneGroup> &groups)
{
    std::map<std::vector<GeneIndex>, std::string> complexes;
    std::map<std::string, std::set<GeneIndex>> subsystems;
    for (const Reaction &reaction : metabolism.reactions) {
        for (const std::vector<GeneIndex> &isozyme : reaction.isozymes) {
            const std::vector<GeneIndex> genes = knownGenes(isozyme);
            // A rule that cannot be written out lists its genes, which are no complex then.
            if (genes.size() > 1 && reaction.rule.formula.empty()) {
                complexes.emplace(genes, reaction.name.empty() ? reaction.id : reaction.name);
            }
            if (!reaction.subsystem.empty()) {
                subsystems[reaction.subsystem].insert(genes.begin(), genes.end());
            }
        }
    }
    for (auto &[genes, name] : complexes) {
        groups.push_back({GeneGroup::Kind::Complex, {}, name, genes});
    }
    for (auto &[name, genes] : subsystems) {
        if (genes.size() > 1) {
            groups.push_back({GeneGroup::Kind::Pathway, {}, name, {genes.begin(), genes.end()}});
        }
    }
}

} // namespace

GeneGroups::GeneGroups(const Cell &cell) : ofGene_(cell.genes.size())
{
    for (AnnotationTerm &term : annotationTerms(cell.genes, 2)) {
        if (!GenePositions::isPositionColumn(term.column)) {
            groups_.push_back({kindOfTerm(term.column, term.term), term.column, term.term, std::move(term.genes)});
        }
    }
    addMetabolicGroups(cell.metabolism, groups_);
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        for (const GeneIndex gene : groups_[group].genes) {
            ofGene_[static_cast<std::size_t>(gene)].push_back(group);
        }
    }
}

std::vector<std::size_t> GeneGroups::shared(GeneIndex first, GeneIndex second, GeneGroup::Kind kind) const
{
    std::vector<std::size_t> both;
    std::set_intersection(of(first).begin(), of(first).end(), of(second).begin(), of(second).end(),
                          std::back_inserter(both));
    std::erase_if(both, [&](std::size_t group) { return groups_[group].kind != kind; });
    std::stable_sort(both.begin(), both.end(), [&](std::size_t left, std::size_t right) {
        return groups_[left].genes.size() < groups_[right].genes.size();
    });
    return both;
}

} // namespace knockscape
