#pragma once

#include "engine/cell/importers/metabolic_model.h"
#include "engine/cell/importers/sbml_outline.h"
#include "engine/cell/importers/sbml_types.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace knockscape
{

/// Enzymes that an SBML model lists as species and as modifiers of reactions, as HMR and the consensus models of yeast
/// do instead of gene rules. A species is one if it is a modifier and nothing else, and not as an inhibitor.
class SbmlEnzymes
{
public:
    SbmlEnzymes(const LIBSBML_CPP_NAMESPACE_QUALIFIER Model &model, const SbmlOutline &outline);

    /// True if the species is an enzyme, and therefore no metabolite.
    bool isEnzyme(const std::string &species) const { return enzymes_.count(species) > 0; }

    /// The rule that the modifiers of a reaction make: any of its enzymes; of one whose name lists genes between colons
    /// all of these. Empty if it has none. Genes are named as the species are.
    std::string rule(const SbmlReaction &reaction);

    /// The genes that the rules name, with what else the file calls them.
    std::vector<ModelGene> genes() const;

    /// Says how modifiers were read.
    void report(const std::string &file, std::vector<Issue> &issues) const;

private:
    const SbmlOutline &outline_;
    /// Name by id of the species.
    std::unordered_map<std::string, std::string> enzymes_;
    std::vector<std::string> order_;
    std::size_t reactions_ = 0;
    std::string firstReaction_;
    /// Modifiers that are no enzymes.
    std::unordered_set<std::string> others_;
    std::string firstOther_;
};

} // namespace knockscape
