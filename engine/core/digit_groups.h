#pragma once

#include <cstdint>
#include <string>

namespace knockscape
{

/// A count with commas between groups of three digits, as all texts of the engine write it: "-12,232".
std::string groupedDigits(std::int64_t number);

} // namespace knockscape
