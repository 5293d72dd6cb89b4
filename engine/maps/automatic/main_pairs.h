#pragma once

#include "engine/cell/metabolism.h"
#include "engine/maps/automatic/cofactors.h"
#include "engine/maps/automatic/formula.h"

#include <cstdint>
#include <vector>

namespace knockscape
{

/// The line of a reaction as a biochemist draws it; rows of Metabolism::metabolites, -1 where a side has none.
struct MainPair {
    std::int32_t substrate = -1;
    std::int32_t product = -1;
};

/// What is known of a metabolism for drawing it: which metabolites are cofactors, how common each is, and which
/// substrate becomes which product.
///
/// Of all pairs of a substrate and a product of a reaction, the one is its line that shares most of its atoms (Dice's
/// coefficient over the weights of AtomCounts, amounts by stoichiometry), less a penalty for cofactors, for the two
/// forms of one cofactor, and for metabolites of many reactions. Where an acyl carrier is set free or taken up, its
/// atoms do not count. Without formulas, penalties alone decide. The metabolism outlives the object; any thread.
class MainPairs
{
public:
    explicit MainPairs(const Metabolism &metabolism);

    /// As the reaction is written; ties go to the metabolites that come first.
    MainPair of(std::int32_t reaction) const;

    MetaboliteRole role(std::int32_t metabolite) const { return roles_[static_cast<std::size_t>(metabolite)]; }
    /// How many reactions it takes part in; of the same substance in several compartments, the largest number.
    std::size_t degree(std::int32_t metabolite) const { return degrees_[static_cast<std::size_t>(metabolite)]; }
    /// Whether it belongs at the side of a reaction that is not about it: a cofactor, or common.
    bool isCommon(std::int32_t metabolite) const;
    /// Whether a step from `substrate` to `product` keeps carbon, and neither is currency: what a route may use.
    bool sharesSkeleton(std::int32_t reaction, std::int32_t substrate, std::int32_t product) const;

private:
    struct Part {
        std::int32_t metabolite = -1;
        AtomCounts atoms;
        double weight = 0.0;
    };
    std::vector<Part> partsOf(const Reaction &reaction, double sign) const;
    double score(const Part &substrate, const Part &product) const;

    const Metabolism &metabolism_;
    std::vector<AtomCounts> atoms_;
    std::vector<MetaboliteRole> roles_;
    std::vector<std::string> cofactors_;
    std::vector<std::size_t> degrees_;
};

} // namespace knockscape
