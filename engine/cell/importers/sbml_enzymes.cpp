#ifdef KNOCKSCAPE_SBML

#include "engine/cell/importers/sbml_enzymes.h"

#include "engine/cell/gene_rule.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <array>
#include <utility>

LIBSBML_CPP_NAMESPACE_USE

namespace knockscape
{
namespace
{

/// Terms of the Systems Biology Ontology for inhibitors: inhibitor, competitive, non-competitive, partial, complete,
/// allosteric and irreversible.
constexpr std::array<int, 7> inhibitors = {20, 206, 207, 536, 537, 639, 638};

bool inhibits(const SBase &modifier)
{
    return modifier.isSetSBOTerm() &&
           std::find(inhibitors.begin(), inhibitors.end(), modifier.getSBOTerm()) != inhibitors.end();
}

/// The genes that the name of an enzyme lists: one, or those of a complex between colons.
std::vector<std::string> members(const std::string &name)
{
    std::vector<std::string> genes;
    for (const std::string_view part : split(name, ":", true)) {
        if (!trimmed(part).empty()) {
            genes.emplace_back(trimmed(part));
        }
    }
    return genes;
}

} // namespace

SbmlEnzymes::SbmlEnzymes(const Model &model, const SbmlOutline &outline) : outline_(outline)
{
    std::unordered_set<std::string> converted;
    std::unordered_set<std::string> modifiers;
    for (unsigned i = 0; i < model.getNumReactions(); ++i) {
        const SbmlReaction *reaction = model.getReaction(i);
        for (unsigned r = 0; r < reaction->getNumReactants(); ++r) {
            converted.insert(reaction->getReactant(r)->getSpecies());
        }
        for (unsigned p = 0; p < reaction->getNumProducts(); ++p) {
            converted.insert(reaction->getProduct(p)->getSpecies());
        }
        for (unsigned m = 0; m < reaction->getNumModifiers(); ++m) {
            const ModifierSpeciesReference *modifier = reaction->getModifier(m);
            (inhibits(*modifier) ? others_ : modifiers).insert(modifier->getSpecies());
        }
    }
    for (unsigned i = 0; i < model.getNumSpecies(); ++i) {
        const Species *species = model.getSpecies(i);
        const std::string id = species->getId();
        if (modifiers.count(id) > 0 && converted.count(id) == 0) {
            const std::string name(trimmed(species->getName()));
            enzymes_[id] = name.empty() ? id : name;
            order_.push_back(id);
        } else if (modifiers.count(id) > 0 || others_.count(id) > 0) {
            others_.insert(id);
            firstOther_ = firstOther_.empty() ? id : firstOther_;
        }
    }
}

std::string SbmlEnzymes::rule(const SbmlReaction &reaction)
{
    std::vector<std::string> alternatives;
    for (unsigned m = 0; m < reaction.getNumModifiers(); ++m) {
        const ModifierSpeciesReference *modifier = reaction.getModifier(m);
        const auto found = enzymes_.find(modifier->getSpecies());
        if (found == enzymes_.end() || inhibits(*modifier)) {
            continue;
        }
        std::vector<std::string> genes = members(found->second);
        std::transform(genes.begin(), genes.end(), genes.begin(),
                       [](const std::string &gene) { return ruleName(gene); });
        std::string alternative = joined(genes, " and ");
        if (genes.size() > 1) {
            alternative.insert(alternative.begin(), '(');
            alternative += ')';
        }
        if (!genes.empty()) {
            alternatives.push_back(std::move(alternative));
        }
    }
    if (!alternatives.empty() && reactions_++ == 0) {
        firstReaction_ = reaction.getId();
    }
    return joined(alternatives, " or ");
}

std::vector<ModelGene> SbmlEnzymes::genes() const
{
    std::vector<ModelGene> genes;
    std::unordered_map<std::string, std::size_t> places;
    for (const std::string &id : order_) {
        const std::vector<std::string> listed = members(enzymes_.at(id));
        for (const std::string &gene : listed) {
            const auto [place, isNew] = places.try_emplace(gene, genes.size());
            if (isNew) {
                genes.push_back({gene, {}, {}});
            }
            // Identifiers of a complex are those of its parts, but not which is whose.
            if (const auto names = outline_.names.find(id); listed.size() == 1 && names != outline_.names.end()) {
                std::vector<std::string> &others = genes[place->second].otherNames;
                others.insert(others.end(), names->second.begin(), names->second.end());
            }
        }
    }
    return genes;
}

void SbmlEnzymes::report(const std::string &file, std::vector<Issue> &issues) const
{
    if (reactions_ > 0) {
        issues.push_back(warningAt(
            file,
            translateCount("Engine",
                           "%1 reaction names its enzymes as modifiers (%2). Each modifier was read as an isozyme "
                           "(“or”), genes with colons between them in its name as a complex (“and”).",
                           "%1 reactions name their enzymes as modifiers (first %2). Each modifier was read as an "
                           "isozyme (“or”), genes with colons between them in its name as a complex (“and”).",
                           static_cast<std::int64_t>(reactions_), {firstReaction_}),
            translate("Engine", "Check the rules of some reactions you know.")));
    }
    if (!others_.empty()) {
        issues.push_back(warningAt(
            file,
            translateCount("Engine", "%1 modifier is a metabolite or inhibitor and was not read as an enzyme (%2).",
                           "%1 modifiers are metabolites or inhibitors and were not read as enzymes (first %2).",
                           static_cast<std::int64_t>(others_.size()), {firstOther_})));
    }
}

} // namespace knockscape

#endif
