#pragma once

#include "engine/core/genotype.h"
#include "engine/fba/media.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// Fluxes of the wild type and of a knockout on one medium, as maps and tables show them. Reactions and metabolites are
/// rows of the cell's.
struct FluxPair {
    /// The knockout; the wild type again where it deletes nothing.
    Genotype genotype;
    /// What both may take up.
    Medium medium;
    /// Which of the possible fluxes these are, as `simulate --method` calls it.
    std::string method = "pfba";
    /// One per reaction, mmol/gDW/h, forwards positive (growth: 1/h).
    std::vector<double> wildType;
    /// The same of the knockout; empty where it has none: infeasible, or no answer.
    std::vector<double> knockout;
    /// 1/h; growth is NaN where there is no answer, 0 where infeasible.
    double wildTypeGrowth = 0.0;
    double growth = 0.0;
    /// Growth relative to wild type.
    double fitness = 0.0;
    /// "ok", "infeasible", or in the person's language why there are no numbers (SimulatedGrowth::status).
    std::string status = "ok";
    /// What to know before believing the numbers, for people; empty: nothing.
    QString note;
    /// How many of the deleted genes the metabolic model knows; with none, the knockout is the wild type again.
    std::size_t genesInModel = 0;
    /// Reactions that the deletions block, ascending.
    std::vector<std::int32_t> blockedReactions;
    /// Metabolites that only the wild type can make, even where by-products may pile up, ascending; known later than
    /// the fluxes.
    std::vector<std::int32_t> lostMetabolites;
    bool lostKnown = false;
};

} // namespace knockscape::ui
