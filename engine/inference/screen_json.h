#pragma once

#include "engine/inference/screen_state.h"

#include <string>
#include <string_view>

namespace knockscape
{

/// A state as JSON text; numbers keep every bit.
std::string toJson(const ScreenState &state);

/// Throws InputError naming `where` for anything else.
ScreenState parseScreenState(std::string_view json, const std::string &where);

} // namespace knockscape
