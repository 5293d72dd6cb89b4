#pragma once

#include <string>

namespace knockscape
{

/// Now, in UTC to the second, as files have it: "2026-11-22T15:00:00Z".
std::string utcNow();

} // namespace knockscape
