#pragma once

#include "engine/cell/cell.h"
#include "ui/metabolism/flux_painting.h"

#include <QString>

namespace knockscape::ui
{

/// What is said about an element of a map, as rich text. `fluxes` may be nullptr. With `links`, ids of other databases
/// are links to them, and reactions and metabolites "reaction:ROW" and "metabolite:ROW"; a tooltip has none.
QString reactionCard(const Cell &cell, std::int32_t row, const FluxPair *fluxes, const Genotype &knockouts, bool links,
                     const FluxRanges &ranges = {});
QString metaboliteCard(const Cell &cell, std::int32_t row, const FluxPair *fluxes, bool links);

/// The gene rule with the knocked-out genes struck out: "BNA1, or TDH1 and TDH2".
QString ruleText(const Cell &cell, const Reaction &reaction, const Genotype &knockouts);

} // namespace knockscape::ui
