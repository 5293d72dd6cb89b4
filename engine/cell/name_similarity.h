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
///
/// A number of three digits or more (YAL001C, b0002, ENSG00000141510, ZNF345) tells genes apart, so that one with
/// another number is never similar, however few the edits. Similar are then: other punctuation, O for 0, leading zeros,
/// two neighbours swapped of which one is a letter, another last letter (the strand), an ending that is missing or,
/// behind a dot or underscore, too much.
std::vector<GeneIndex> similarGenes(const GeneCatalogue &genes, std::string_view name, std::size_t count);

} // namespace knockscape
