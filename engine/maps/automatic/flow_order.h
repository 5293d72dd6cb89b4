#pragma once

#include "engine/maps/automatic/reaction_plan.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// Decides what is above what in one component: sets `upwards`, `group` and `onLongestPath` of its plans so that no
/// metabolite is above itself.
///
/// A cycle of four to fourteen reactions becomes a loop of two columns: one half runs down, the other up. Then comes
/// the longest path that the directions allow, as one straight line; then the rest, as written where that closes no
/// circle. Straight lines are numbered from 0, the longest first; the numbers of metabolites are returned by row.
/// The same plans give the same answer.
std::unordered_map<std::int32_t, std::int32_t> orderFlow(std::vector<ReactionPlan> &plans);

} // namespace knockscape
