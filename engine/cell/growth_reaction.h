#pragma once

#include "engine/cell/metabolism.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Ids of the reactions that look like growth by their id or name, at most five, the likeliest first: what to offer
/// where a model does not say what it maximises.
std::vector<std::string> growthCandidates(const Metabolism &metabolism);

/// True if a reaction has an objective other than 0.
bool hasObjective(const Metabolism &metabolism);

} // namespace knockscape
