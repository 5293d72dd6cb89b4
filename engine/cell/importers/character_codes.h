#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// `name` with the codes that file formats need for characters replaced: "__45__", "_DASH_", "_HYPHEN_" for "-";
/// "_DOT_", "_PERIOD_" for "."; "_COMMA_" for ",".
std::string withoutCharacterCodes(std::string_view name);

/// True if some of the names hold such codes, and every number code stands for a character that an SBML id cannot hold:
/// only then are they codes, and no part of names that happen to look so.
bool haveCharacterCodes(const std::vector<std::string_view> &names);

/// The ids of one list of an SBML file without what the format adds to them: `prefix` where every id has it, character
/// codes where they are codes. What would make two ids one, or leave nothing, is not done. Parallel to `ids`.
std::vector<std::string> plainSbmlIds(const std::vector<std::string> &ids, std::string_view prefix);

} // namespace knockscape
