#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"

namespace knockscape
{

/// Nodes (by name, label, else id) and edges (weight, score, …) of a graph in JSON: of a file for whose jsonKind()
/// isGraph() holds. Throws InputError naming the file.
RawNetwork readJsonGraph(const ImportFile &file);

} // namespace knockscape
