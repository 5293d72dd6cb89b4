#include "engine/maps/sbgn.h"

#include "engine/cell/left_out.h"
#include "engine/core/translate.h"
#include "engine/maps/map_builder.h"
#include "engine/maps/xml_tree.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace knockscape
{
namespace
{

/// Elements of a file: a hundred times the largest map of Yeast8.
constexpr std::size_t sbgnElementLimit = 1'000'000;
constexpr double sbgnScale = 2.0;
constexpr std::array<std::string_view, 5> processClasses = {"process", "omitted process", "uncertain process",
                                                            "association", "dissociation"};
constexpr std::array<std::string_view, 8> moleculeClasses = {
    "simple chemical", "simple chemical multimer", "macromolecule",      "macromolecule multimer",
    "complex",         "nucleic acid feature",     "unspecified entity", "perturbing agent"};
constexpr std::array<std::string_view, 6> influences = {
    "catalysis", "modulation", "stimulation", "inhibition", "necessary stimulation", "unknown influence"};

template <class List>
bool isOneOf(const List &list, std::string_view value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

struct SbgnGlyph {
    std::string id;
    std::string kind;
    std::string label;
    MapBox box;
    /// Places of the ports, by id.
    std::vector<std::pair<std::string, MapPoint>> ports;
    bool consumedOrProduced = false;
    bool acts = false;
    std::int32_t node = -1;
    std::int32_t reaction = -1;
};

struct SbgnArc {
    std::string kind;
    std::size_t source = 0;
    std::size_t target = 0;
    std::string sourceEnd;
    std::string targetEnd;
    std::vector<MapPoint> bends;
    std::string where;
};

class SbgnReader
{
public:
    SbgnReader(const std::string &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    MapDocument read(const std::string &content)
    {
        const XmlElement root =
            readXmlTree(content, file_, {"class", "id", "text", "x", "y", "w", "h", "source", "target", "language"},
                        sbgnElementLimit);
        const XmlElement &map = mapOf(root);
        readGlyphs(map);
        readArcs(map);
        markRoles();
        for (SbgnGlyph &glyph : glyphs_) {
            addGlyph(glyph);
        }
        for (const SbgnArc &arc : arcs_) {
            addArc(arc);
        }
        MapDocument result = builder_.finish();
        result.origin = MapOrigin::Sbgn;
        leftOut_.report(file_, mapPartsLeftOut, issues_);
        return result;
    }

private:
    const XmlElement &mapOf(const XmlElement &root) const
    {
        const XmlElement *map = root.name == "sbgn" ? root.child("map") : nullptr;
        if (map == nullptr) {
            throw InputError(errorAt(file_, translate("Engine", "There is no map of SBGN-ML in the file."),
                                     translate("Engine", "Choose an SBGN-ML process description.")));
        }
        const std::string language = map->attribute("language");
        if (!language.empty() && language != "process description") {
            throw InputError(
                errorAt(file_ + ":" + std::to_string(map->line),
                        translate("Engine", "The map is in the language “%1” of SBGN, which shows no reactions.",
                                  {language.substr(0, 80)}),
                        translate("Engine", "Choose an SBGN-ML process description.")));
        }
        return *map;
    }

    std::string at(const XmlElement &element) const { return file_ + ":" + std::to_string(element.line); }

    static std::optional<MapPoint> placeOf(const XmlElement &element) { return element.place(sbgnScale); }

    void readGlyphs(const XmlElement &parent)
    {
        for (const XmlElement &element : parent.children) {
            if (element.name == "glyph") {
                readGlyph(element);
            } else if (element.name != "arc" && element.name != "label" && element.name != "bbox" &&
                       element.name != "port" && element.name != "clone") {
                leave(element.name, {}, at(element));
            }
        }
    }

    void readGlyph(const XmlElement &element)
    {
        SbgnGlyph glyph;
        glyph.id = element.attribute("id");
        glyph.kind = element.attribute("class");
        if (const XmlElement *label = element.child("label")) {
            glyph.label = label->attribute("text");
            std::replace(glyph.label.begin(), glyph.label.end(), '\n', ' ');
        }
        const XmlElement *box = element.child("bbox");
        const std::optional<MapPoint> corner = box == nullptr ? std::nullopt : placeOf(*box);
        if (!corner) {
            leave(glyph.kind, translate("Engine", "it has no place"), at(element));
            return;
        }
        const auto size = [&](const char *key) { return std::max(0.0, box->number(key).value_or(0.0)) * sbgnScale; };
        glyph.box = {corner->x, corner->y, size("w"), size("h")};
        for (const XmlElement &port : element.children) {
            const std::optional<MapPoint> place = port.name == "port" ? placeOf(port) : std::nullopt;
            if (place) {
                glyph.ports.emplace_back(port.attribute("id"), *place);
                owner_.try_emplace(port.attribute("id"), glyphs_.size());
            }
        }
        if (!owner_.try_emplace(glyph.id, glyphs_.size()).second) {
            leave(glyph.kind, translate("Engine", "another element has the same id"), at(element));
            return;
        }
        where_.push_back(at(element));
        const bool isComplex = glyph.kind == "complex";
        glyphs_.push_back(std::move(glyph));
        // The members of a complex are told by its own name.
        if (!isComplex) {
            readGlyphs(element);
        }
    }

    void readArcs(const XmlElement &map)
    {
        for (const XmlElement &element : map.children) {
            if (element.name != "arc") {
                continue;
            }
            SbgnArc arc;
            arc.kind = element.attribute("class");
            arc.where = at(element);
            arc.sourceEnd = element.attribute("source");
            arc.targetEnd = element.attribute("target");
            const auto source = owner_.find(arc.sourceEnd);
            const auto target = owner_.find(arc.targetEnd);
            if (source == owner_.end() || target == owner_.end()) {
                leave(arc.kind, translate("Engine", "it ends at an element that is not there"), arc.where);
                continue;
            }
            arc.source = source->second;
            arc.target = target->second;
            for (const XmlElement &point : element.children) {
                const std::optional<MapPoint> place = point.name == "next" ? placeOf(point) : std::nullopt;
                if (place) {
                    arc.bends.push_back(*place);
                }
            }
            arcs_.push_back(std::move(arc));
        }
    }

    bool isProcess(std::size_t glyph) const { return isOneOf(processClasses, glyphs_[glyph].kind); }
    bool isMolecule(std::size_t glyph) const { return isOneOf(moleculeClasses, glyphs_[glyph].kind); }

    void markRoles()
    {
        for (const SbgnArc &arc : arcs_) {
            for (const std::size_t end : {arc.source, arc.target}) {
                SbgnGlyph &glyph = glyphs_[end];
                glyph.consumedOrProduced |= arc.kind == "consumption" || arc.kind == "production";
                glyph.acts |= end == arc.source && isOneOf(influences, arc.kind);
            }
        }
    }

    void addGlyph(SbgnGlyph &glyph)
    {
        const std::size_t row = static_cast<std::size_t>(&glyph - glyphs_.data());
        if (isProcess(row)) {
            glyph.reaction = builder_.addReaction(glyph.label.empty() ? glyph.id : glyph.label, glyph.label);
            const std::int32_t middle = builder_.addMarker(MapNodeKind::Midmarker, glyph.box.centre());
            glyph.node = middle;
            builder_.map().reactions[static_cast<std::size_t>(glyph.reaction)].label = {glyph.box.centre().x + 15.0,
                                                                                        glyph.box.centre().y - 15.0};
            for (const auto &[id, place] : glyph.ports) {
                ports_[id] = builder_.addMarker(MapNodeKind::Multimarker, place);
            }
        } else if (glyph.kind == "compartment") {
            if (glyph.box.width > 0.0 && glyph.box.height > 0.0) {
                builder_.map().compartments.push_back({glyph.id, glyph.label, glyph.box});
            }
        } else if (isMolecule(row)) {
            addMolecule(glyph);
        } else {
            leave(glyph.kind, {}, where_[row]);
        }
    }

    void addMolecule(SbgnGlyph &glyph)
    {
        const MapPoint centre = glyph.box.centre();
        if (glyph.consumedOrProduced) {
            glyph.node = builder_.addMetabolite(glyph.label, glyph.label, centre, true);
        } else if (!glyph.acts) {
            builder_.addText(glyph.label, {glyph.box.x, centre.y + 7.0});
        }
    }

    /// The node where an arc ends at a process: the port it names, else the middle.
    std::int32_t processEnd(std::size_t glyph, const std::string &end)
    {
        const auto port = ports_.find(end);
        if (port == ports_.end()) {
            return glyphs_[glyph].node;
        }
        if (joined_.insert(port->second).second) {
            builder_.addSegment(glyphs_[glyph].reaction, port->second, glyphs_[glyph].node);
        }
        return port->second;
    }

    void addArc(const SbgnArc &arc)
    {
        const bool consumed = arc.kind == "consumption" && isMolecule(arc.source) && isProcess(arc.target);
        const bool produced = arc.kind == "production" && isProcess(arc.source) && isMolecule(arc.target);
        if (consumed || produced) {
            const std::size_t process = consumed ? arc.target : arc.source;
            const SbgnGlyph &molecule = glyphs_[consumed ? arc.source : arc.target];
            const std::int32_t end = processEnd(process, consumed ? arc.targetEnd : arc.sourceEnd);
            const std::int32_t reaction = glyphs_[process].reaction;
            builder_.addTerm(reaction, molecule.label, consumed ? -1.0 : 1.0);
            builder_.addLine(reaction, consumed ? molecule.node : end, arc.bends, consumed ? end : molecule.node);
        } else if (isOneOf(influences, arc.kind) && isMolecule(arc.source) && isProcess(arc.target)) {
            builder_.addGene(glyphs_[arc.target].reaction, glyphs_[arc.source].label);
        } else {
            leave(arc.kind, {}, arc.where);
        }
    }

    void leave(const std::string &kind, const std::string &reason, const std::string &where)
    {
        const std::string things = kind.empty()
                                       ? translate("Engine", "elements without a class")
                                       : translate("Engine", "elements of the class “%1”", {kind.substr(0, 60)});
        leftOut_.add(things + ", " + (reason.empty() ? translate("Engine", "a map has no place for them") : reason), {},
                     where);
    }

    const std::string &file_;
    std::vector<Issue> &issues_;
    std::vector<SbgnGlyph> glyphs_;
    std::vector<std::string> where_;
    std::vector<SbgnArc> arcs_;
    /// Which glyph an id belongs to, its own or that of a port.
    std::unordered_map<std::string, std::size_t> owner_;
    std::unordered_map<std::string, std::int32_t> ports_;
    std::unordered_set<std::int32_t> joined_;
    MapBuilder builder_;
    LeftOut leftOut_;
};

} // namespace

bool looksLikeSbgn(const std::string &content)
{
    return content.substr(0, 4096).find("<sbgn") != std::string::npos;
}

MapDocument readSbgnMap(const std::string &content, const std::string &file, std::vector<Issue> &issues)
{
    return SbgnReader(file, issues).read(content);
}

} // namespace knockscape
