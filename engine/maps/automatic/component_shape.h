#pragma once

#include "engine/maps/automatic/component_layout.h"

#include <cstddef>

namespace knockscape
{

/// Moves ranks together where only straight lines join them: Graphviz keeps them as far apart as curves need.
void closeGaps(PlacedComponent &component);

/// Folds a tall component into `bands` beside each other, every other one upside down, so that its line turns round at
/// the end of a band. It is cut only where a single line leads from above to below, and where the room it needs is
/// free; false, and nothing is changed, where there are not enough such places. Only for components with one frame.
bool foldComponent(PlacedComponent &component, std::size_t bands);

} // namespace knockscape
