#include "engine/maps/escher.h"

#include "engine/maps/escher_elements.h"
#include "engine/maps/escher_header.h"

#include <utility>

namespace knockscape
{
namespace
{

using escher::Json;

/// Sources are what the reader made of valid JSON.
Json parsedSource(const MapSource &source)
{
    return source.empty() ? Json() : Json::parse(source);
}

/// Writes [header, body]. A map that was read in this form keeps every member in its place; any other one is written
/// afresh, and what its source says beyond that is collected in `beyond_`.
class EscherWriter
{
public:
    explicit EscherWriter(const MapDocument &map) : map_(map), keepsPlaces_(map.origin == MapOrigin::Escher) {}

    std::string write()
    {
        Json body = keepsPlaces_ ? parsedSource(map_.bodySource) : Json();
        for (const char *key : {"nodes", "reactions"}) {
            objectAt(body, key);
        }
        if (!keepsPlaces_ || !map_.texts.empty()) {
            objectAt(body, "text_labels");
        }
        for (const MapNode &node : map_.nodes) {
            body["nodes"][node.id] =
                element(node, "nodes", [&](const MapNode &part, Json &value) { escher::writeNode(part, value); });
        }
        for (const MapReaction &reaction : map_.reactions) {
            body["reactions"][reaction.id] = reactionJson(reaction);
        }
        for (const MapText &text : map_.texts) {
            body["text_labels"][text.id] =
                element(text, "text_labels", [&](const MapText &part, Json &value) { escher::writeText(part, value); });
        }
        writeCanvas(body);
        if (map_.origin == MapOrigin::EscherPlain) {
            collectBody(body["canvas"]);
        }
        Json header = parsedSource(map_.headerSource);
        escher::writeHeader(map_, beyond_, header);
        const Json document = Json::array({std::move(header), std::move(body)});
        return document.dump(-1, ' ', false, Json::error_handler_t::replace);
    }

private:
    static Json &objectAt(Json &object, const char *key)
    {
        Json &value = object[key];
        if (!value.is_object()) {
            value = Json::object();
        }
        return value;
    }

    /// An element with what its source says, or written afresh.
    template <class Element, class Write>
    Json element(const Element &part, const char *kind, const Write &write)
    {
        if (keepsPlaces_) {
            Json value = parsedSource(part.source);
            write(part, value);
            return value;
        }
        Element bare = part;
        bare.source.clear();
        Json value;
        write(bare, value);
        collect(part.source, value, kind, part.id);
        return value;
    }

    Json reactionJson(const MapReaction &reaction)
    {
        Json value = element(reaction, "reactions",
                             [&](const MapReaction &part, Json &json) { escher::writeReaction(map_, part, json); });
        if (!keepsPlaces_ || !reaction.segments.empty()) {
            objectAt(value, "segments");
        }
        for (const MapSegment &segment : reaction.segments) {
            value["segments"][segment.id] = element(segment, "segments", [&](const MapSegment &part, Json &json) {
                escher::writeSegment(map_, part, json);
            });
        }
        return value;
    }

    /// The members of a source that `written` does not say in the same way.
    void collect(const MapSource &source, const Json &written, const char *kind, const std::string &id)
    {
        const Json members = parsedSource(source);
        for (auto member = members.begin(); member != members.end(); ++member) {
            const auto same = written.find(member.key());
            const bool isEmptyList = member.value().is_structured() && member.value().empty();
            if (!isEmptyList && (same == written.end() || *same != member.value())) {
                beyond_[kind][id][member.key()] = member.value();
            }
        }
    }

    /// Members of a plain body that the schema has no place for, and elements that cannot be drawn.
    void collectBody(const Json &canvas)
    {
        const Json members = parsedSource(map_.bodySource);
        for (auto member = members.begin(); member != members.end(); ++member) {
            const bool isEmptyList = member.value().is_structured() && member.value().empty();
            if (!isEmptyList && !(member.key() == "canvas" && member.value() == canvas)) {
                beyond_["body"][member.key()] = member.value();
            }
        }
    }

    void writeCanvas(Json &body) const
    {
        const auto canvas = body.find("canvas");
        MapBox before;
        // Where the file had none that can be used, the reader made one up.
        const bool madeUp =
            (canvas == body.end() || !escher::readBox(*canvas, before)) && map_.canvas == grown(drawnBox(map_), 100.0);
        if (!keepsPlaces_ || !madeUp) {
            escher::writeBox(map_.canvas, body["canvas"]);
        }
    }

    const MapDocument &map_;
    bool keepsPlaces_;
    Json beyond_;
};

} // namespace

std::string writeEscherMap(const MapDocument &map)
{
    return EscherWriter(map).write();
}

} // namespace knockscape
