#include "engine/maps/xml_tree.h"

#include "engine/cell/importers/xml_reader.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>

namespace knockscape
{
namespace
{

XmlElement startedElement(const XmlReader &reader, const std::vector<std::string_view> &attributes)
{
    XmlElement element;
    element.name = reader.name();
    element.line = reader.line();
    for (const std::string_view attribute : attributes) {
        if (std::string value = reader.attribute(attribute); !value.empty()) {
            element.attributes.emplace_back(attribute, std::move(value));
        }
    }
    return element;
}

} // namespace

std::string XmlElement::attribute(std::string_view key) const
{
    for (const auto &[attributeName, value] : attributes) {
        if (attributeName == key) {
            return value;
        }
    }
    return {};
}

std::optional<double> XmlElement::number(std::string_view key) const
{
    const std::string value = attribute(key);
    const std::optional<double> parsed = parseNumber(trimmed(value));
    return parsed && std::abs(*parsed) <= mapCoordinateLimit ? parsed : std::nullopt;
}

std::optional<MapPoint> XmlElement::place(double scale) const
{
    const double x = number("x").value_or(2.0 * mapCoordinateLimit) * scale;
    const double y = number("y").value_or(2.0 * mapCoordinateLimit) * scale;
    const bool drawable = std::abs(x) <= mapCoordinateLimit && std::abs(y) <= mapCoordinateLimit;
    return drawable ? std::optional(MapPoint{x, y}) : std::nullopt;
}

const XmlElement *XmlElement::child(std::string_view key) const
{
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const XmlElement &element) { return element.name == key; });
    return found == children.end() ? nullptr : &*found;
}

XmlElement readXmlTree(std::string_view text, const std::string &file, const std::vector<std::string_view> &attributes,
                       std::size_t limit)
{
    XmlReader reader(text, file);
    // Elements that are open, innermost last; an element moves into its parent when it ends.
    std::vector<XmlElement> open;
    XmlElement root;
    std::size_t count = 0;
    for (auto event = reader.next(); event != XmlReader::Event::Finished; event = reader.next()) {
        if (event == XmlReader::Event::Start) {
            if (++count > limit) {
                throw InputError(
                    errorAt(file + ":" + std::to_string(reader.line()),
                            translate("Engine", "The file has more than %1 elements.", {std::to_string(limit)}),
                            translate("Engine", "Divide the map into several files.")));
            }
            open.push_back(startedElement(reader, attributes));
        } else if (event == XmlReader::Event::End) {
            XmlElement ended = std::move(open.back());
            open.pop_back();
            if (open.empty()) {
                root = std::move(ended);
            } else {
                open.back().children.push_back(std::move(ended));
            }
        }
    }
    return root;
}

} // namespace knockscape
