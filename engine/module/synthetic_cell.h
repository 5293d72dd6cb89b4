#pragma once

#include "engine/cell/cell.h"

#include <cstdint>

namespace knockscape
{

/// Sizes of a made-up cell. The defaults are those of the seed's sample.
struct SyntheticSizes {
    int genes = 6579;
    int features = 1536;
    int physicalEdges = 71912; ///< undirected: twice as many messages
    int regulatoryEdges = 16061;
    int metabolites = 2534;
    int reactions = 4881;
    int incidences = 20960;
};

/// A random cell for measuring and checking; the same seed gives the same cell.
Cell syntheticCell(const SyntheticSizes &sizes, std::uint32_t seed);

} // namespace knockscape
