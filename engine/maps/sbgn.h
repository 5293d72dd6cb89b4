#pragma once

#include "engine/core/issue.h"
#include "engine/maps/map_document.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Whether a text looks like SBGN-ML.
bool looksLikeSbgn(const std::string &content);

/// Reads a process description of SBGN-ML (Bergmann et al. 2020, doi:10.1515/jib-2020-0016).
///
/// Molecules that are consumed or produced become metabolites, processes reactions between their ports, arcs segments
/// along their bends; a molecule that acts on a process becomes one of its genes, a compartment a frame. A molecule
/// without arcs becomes a text: in maps of Yeast8 these are the genes beside a reaction. Lengths are doubled, since
/// glyphs of SBGN are usually half as large as Escher's. Coordinates of `MapOrigin::Sbgn`.
///
/// Throws InputError for what is no such map. What has no place in a map is left out and summed up in `issues` by kind.
MapDocument readSbgnMap(const std::string &content, const std::string &file, std::vector<Issue> &issues);

} // namespace knockscape
