#include "engine/cell/importers/sbml_notes.h"

#include "engine/cell/importers/xml_reader.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"

#include <algorithm>

namespace knockscape
{

SbmlNotes::SbmlNotes(std::string_view xml)
{
    XmlReader reader(xml, "notes");
    try {
        for (auto event = reader.next(); event != XmlReader::Event::Finished; event = reader.next()) {
            const std::size_t colon = event == XmlReader::Event::Text ? reader.text().find(':') : std::string::npos;
            if (colon == std::string::npos) {
                continue;
            }
            std::string key(trimmed(reader.text()).substr(0, 40));
            key = key.substr(0, key.find(':'));
            std::replace(key.begin(), key.end(), ' ', '_');
            values_.try_emplace(lowered(key), trimmed(std::string_view(reader.text()).substr(colon + 1)));
        }
    } catch (const InputError &) {
        // Notes are free text for people: what is no markup holds no values.
    }
}

std::string SbmlNotes::value(const std::string &key) const
{
    const auto found = values_.find(lowered(key));
    return found == values_.end() ? std::string() : found->second;
}

} // namespace knockscape
