#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace knockscape
{

/// A format that has no place here but is chosen by mistake: its translated name, and what the person can do.
struct ForeignFormat {
    std::string name;
    std::string remedy;
};

/// Tells documents, archives, pictures, databases, formats of other biological data and what servers send instead of a
/// file by their content; nothing for what is none of these.
std::optional<ForeignFormat> foreignFormat(std::string_view content);

/// The same for XML by its root element.
ForeignFormat foreignXml(std::string_view root, std::string_view content);

/// What a web page saved instead of a file is called: with its title, if it has one.
std::string webPageName(std::string_view content);

} // namespace knockscape
