#include "engine/fba/building_blocks.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>

namespace knockscape
{

namespace
{

/// Symbols of elements that metabolites hold; R, X, Z, A and the like stand for something unsaid.
constexpr std::string_view Elements = " H B C N O F P S K V Y W I U Li Na Mg Al Si Cl Ca Cr Mn Fe Co Ni Cu Zn As Se Br "
                                      "Sr Mo Ag Cd Sn Sb Te Ba Pt Au Hg Tl Pb Bi ";

bool isElement(std::string_view symbol)
{
    std::string spaced(" ");
    spaced += symbol;
    spaced += ' ';
    return Elements.find(spaced) != std::string_view::npos;
}

/// Whether a reaction in this direction is allowed by its bounds: 1 forwards, −1 backwards.
bool runs(const Reaction &reaction, double direction)
{
    return direction > 0.0 ? reaction.upperBound > 0.0 : reaction.lowerBound < 0.0;
}

} // namespace

bool isWholeFormula(const std::string &formula)
{
    for (std::size_t i = 0; i < formula.size();) {
        const auto letter = static_cast<unsigned char>(formula[i]);
        if (std::isupper(letter) == 0) {
            // Numbers and parentheses of a formula; letters outside a symbol and signs say something else.
            if (std::isdigit(letter) == 0 && std::string_view("().").find(formula[i]) == std::string_view::npos) {
                return false;
            }
            ++i;
            continue;
        }
        const bool hasSecond = i + 1 < formula.size() && std::islower(static_cast<unsigned char>(formula[i + 1])) != 0;
        if (!isElement(std::string_view(formula).substr(i, hasSecond ? 2 : 1))) {
            return false;
        }
        i += hasSecond ? 2 : 1;
    }
    return !formula.empty();
}

BuildingBlocks::BuildingBlocks(const Metabolism &metabolism, const std::vector<bool> &makeable)
    : metabolism_(metabolism), makeable_(makeable), makers_(metabolism.metabolites.size())
{
    for (std::size_t i = 0; i < metabolism.reactions.size(); ++i) {
        const Reaction &reaction = metabolism.reactions[i];
        for (const StoichiometricTerm &term : reaction.terms) {
            if (term.coefficient != 0.0 && runs(reaction, term.coefficient)) {
                makers_[static_cast<std::size_t>(term.metabolite)].push_back(static_cast<std::int32_t>(i));
            }
        }
    }
}

bool BuildingBlocks::isPool(std::int32_t metabolite) const
{
    const auto at = static_cast<std::size_t>(metabolite);
    const std::vector<std::int32_t> &makers = makers_[at];
    return !isWholeFormula(metabolism_.metabolites[at].formula) &&
           std::all_of(makers.begin(), makers.end(), [this](std::int32_t reaction) {
               return metabolism_.reactions[static_cast<std::size_t>(reaction)].rule.alternatives.empty();
           });
}

bool BuildingBlocks::isCarrier(std::int32_t metabolite) const
{
    const auto at = static_cast<std::size_t>(metabolite);
    return !makeable_[at] && !metabolism_.metabolites[at].formula.empty() &&
           !isWholeFormula(metabolism_.metabolites[at].formula);
}

struct BuildingBlocks::Walk {
    const std::vector<std::int32_t> &lost;
    std::vector<LostPart> parts;
    /// Whether what is lost of each metabolite that was seen is among the parts.
    std::map<std::int32_t, bool> named;
};

/// Adds the lost parts of `metabolite` to the walk: itself, unless it stands for others. `within` is the pool that it
/// is part of. True where something of it is lost.
bool BuildingBlocks::visit(std::int32_t metabolite, std::int32_t within, Walk &walk) const
{
    const bool isLost = std::binary_search(walk.lost.begin(), walk.lost.end(), metabolite);
    if (!isLost && !isCarrier(metabolite)) {
        return false;
    }
    const auto [seen, isNew] = walk.named.emplace(metabolite, false);
    if (!isNew) {
        return seen->second;
    }
    bool named = false;
    if (!isLost || isPool(metabolite)) {
        for (const std::int32_t ingredient : ingredientsOf(metabolite)) {
            named = visit(ingredient, isLost ? metabolite : within, walk) || named;
        }
    }
    if (isLost && !named) {
        walk.parts.push_back({metabolite, within});
        named = true;
    }
    walk.named[metabolite] = named;
    return named;
}

/// What the reactions that can make a metabolite make it of, in order of the reactions.
std::vector<std::int32_t> BuildingBlocks::ingredientsOf(std::int32_t metabolite) const
{
    std::vector<std::int32_t> ingredients;
    for (const std::int32_t maker : makers_[static_cast<std::size_t>(metabolite)]) {
        const Reaction &reaction = metabolism_.reactions[static_cast<std::size_t>(maker)];
        for (const StoichiometricTerm &made : reaction.terms) {
            for (const StoichiometricTerm &term : reaction.terms) {
                if (made.metabolite == metabolite && made.coefficient * term.coefficient < 0.0 &&
                    runs(reaction, made.coefficient)) {
                    ingredients.push_back(term.metabolite);
                }
            }
        }
    }
    return ingredients;
}

std::vector<LostPart> BuildingBlocks::lostParts(const std::vector<std::int32_t> &precursors,
                                                const std::vector<std::int32_t> &lost) const
{
    Walk walk{lost, {}, {}};
    for (const std::int32_t precursor : precursors) {
        visit(precursor, precursor, walk);
    }
    return walk.parts;
}

} // namespace knockscape
