#pragma once

#include "engine/store/provenance.h"
#include "engine/store/run_database.h"

namespace knockscape
{

/// Where the rows of a stored run come from, as the run database has it.
Provenance provenanceOf(const RunRecord &run);

} // namespace knockscape
