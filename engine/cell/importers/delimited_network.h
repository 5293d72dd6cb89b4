#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"

#include <string>

namespace knockscape
{

/// Interactions from text in rows. Recognised by header and content: BioGRID .tab3 (`type` "physical" or "genetic"
/// keeps only such experiments), STRING links, YEASTRACT matrices and pairs, and tables with or without a header of
/// which two columns name genes and a third may hold a weight. Columns are found by their names (source/target,
/// gene1/gene2, …), else the first two are taken. The content is changed.
RawNetwork readDelimitedNetwork(ImportFile &file, const std::string &type);

} // namespace knockscape
