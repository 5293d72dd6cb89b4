#pragma once

#include "engine/cell/metabolism.h"

#include <cstddef>
#include <vector>

namespace knockscape::ui
{

/// The smallest sets of genes whose deletion, beside `deleted`, leaves the reaction no enzyme: none of them holds
/// another. Smallest first, at most `limit`. Empty for a reaction without genes, one that always has an enzyme (a gene
/// that the catalogue lacks), and one that has none already.
std::vector<Genotype> blockingSets(const Reaction &reaction, const Genotype &deleted, std::size_t limit);

/// The smallest sets of deleted genes whose return gives the reaction an enzyme again; empty unless it has none.
std::vector<Genotype> restoringSets(const Reaction &reaction, const Genotype &deleted, std::size_t limit);

} // namespace knockscape::ui
