#pragma once

#include "engine/cell/cell.h"

#include <string>

namespace knockscape
{

/// Where a cell that was read from its bundle differs from the one that was written, in what is computed with: genes
/// and their aliases, interactions, metabolites, reactions, features. Empty if nowhere. Texts for people may differ in
/// blanks.
std::string bundleDifference(const Cell &written, const Cell &read);

} // namespace knockscape
