#pragma once

#include "engine/maps/map_document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knockscape
{

/// An element of an XML file, without namespace prefixes, with those of its attributes that were asked for.
struct XmlElement {
    std::string name;
    std::size_t line = 0;
    std::vector<std::pair<std::string_view, std::string>> attributes;
    std::vector<XmlElement> children;

    /// Value of an attribute, empty if it has none.
    std::string attribute(std::string_view key) const;
    /// A number in the C locale within mapCoordinateLimit; nothing for anything else.
    std::optional<double> number(std::string_view key) const;
    /// Its attributes x and y times `scale`; nothing unless both are numbers that can be drawn.
    std::optional<MapPoint> place(double scale) const;
    /// The first child of this name, or nullptr.
    const XmlElement *child(std::string_view key) const;
};

/// The elements of `text` under its root, with the attributes named in `attributes` (which outlive the tree). `file`
/// stands in messages. Throws InputError, with file and line, for what is not XML and for more than `limit` elements.
XmlElement readXmlTree(std::string_view text, const std::string &file, const std::vector<std::string_view> &attributes,
                       std::size_t limit);

} // namespace knockscape
