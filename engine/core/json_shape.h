#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace knockscape
{

/// What a JSON text would become, found without building it: a look before a parser that keeps everything in memory.
struct JsonShape {
    bool valid = false;
    /// Why it is not valid, where in the text; empty if it is.
    std::string error;
    /// True if counting stopped at the limit of values or depth.
    bool tooLarge = false;
    std::size_t values = 0;
    /// A key of the outermost object that is there twice; empty if there is none.
    std::string repeatedKey;
    /// The last key of the outermost object that was seen: where counting stopped.
    std::string lastKey;
};

/// Counts the values (objects, lists, texts, numbers, …) of a JSON text. Stops at more than `valueLimit` values or
/// `depthLimit` levels.
JsonShape jsonShape(std::string_view text, std::size_t valueLimit, std::size_t depthLimit);

} // namespace knockscape
