#pragma once

#include "engine/maps/escher_elements.h"

namespace knockscape::escher
{

/// The header of an Escher file: name, id, description, and in its free "metadata" what the schema has no place for.
void readHeader(const Json &header, MapDocument &map);

/// Writes it into `header`, which is its source as JSON, or null without one. `beyond` is what else the file said that
/// the schema does not allow; null if nothing.
void writeHeader(const MapDocument &map, const Json &beyond, Json &header);

} // namespace knockscape::escher
