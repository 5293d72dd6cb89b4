#pragma once

#include "engine/store/provenance.h"
#include "engine/store/run_database.h"

namespace knockscape
{

/// True for a run whose rows were simulated, not predicted: of the command "simulate", or with the parameter
/// "evaluator": "simulation".
bool isSimulated(const RunRecord &run);

/// Where the rows of a stored run come from, as the run database has it.
Provenance provenanceOf(const RunRecord &run);

} // namespace knockscape
