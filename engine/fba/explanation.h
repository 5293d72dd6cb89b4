#pragma once

#include "engine/fba/flux_balance.h"
#include "engine/fba/media.h"

#include <cstdint>
#include <vector>

namespace knockscape
{

/// A genotype that grows less than this, of the wild type, is asked what would rescue it …
constexpr double RescueFitness = 0.1;
/// … by taking up one nutrient more, at most this much of it, in mmol/gDW/h.
constexpr double RescueUptake = 10.0;

/// Growth in 1/h with one nutrient more in the medium.
struct Rescue {
    /// Row of Metabolism::reactions.
    std::int32_t exchange = 0;
    double growth = 0.0;
};

/// Blocked reactions that need the same of the deleted genes: a step that is gone.
struct BlockedStep {
    std::vector<GeneIndex> genes;
    std::vector<std::int32_t> reactions;
};

/// A part of biomass that cannot be made any more.
struct LostBlock {
    /// Row of Metabolism::metabolites.
    std::int32_t metabolite = 0;
    /// The pseudo-metabolite that it is part of (protein, lipid); the metabolite itself where growth consumes that.
    std::int32_t within = 0;
    /// Steps of Explanation::steps, each of which alone would bring it back: one is the only way, two are two ways.
    /// None where several must come back together (or it was not tried).
    std::vector<std::size_t> ways;
};

/// Why a genotype grows less than the wild type, as flux balance sees it.
///
/// A metabolite is made where a reaction that takes it out of the cell could carry more than 1e-6 mmol/gDW/h, while all
/// else keeps its bounds and need not grow; it is lost where that is so in the wild type and not in the genotype. What
/// is made together with it must be used or leave the cell, by the strict reading, or may pile up. By the strict one
/// everything is lost whose by-products have nowhere to go, which says little; people are told the other.
///
/// Metabolites and reactions are rows of the cell's, ascending.
struct Explanation {
    Genotype genotype;
    /// True where a medium is explained (explainMedium()): what is blocked is then uptake, and the wild type that of
    /// the medium that it is compared with.
    bool ofMedium = false;
    /// 1/h.
    double wildTypeGrowth = 0.0;
    SimulatedGrowth growth;
    /// Reactions that demand more flux than they can have, where the status is "infeasible"; they may rest in what
    /// follows, for the wild type too.
    std::vector<std::int32_t> unmetDemands;

    /// Lost by the strict reading: what the objective consumes, and what a blocked reaction makes.
    std::vector<std::int32_t> lostPrecursors;
    std::vector<std::int32_t> lostRoots;
    /// All that is lost even where by-products may pile up, and what the objective consumes of it.
    std::vector<std::int32_t> lostPilingUp;
    std::vector<std::int32_t> lostPrecursorsPilingUp;
    /// False where not every metabolite could be shown to be lost or not; then more may be.
    bool complete = true;

    /// Exchange reactions that take nothing up, any one of which would let it grow at RescueFitness of the wild type
    /// if it took up RescueUptake; in order of the reactions. Asked only below that growth.
    std::vector<Rescue> rescues;
    bool askedForRescues = false;

    /// The lost precursors in words of a biochemist: pseudo-metabolites of the objective (protein, lipid) are walked
    /// down to what they lack. With by-products piling up, or strictly where nothing is lost otherwise (strictOnly).
    std::vector<LostBlock> blocks;
    bool strictOnly = false;
    std::vector<BlockedStep> steps;
};

/// What the wild type lacks on a medium, beside the same cell on its own medium, or on the rich one where it does not
/// grow on its own: the growth there is the explanation's wild type, and rescues are nutrients more. Throws as
/// FluxBalance does for the medium that it is compared with, and Cancelled.
Explanation explainMedium(const std::shared_ptr<const Cell> &cell, const Medium &medium,
                          const JobControl &control = {});

/// A sentence about an explanation, and what of the cell it speaks about, for links.
struct ExplanationSentence {
    std::string text;
    std::vector<std::int32_t> reactions;
    std::vector<std::int32_t> metabolites;
    /// Exchange reactions that would rescue.
    std::vector<std::int32_t> rescues;
};

/// The explanation as a biochemist would say it, most important first; translated.
std::vector<ExplanationSentence> sentencesOf(const Explanation &explanation, const Cell &cell);

/// The name of a metabolite for people, without its compartment where the name holds it: "L-leucine"; its id where it
/// has no name.
std::string metaboliteName(const Metabolite &metabolite);

} // namespace knockscape
