#pragma once

#include "engine/cell/gene_catalogue.h"

#include <string>
#include <string_view>

namespace knockscape
{

/// `name` with what file formats add to gene names taken away: a "G_" in front, character codes as SBML ids need them
/// ("__45__", "_DASH_", "_HYPHEN_" for "-"; "_DOT_", "_PERIOD_" for "."; "_COMMA_" for ",").
std::string decodedGeneName(std::string_view name);

/// The gene a name in somebody's file means, or -1. Tried in order, each exactly: the name, the decoded name, the name
/// with "-" for "_" (YBR058C_A), without a taxon in front (4932.YAL001C), without the "p" of a protein (Abf1p).
GeneIndex matchGene(const GeneCatalogue &genes, std::string_view name);

} // namespace knockscape
