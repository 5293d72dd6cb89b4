#include "engine/maps/escher_elements.h"

#include "engine/core/json_value.h"
#include "engine/core/translate.h"

#include <cmath>
#include <limits>
#include <optional>

namespace knockscape::escher
{
namespace
{

constexpr double unknownPlace = std::numeric_limits<double>::quiet_NaN();

const Json *find(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string textOf(const Json &object, const char *key)
{
    const Json *value = find(object, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

/// An id, which some versions wrote as a number.
std::string idOf(const Json &object, const char *key)
{
    const Json *value = find(object, key);
    if (value == nullptr) {
        return {};
    }
    const std::optional<std::int64_t> number = jsonInteger<std::int64_t>(*value);
    return value->is_string() ? value->get<std::string>() : number ? std::to_string(*number) : std::string();
}

std::optional<double> coordinate(const Json &object, const char *key)
{
    const Json *value = find(object, key);
    return value == nullptr ? std::nullopt : jsonReal(*value, -mapCoordinateLimit, mapCoordinateLimit);
}

std::optional<MapPoint> placeOf(const Json &object, const char *x, const char *y)
{
    const std::optional<double> left = coordinate(object, x);
    const std::optional<double> top = coordinate(object, y);
    return left && top ? std::optional(MapPoint{*left, *top}) : std::nullopt;
}

/// The beginning of a value, for a message.
std::string shown(const Json *value)
{
    if (value == nullptr) {
        return translate("Engine", "missing");
    }
    const std::string text = value->is_structured() ? std::string(value->type_name())
                                                    : value->dump(-1, ' ', true, Json::error_handler_t::replace);
    return text.substr(0, 40);
}

bool readPlace(const Json &value, MapPoint &place, const Complaint &complain)
{
    if (!value.is_object()) {
        complain(translate("Engine", "not an object"), shown(&value));
        return false;
    }
    for (const char *key : {"x", "y"}) {
        if (!coordinate(value, key)) {
            complain(translate("Engine", "its place (x, y) is no number that can be drawn"), shown(find(value, key)));
            return false;
        }
    }
    place = {*coordinate(value, "x"), *coordinate(value, "y")};
    return true;
}

std::optional<MapPoint> readControl(const Json &value, const char *key, const Complaint &complain)
{
    const Json *control = find(value, key);
    if (control == nullptr || control->is_null()) {
        return std::nullopt;
    }
    const std::optional<MapPoint> place = control->is_object() ? placeOf(*control, "x", "y") : std::nullopt;
    if (!place) {
        complain(translate("Engine", "a control point is no place"), shown(control));
    }
    return place;
}

std::vector<MapGene> readGenes(const Json &value, const Complaint &complain)
{
    std::vector<MapGene> genes;
    const Json *list = find(value, "genes");
    if (list == nullptr) {
        return genes;
    }
    if (!list->is_array()) {
        complain(translate("Engine", "its genes are no list"), shown(list));
        return genes;
    }
    for (const Json &gene : *list) {
        if (gene.is_object() && !idOf(gene, "bigg_id").empty()) {
            genes.push_back({idOf(gene, "bigg_id"), textOf(gene, "name")});
        } else {
            complain(translate("Engine", "a gene without an id"), shown(&gene));
        }
    }
    return genes;
}

void readTerm(const std::string &metabolite, const Json &value, std::vector<MapTerm> &terms, const Complaint &complain)
{
    const Json *coefficient = value.is_object() ? find(value, "coefficient") : &value;
    const std::optional<double> number = coefficient == nullptr ? std::nullopt : jsonReal(*coefficient);
    if (metabolite.empty() || !number) {
        complain(translate("Engine", "a metabolite without an id or a coefficient"),
                 metabolite.empty() ? shown(&value) : metabolite);
        return;
    }
    terms.push_back({metabolite, *number});
}

/// A list of objects; before the schema an object by id.
std::vector<MapTerm> readTerms(const Json &value, const Complaint &complain)
{
    std::vector<MapTerm> terms;
    const Json *list = find(value, "metabolites");
    if (list == nullptr) {
        return terms;
    }
    if (list->is_array()) {
        for (const Json &term : *list) {
            readTerm(term.is_object() ? idOf(term, "bigg_id") : std::string(), term, terms, complain);
        }
    } else if (list->is_object()) {
        for (const auto &[metabolite, term] : list->items()) {
            readTerm(metabolite, term, terms, complain);
        }
    } else {
        complain(translate("Engine", "its metabolites are no list"), shown(list));
    }
    return terms;
}

/// Sets a member unless the source says the same.
template <class Value>
void set(Json &object, const char *key, const Value &now, const Value &before, bool fresh)
{
    if (fresh || now != before) {
        object[key] = now;
    }
}

void setPoint(Json &object, const char *x, const char *y, const MapPoint &now, const MapPoint &before, bool fresh)
{
    set(object, x, now.x, before.x, fresh);
    set(object, y, now.y, before.y, fresh);
}

Json pointJson(const std::optional<MapPoint> &point)
{
    return point ? Json{{"x", point->x}, {"y", point->y}} : Json();
}

const char *nodeType(MapNodeKind kind)
{
    return kind == MapNodeKind::Metabolite  ? "metabolite"
           : kind == MapNodeKind::Midmarker ? "midmarker"
                                            : "multimarker";
}

void ignore(const std::string &, const std::string &) {}

Json genesJson(const std::vector<MapGene> &genes)
{
    Json list = Json::array();
    for (const MapGene &gene : genes) {
        list.push_back({{"bigg_id", gene.id}, {"name", gene.name}});
    }
    return list;
}

Json termsJson(const std::vector<MapTerm> &terms)
{
    Json list = Json::array();
    for (const MapTerm &term : terms) {
        list.push_back({{"bigg_id", term.metabolite}, {"coefficient", term.coefficient}});
    }
    return list;
}

} // namespace

bool readNode(const Json &value, MapNode &node, const Complaint &complain)
{
    if (!readPlace(value, node.position, complain)) {
        return false;
    }
    const std::string type = textOf(value, "node_type");
    node.metabolite = idOf(value, "bigg_id_compartmentalized");
    if (node.metabolite.empty()) {
        node.metabolite = idOf(value, "bigg_id");
    }
    node.name = textOf(value, "name");
    if (type == "midmarker") {
        node.kind = MapNodeKind::Midmarker;
    } else if (type == "multimarker") {
        node.kind = MapNodeKind::Multimarker;
    } else {
        const bool named = !node.metabolite.empty() || !node.name.empty();
        node.kind = type == "metabolite" || named ? MapNodeKind::Metabolite : MapNodeKind::Multimarker;
        if (type != "metabolite") {
            complain(translate("Engine", "a kind that is not known"), shown(find(value, "node_type")));
        }
    }
    node.label =
        placeOf(value, "label_x", "label_y").value_or(MapPoint{node.position.x + 25.0, node.position.y - 15.0});
    const Json *primary = find(value, "node_is_primary");
    node.primary = primary != nullptr && primary->is_boolean() && primary->get<bool>();
    return true;
}

bool readText(const Json &value, MapText &text, const Complaint &complain)
{
    if (!readPlace(value, text.position, complain)) {
        return false;
    }
    text.text = textOf(value, "text");
    if (text.text.empty()) {
        complain(translate("Engine", "there is no text"), shown(find(value, "text")));
    }
    return true;
}

bool readSegment(const Json &value, const std::unordered_map<std::string, std::int32_t> &nodes, MapSegment &segment,
                 const Complaint &complain)
{
    if (!value.is_object()) {
        complain(translate("Engine", "not an object"), shown(&value));
        return false;
    }
    for (const bool first : {true, false}) {
        const char *key = first ? "from_node_id" : "to_node_id";
        const auto found = nodes.find(idOf(value, key));
        if (found == nodes.end()) {
            complain(translate("Engine", "it ends at a node that is not there or cannot be drawn"),
                     shown(find(value, key)));
            return false;
        }
        (first ? segment.from : segment.to) = found->second;
    }
    segment.control1 = readControl(value, "b1", complain);
    segment.control2 = readControl(value, "b2", complain);
    return true;
}

bool readReaction(const Json &value, MapReaction &reaction, const Complaint &complain)
{
    if (!value.is_object()) {
        complain(translate("Engine", "not an object"), shown(&value));
        return false;
    }
    reaction.reaction = idOf(value, "bigg_id");
    if (reaction.reaction.empty()) {
        reaction.reaction = idOf(value, "abbreviation");
    }
    reaction.name = textOf(value, "name");
    const Json *reversibility = find(value, "reversibility");
    reaction.reversible = reversibility != nullptr && reversibility->is_boolean() && reversibility->get<bool>();
    reaction.label = placeOf(value, "label_x", "label_y").value_or(MapPoint{unknownPlace, unknownPlace});
    reaction.geneRule = textOf(value, "gene_reaction_rule");
    reaction.genes = readGenes(value, complain);
    reaction.terms = readTerms(value, complain);
    return true;
}

bool readBox(const Json &value, MapBox &box)
{
    if (!value.is_object()) {
        return false;
    }
    const std::optional<MapPoint> corner = placeOf(value, "x", "y");
    const std::optional<MapPoint> size = placeOf(value, "width", "height");
    if (!corner || !size || size->x <= 0.0 || size->y <= 0.0) {
        return false;
    }
    box = {corner->x, corner->y, size->x, size->y};
    return true;
}

void writeNode(const MapNode &node, Json &value)
{
    MapNode before;
    const bool fresh = node.source.empty();
    if (!fresh) {
        readNode(value, before, ignore);
    }
    set(value, "node_type", std::string(nodeType(node.kind)), std::string(nodeType(before.kind)), fresh);
    setPoint(value, "x", "y", node.position, before.position, fresh);
    if (node.kind == MapNodeKind::Metabolite) {
        set(value, "bigg_id", node.metabolite, before.metabolite, fresh);
        set(value, "name", node.name, before.name, fresh);
        setPoint(value, "label_x", "label_y", node.label, before.label, fresh);
        set(value, "node_is_primary", node.primary, before.primary, fresh);
    }
}

void writeText(const MapText &text, Json &value)
{
    MapText before;
    const bool fresh = text.source.empty();
    if (!fresh) {
        readText(value, before, ignore);
    }
    set(value, "text", text.text, before.text, fresh);
    setPoint(value, "x", "y", text.position, before.position, fresh);
}

void writeSegment(const MapDocument &map, const MapSegment &segment, Json &value)
{
    const bool fresh = segment.source.empty();
    const auto id = [&](std::int32_t node) { return map.nodes[static_cast<std::size_t>(node)].id; };
    const auto before = [&](const char *key) { return fresh ? std::string() : idOf(value, key); };
    set(value, "from_node_id", id(segment.from), before("from_node_id"), fresh);
    set(value, "to_node_id", id(segment.to), before("to_node_id"), fresh);
    for (const bool first : {true, false}) {
        const char *key = first ? "b1" : "b2";
        const std::optional<MapPoint> &control = first ? segment.control1 : segment.control2;
        if (fresh || control != readControl(value, key, ignore)) {
            value[key] = pointJson(control);
        }
    }
}

void writeReaction(const MapDocument &map, const MapReaction &reaction, Json &value)
{
    MapReaction before;
    const bool fresh = reaction.source.empty();
    if (!fresh) {
        readReaction(value, before, ignore);
    }
    set(value, "bigg_id", reaction.reaction, before.reaction, fresh);
    set(value, "name", reaction.name, before.name, fresh);
    set(value, "reversibility", reaction.reversible, before.reversible, fresh);
    // A label that the file gives no place has none there until somebody moves it.
    const MapPoint label = std::isnan(before.label.x) ? placeForLabel(map, reaction) : before.label;
    setPoint(value, "label_x", "label_y", reaction.label, label, fresh);
    set(value, "gene_reaction_rule", reaction.geneRule, before.geneRule, fresh);
    if (fresh || reaction.genes != before.genes) {
        value["genes"] = genesJson(reaction.genes);
    }
    if (fresh || reaction.terms != before.terms) {
        value["metabolites"] = termsJson(reaction.terms);
    }
}

void writeBox(const MapBox &box, Json &value)
{
    MapBox before;
    const bool fresh = !readBox(value, before);
    if (fresh && !value.is_object()) {
        value = Json::object();
    }
    set(value, "x", box.x, before.x, fresh);
    set(value, "y", box.y, before.y, fresh);
    set(value, "width", box.width, before.width, fresh);
    set(value, "height", box.height, before.height, fresh);
}

} // namespace knockscape::escher
