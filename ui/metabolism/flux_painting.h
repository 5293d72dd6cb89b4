#pragma once

#include "engine/fba/flux_balance.h"
#include "ui/metabolism/map_painting.h"
#include "ui/session/flux_pair.h"

#include <limits>
#include <map>

namespace knockscape::ui
{

/// What the lines of a map show.
enum class PaintBy { Nothing, WildType, Knockout, Difference, Range };

/// What reactions can carry while the knockout grows best, by row (flux variability); those that are known.
using FluxRanges = std::map<std::int32_t, FluxRange>;

/// The painting of the reactions `rows` of a cell: fluxes where there are some (`fluxes` may be nullptr), what
/// `knockouts` block, what is lost, and what of that is `rescued` by a nutrient (rows of metabolites). Wild type and
/// knockout have one scale, so that they can be compared.
MapPainting fluxPainting(const Cell &cell, const std::vector<std::int32_t> &rows, PaintBy by, const FluxPair *fluxes,
                         const Genotype &knockouts, const FluxRanges &ranges = {},
                         const std::vector<std::int32_t> &rescued = {});

/// The flux of a reaction in the wild type and in the knockout; NaN where there is none.
struct FluxOf {
    double wildType = std::numeric_limits<double>::quiet_NaN();
    double knockout = std::numeric_limits<double>::quiet_NaN();
};
FluxOf fluxOf(const FluxPair *fluxes, std::int32_t row);

} // namespace knockscape::ui
