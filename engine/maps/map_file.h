#pragma once

#include "engine/core/issue.h"
#include "engine/maps/map_document.h"

#include <filesystem>
#include <string>
#include <vector>

namespace knockscape
{

/// Reads a map that somebody drew: Escher JSON, an SBGN-ML process description, or an SBML file with a layout; also
/// .gz and .bz2. Which it is, its content tells. A map without a name has that of its file. Throws InputError naming
/// file, element and reason; what was left out is summed up in `issues`. Any thread.
MapDocument readMapFile(const std::filesystem::path &path, std::vector<Issue> &issues);

/// The same for a content that was read already, as UTF-8.
MapDocument readMap(const std::string &content, const std::string &file, std::vector<Issue> &issues);

/// Writes the map as Escher JSON, all or nothing. Throws EngineError.
void writeMapFile(const MapDocument &map, const std::filesystem::path &path);

} // namespace knockscape
