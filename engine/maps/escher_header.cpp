#include "engine/maps/escher_header.h"

namespace knockscape::escher
{
namespace
{

constexpr const char *schemaName = "https://escher.github.io/escher/jsonschema/1-0-0#";
constexpr const char *homepage = "https://escher.github.io";
/// Our object in the header's metadata.
constexpr const char *ownKey = "knockscape";

std::string textMember(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<MapCompartment> compartmentsOf(const Json &header)
{
    std::vector<MapCompartment> compartments;
    const auto metadata = header.find("metadata");
    if (metadata == header.end() || !metadata->is_object() || !metadata->contains(ownKey)) {
        return compartments;
    }
    const Json &own = (*metadata)[ownKey];
    const Json list = own.is_object() ? own.value("compartments", Json()) : Json();
    for (const Json &value : list.is_array() ? list : Json::array()) {
        MapCompartment compartment;
        if (readBox(value, compartment.box)) {
            compartment.id = textMember(value, "id");
            compartment.name = textMember(value, "name");
            compartments.push_back(std::move(compartment));
        }
    }
    return compartments;
}

Json compartmentsJson(const std::vector<MapCompartment> &compartments)
{
    Json list = Json::array();
    for (const MapCompartment &compartment : compartments) {
        Json value{{"id", compartment.id}, {"name", compartment.name}};
        writeBox(compartment.box, value);
        list.push_back(std::move(value));
    }
    return list;
}

/// Our object in the metadata of `header`, made where it is missing; metadata of another kind move into it.
Json &ownMetadata(Json &header)
{
    Json &metadata = header["metadata"];
    if (!metadata.is_object()) {
        metadata = metadata.is_null() ? Json::object() : Json{{"value", metadata}};
    }
    Json &own = metadata[ownKey];
    if (!own.is_object()) {
        own = own.is_null() ? Json::object() : Json{{"value", own}};
    }
    return own;
}

} // namespace

void readHeader(const Json &header, MapDocument &map)
{
    map.name = textMember(header, "map_name");
    map.mapId = textMember(header, "map_id");
    map.description = textMember(header, "map_description");
    map.compartments = compartmentsOf(header);
}

void writeHeader(const MapDocument &map, const Json &beyond, Json &header)
{
    MapDocument before;
    const bool fresh = header.is_null();
    if (fresh) {
        header = {{"schema", schemaName}, {"homepage", homepage}};
    } else {
        readHeader(header, before);
    }
    const auto set = [&](const char *key, const std::string &now, const std::string &then) {
        if (fresh || now != then) {
            header[key] = now;
        }
    };
    set("map_name", map.name, before.name);
    set("map_id", map.mapId, before.mapId);
    set("map_description", map.description, before.description);
    if (map.compartments != before.compartments) {
        ownMetadata(header)["compartments"] = compartmentsJson(map.compartments);
    }
    if (!beyond.is_null()) {
        ownMetadata(header)["beyond_schema"] = beyond;
    }
}

} // namespace knockscape::escher
