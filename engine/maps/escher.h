#pragma once

#include "engine/core/issue.h"
#include "engine/maps/map_document.h"

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Reads a map of Escher (King et al. 2015, doi:10.1371/journal.pcbi.1004321): JSON of schema 1-0-0, [header, body], or
/// the body alone as early versions wrote it. `content` is the file as UTF-8, `file` stands in messages.
///
/// Throws InputError for what is no map at all. What cannot be drawn (a node without a place, a segment to a node that
/// is not there) is left out, kept for the writer, and summed up in `issues` with element and reason.
MapDocument readEscherMap(const std::string &content, const std::string &file, std::vector<Issue> &issues);

/// The map as Escher JSON, [header, body].
///
/// A map that was read as such comes back with nothing lost: members that the reader does not understand, and elements
/// that it cannot draw, stand where they stood. Any other map is written as the schema demands; what an early version
/// of Escher said beyond that, and compartments, are in the header's "metadata", which the schema leaves open.
std::string writeEscherMap(const MapDocument &map);

} // namespace knockscape
