#pragma once

#include "engine/cell/metabolism.h"

#include <cstdint>
#include <vector>

/// What a biochemist calls the lost precursors of growth. Private to engine/fba.
namespace knockscape
{

/// A lost metabolite that means something to a biochemist, and the pool that it is part of (itself, if none).
struct LostPart {
    std::int32_t metabolite = 0;
    std::int32_t within = 0;

    bool operator==(const LostPart &) const = default;
};

/// Reads a model's biomass. Growth may consume pools that exist in the model alone (yeast-GEM's protein, lipid,
/// cofactor), which say nothing to a person. A metabolite is such a pool where it has no formula of its own (none, or
/// one with an R for whatever stands there) and no reaction that can make it needs a gene: enzymes make real ones.
/// A carrier (a tRNA with its amino acid) is no pool, but what the network makes of it is only its load; it counts as
/// one where it has no formula of its own and the wild type cannot make more of it.
class BuildingBlocks
{
public:
    /// `makeable`: what the wild type can make, per metabolite.
    BuildingBlocks(const Metabolism &metabolism, const std::vector<bool> &makeable);

    /// The lost parts of `precursors` (lost ones), down from pools to what they are made of. A pool none of whose parts
    /// is lost is a part itself. Each metabolite comes once, in order of the precursors.
    std::vector<LostPart> lostParts(const std::vector<std::int32_t> &precursors,
                                    const std::vector<std::int32_t> &lost) const;

private:
    struct Walk;

    bool isPool(std::int32_t metabolite) const;
    bool isCarrier(std::int32_t metabolite) const;
    std::vector<std::int32_t> ingredientsOf(std::int32_t metabolite) const;
    bool visit(std::int32_t metabolite, std::int32_t within, Walk &walk) const;

    const Metabolism &metabolism_;
    const std::vector<bool> &makeable_;
    /// Per metabolite the reactions that can make it.
    std::vector<std::vector<std::int32_t>> makers_;
};

/// True for a formula that says what the metabolite is: not empty, and every letter of it an element (no R, X, n, *).
bool isWholeFormula(const std::string &formula);

} // namespace knockscape
