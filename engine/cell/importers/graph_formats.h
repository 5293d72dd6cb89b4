#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"

namespace knockscape
{

/// GML (Himsolt 1997): node id, label; edge source, target, perhaps weight or value. A label of several words
/// ("ymr056c  aac1") counts by its first. Throws InputError with file and line.
RawNetwork readGml(ImportFile &file);

/// GraphML: nodes by the data or attribute called name, label or id; weight likewise. Throws InputError.
RawNetwork readGraphMl(const ImportFile &file);

/// SIF (Cytoscape): "source type target…" a line, separated by tabs if there are any, else by blanks; a line of one
/// name is a node alone.
RawNetwork readSif(ImportFile &file);

/// Whether the content is that format.
bool isGml(const ImportFile &file);
bool isGraphMl(const ImportFile &file);
bool isSif(const ImportFile &file);

} // namespace knockscape
