#pragma once

#include "engine/core/genotype.h"

#include <string_view>
#include <vector>

namespace knockscape
{

class GeneCatalogue;

/// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`, or `limit` + 1 if it takes more: the
/// optimal string alignment distance.
int editDistance(std::string_view a, std::string_view b, int limit);

/// Up to `count` genes with an id, name or alias similar to `name` (lower case), best first: few edits away, or of
/// which `name` is the beginning.
std::vector<GeneIndex> similarGenes(const GeneCatalogue &genes, std::string_view name, std::size_t count);

} // namespace knockscape
