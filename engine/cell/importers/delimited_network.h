#pragma once

#include "engine/cell/importers/delimited_layout.h"
#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"

#include <string>

namespace knockscape
{

/// Interactions from text in rows, laid out as networkLayout() says: BioGRID (`type` "physical" or "genetic" keeps only
/// such experiments), STRING links, matrices of regulation, and tables with or without a header. Rows without two
/// genes, of another kind or with a weight that is no number are left out and counted. The content is changed.
RawNetwork readDelimitedNetwork(ImportFile &file, const std::string &type, const ColumnChoice &choice);

} // namespace knockscape
