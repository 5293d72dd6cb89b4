#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/core/job_control.h"
#include "engine/layout/layout_helper.h"
#include "engine/maps/automatic/main_pairs.h"
#include "engine/maps/map_document.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

struct AutomaticMapOptions {
    std::string name;
    /// Width over height of the view that the map is to fill.
    double aspect = 1.4;
    /// Flux of each reaction of the cell in mmol/gDW/h, which says where it runs; empty: the bounds do.
    std::span<const double> fluxes;
    /// A map of more reactions is divided.
    std::size_t reactionLimit = 120;
};

struct AutomaticMaps {
    /// One, or several where there are too many reactions for one.
    std::vector<MapDocument> maps;
    std::vector<Issue> issues;
};

/// Draws maps of `reactions` (rows of Metabolism::reactions, each once) as biochemists do: one line per reaction from
/// its main substrate to its main product (MainPairs), cofactors small beside it, repeated at every reaction; one node
/// for every other metabolite; name and genes beside the line; the longest path straight, cycles as loops; frames
/// around compartments; what does not hang together packed into the shape of the view. The same input gives the same
/// maps.
///
/// Blocks; for worker threads. Throws InputError for an empty list, EngineError where the layout helper fails, and
/// Cancelled.
AutomaticMaps drawMaps(const Cell &cell, const MainPairs &pairs, std::span<const std::int32_t> reactions,
                       LayoutHelper &helper, const AutomaticMapOptions &options, const JobControl &control = {});

} // namespace knockscape
