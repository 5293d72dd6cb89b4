#pragma once

#include "engine/cell/gene_catalogue.h"
#include "engine/inference/screen.h"
#include "engine/inference/screen_state.h"

#include <string>
#include <string_view>

namespace knockscape
{

/// A state as JSON text; numbers keep every bit.
std::string toJson(const ScreenState &state);

/// Throws InputError naming `where` for anything else.
ScreenState parseScreenState(std::string_view json, const std::string &where);

/// Writes FILE.npy.json beside the request's matrix: what its rows and columns are. Throws EngineError.
void writeMatrixDescription(const ScreenRequest &request, const GeneCatalogue &genes);

} // namespace knockscape
