#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knockscape
{

/// JSON as Python's json module and COBRApy write it as the standard wants it: null for NaN, and the texts "inf" and
/// "-inf" for Infinity and -Infinity.
std::string plainJson(std::string text);

/// What a person needs to know about JSON that cannot be read on from `byte` (1-based, as parsers count): line and
/// column, and what stands there.
std::string jsonFault(std::string_view text, std::size_t byte);

} // namespace knockscape
