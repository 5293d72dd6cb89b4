#pragma once

#include "engine/core/issue.h"
#include "engine/maps/map_document.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Whether a text is SBML with a layout in it.
bool looksLikeSbmlLayout(const std::string &content);

/// Reads the first layout of an SBML file: of the layout package of Level 3 (Gauges et al. 2015,
/// doi:10.2390/biecoll-jib-2015-267), or of Level 2, where it stands in annotations. The reader needs no libsbml.
///
/// Species glyphs become metabolites, reaction glyphs reactions with the lines of their species references, modifiers
/// genes, compartment glyphs frames, text glyphs labels. Lengths are doubled, since glyphs are usually half as large as
/// Escher's. Throws InputError for what is no such file; what has no place in a map is left out and summed up in
/// `issues` by kind.
MapDocument readSbmlLayout(const std::string &content, const std::string &file, std::vector<Issue> &issues);

} // namespace knockscape
