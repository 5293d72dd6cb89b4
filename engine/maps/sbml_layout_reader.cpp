#include "engine/maps/sbml_layout.h"

#include "engine/cell/left_out.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/maps/map_builder.h"
#include "engine/maps/xml_tree.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace knockscape
{
namespace
{

constexpr std::size_t layoutElementLimit = 1'000'000;
constexpr double layoutScale = 2.0;

double distanceOf(const MapPoint &a, const MapPoint &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// What the model says of a species, a reaction or a compartment.
struct ModelPart {
    std::string name;
    bool reversible = false;
    std::vector<MapTerm> terms;
};

/// Calls `visit` for `root` and everything in it.
template <class Visit>
void visitAll(const XmlElement &root, const Visit &visit)
{
    std::vector<const XmlElement *> open = {&root};
    while (!open.empty()) {
        const XmlElement *element = open.back();
        open.pop_back();
        visit(*element);
        for (auto child = element->children.rbegin(); child != element->children.rend(); ++child) {
            open.push_back(&*child);
        }
    }
}

/// The pieces of a curve element that can be drawn, in order.
std::vector<MapCurve> curvesOf(const XmlElement &element)
{
    std::vector<MapCurve> curves;
    const XmlElement *curve = element.child("curve");
    const XmlElement *list = curve == nullptr ? nullptr : curve->child("listOfCurveSegments");
    if (list == nullptr) {
        return curves;
    }
    const auto placeOf = [](const XmlElement &segment, const char *key) {
        const XmlElement *point = segment.child(key);
        return point == nullptr ? std::nullopt : point->place(layoutScale);
    };
    for (const XmlElement &segment : list->children) {
        const std::optional<MapPoint> start = placeOf(segment, "start");
        const std::optional<MapPoint> end = placeOf(segment, "end");
        if (start && end) {
            curves.push_back({*start, placeOf(segment, "basePoint1").value_or(*start),
                              placeOf(segment, "basePoint2").value_or(*end), *end});
        }
    }
    return curves;
}

void reverseCurves(std::vector<MapCurve> &curves)
{
    std::reverse(curves.begin(), curves.end());
    for (MapCurve &curve : curves) {
        std::swap(curve.start, curve.end);
        std::swap(curve.control1, curve.control2);
    }
}

class SbmlLayoutReader
{
public:
    SbmlLayoutReader(const std::string &file, std::vector<Issue> &issues) : file_(file), issues_(issues) {}

    MapDocument read(const std::string &content)
    {
        const XmlElement root =
            readXmlTree(content, file_,
                        {"id", "name", "x", "y", "width", "height", "species", "reaction", "compartment", "role",
                         "speciesGlyph", "text", "originOfText", "graphicalObject", "reversible", "stoichiometry"},
                        layoutElementLimit);
        const XmlElement &layout = layoutOf(root);
        readModel(root);
        readGlyphs(layout);
        MapDocument result = builder_.finish();
        result.origin = MapOrigin::SbmlLayout;
        result.name = layout.attribute("name").empty() ? layout.attribute("id") : layout.attribute("name");
        leftOut_.report(file_, mapPartsLeftOut, issues_);
        return result;
    }

private:
    const XmlElement &layoutOf(const XmlElement &root)
    {
        const XmlElement *first = nullptr;
        std::int64_t others = 0;
        visitAll(root, [&](const XmlElement &element) {
            if (element.name == "layout") {
                others += first != nullptr ? 1 : 0;
                first = first == nullptr ? &element : first;
            }
        });
        if (root.name != "sbml" || first == nullptr) {
            throw InputError(errorAt(file_, translate("Engine", "There is no layout of SBML in the file."),
                                     translate("Engine", "Choose a model with a layout, or another map.")));
        }
        if (others > 0) {
            issues_.push_back(noteAt(file_,
                                     translateCount("Engine", "There is %1 more layout in the file.",
                                                    "There are %1 more layouts in the file.", others),
                                     translate("Engine", "The first one is shown.")));
        }
        return *first;
    }

    void readModel(const XmlElement &root)
    {
        visitAll(root, [&](const XmlElement &element) {
            if (element.name == "species" || element.name == "compartment" || element.name == "reaction") {
                ModelPart &part = parts_[element.attribute("id")];
                part.name = element.attribute("name");
                part.reversible = element.attribute("reversible") != "false";
                readTerms(element, "listOfReactants", -1.0, part);
                readTerms(element, "listOfProducts", 1.0, part);
            }
        });
    }

    static void readTerms(const XmlElement &reaction, const char *key, double sign, ModelPart &part)
    {
        const XmlElement *list = reaction.child(key);
        if (list == nullptr) {
            return;
        }
        for (const XmlElement &reference : list->children) {
            if (const std::string species = reference.attribute("species"); !species.empty()) {
                part.terms.push_back({species, sign * reference.number("stoichiometry").value_or(1.0)});
            }
        }
    }

    std::string at(const XmlElement &element) const { return file_ + ":" + std::to_string(element.line); }

    std::string nameOf(const std::string &id) const
    {
        const auto found = parts_.find(id);
        return found == parts_.end() || found->second.name.empty() ? id : found->second.name;
    }

    std::optional<MapBox> boxOf(const XmlElement &glyph) const
    {
        const XmlElement *box = glyph.child("boundingBox");
        const XmlElement *position = box == nullptr ? nullptr : box->child("position");
        const std::optional<MapPoint> corner = position == nullptr ? std::nullopt : position->place(layoutScale);
        if (!corner) {
            return std::nullopt;
        }
        const XmlElement *size = box->child("dimensions");
        const auto length = [&](const char *key) {
            return size == nullptr ? 0.0 : std::max(0.0, size->number(key).value_or(0.0)) * layoutScale;
        };
        return MapBox{corner->x, corner->y, length("width"), length("height")};
    }

    void readGlyphs(const XmlElement &layout)
    {
        // Species come before the reactions that name them.
        for (const char *wanted :
             {"listOfCompartmentGlyphs", "listOfSpeciesGlyphs", "listOfReactionGlyphs", "listOfTextGlyphs", ""}) {
            for (const XmlElement &list : layout.children) {
                if (list.name == wanted) {
                    for (const XmlElement &glyph : list.children) {
                        readGlyph(glyph);
                    }
                } else if (*wanted == '\0' && list.name == "listOfAdditionalGraphicalObjects") {
                    for (const XmlElement &glyph : list.children) {
                        leave(glyph, {});
                    }
                }
            }
        }
    }

    void readGlyph(const XmlElement &glyph)
    {
        const std::optional<MapBox> box = boxOf(glyph);
        if (glyph.name == "reactionGlyph") {
            readReaction(glyph, box);
        } else if (!box && glyph.name != "textGlyph") {
            leave(glyph, translate("Engine", "it has no place"));
        } else if (glyph.name == "compartmentGlyph") {
            const std::string id = glyph.attribute("compartment");
            if (box->width > 0.0 && box->height > 0.0) {
                builder_.map().compartments.push_back({id, nameOf(id), *box});
            }
        } else if (glyph.name == "speciesGlyph") {
            const std::string species = glyph.attribute("species");
            glyphs_[glyph.attribute("id")] = builder_.addMetabolite(species, nameOf(species), box->centre(), false);
        } else if (glyph.name == "textGlyph") {
            readTextGlyph(glyph, box);
        } else {
            leave(glyph, {});
        }
    }

    void readTextGlyph(const XmlElement &glyph, const std::optional<MapBox> &box)
    {
        // The texts of species and reactions are their names, which stand beside them anyway.
        const bool ofElement = !glyph.attribute("graphicalObject").empty() || !glyph.attribute("originOfText").empty();
        if (ofElement) {
            return;
        }
        if (box && !glyph.attribute("text").empty()) {
            builder_.addText(glyph.attribute("text"), {box->x, box->bottom()});
        } else {
            leave(glyph, translate("Engine", "it has no place or no text"));
        }
    }

    void readReaction(const XmlElement &glyph, const std::optional<MapBox> &box)
    {
        const std::vector<MapCurve> curves = curvesOf(glyph);
        if (curves.empty() && !box) {
            leave(glyph, translate("Engine", "it has no place"));
            return;
        }
        const std::string id = glyph.attribute("reaction");
        const std::int32_t reaction = builder_.addReaction(id.empty() ? glyph.attribute("id") : id, nameOf(id));
        if (const auto part = parts_.find(id); part != parts_.end()) {
            MapReaction &added = builder_.map().reactions.back();
            added.reversible = part->second.reversible;
            added.terms = part->second.terms;
        }
        const MapPoint middle = curves.empty() ? box->centre() : pointOn(curves[curves.size() / 2], 0.5);
        builder_.map().reactions.back().label = {middle.x + 15.0, middle.y - 15.0};
        Ends ends;
        ends.middle = builder_.addMarker(MapNodeKind::Midmarker, middle);
        ends.in = ends.out = ends.middle;
        if (!curves.empty()) {
            ends.in = builder_.addMarker(MapNodeKind::Multimarker, curves.front().start);
            ends.out = builder_.addMarker(MapNodeKind::Multimarker, curves.back().end);
            builder_.addSegment(reaction, ends.in, ends.middle);
            builder_.addSegment(reaction, ends.middle, ends.out);
        }
        const XmlElement *list = glyph.child("listOfSpeciesReferenceGlyphs");
        for (const XmlElement &reference : list == nullptr ? std::vector<XmlElement>() : list->children) {
            readReference(reaction, ends, reference);
        }
    }

    struct Ends {
        std::int32_t in = -1;
        std::int32_t middle = -1;
        std::int32_t out = -1;
    };

    void readReference(std::int32_t reaction, const Ends &ends, const XmlElement &reference)
    {
        const auto found = glyphs_.find(reference.attribute("speciesGlyph"));
        const std::string role = reference.attribute("role");
        if (found == glyphs_.end()) {
            leave(reference, translate("Engine", "its species glyph is not there"));
            return;
        }
        const std::int32_t species = found->second;
        const bool consumed = role.find("substrate") != std::string::npos || role == "undefined" || role.empty();
        const bool produced = role.find("product") != std::string::npos;
        MapNode &node = builder_.map().nodes[static_cast<std::size_t>(species)];
        if (!consumed && !produced) {
            builder_.addGene(reaction, node.metabolite, node.name == node.metabolite ? std::string() : node.name);
            return;
        }
        if (role == "substrate" || role == "product") {
            node.primary = true;
            node.label.x = node.position.x + 28.0;
        }
        std::vector<MapCurve> curves = curvesOf(reference);
        const MapPoint place = node.position;
        const bool fromSpecies =
            curves.empty() || distanceOf(curves.front().start, place) < distanceOf(curves.back().end, place);
        if (fromSpecies != consumed) {
            reverseCurves(curves);
        }
        addCurves(reaction, consumed ? species : ends.out, curves, consumed ? ends.in : species);
    }

    /// The pieces of a line; where two meet there is a marker.
    void addCurves(std::int32_t reaction, std::int32_t from, const std::vector<MapCurve> &curves, std::int32_t to)
    {
        if (curves.empty()) {
            builder_.addSegment(reaction, from, to);
            return;
        }
        std::int32_t last = from;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            const bool isLast = i + 1 == curves.size();
            const std::int32_t next = isLast ? to : builder_.addMarker(MapNodeKind::Multimarker, curves[i].end);
            builder_.addCurve(reaction, last, curves[i].control1, curves[i].control2, next);
            last = next;
        }
    }

    void leave(const XmlElement &element, const std::string &reason)
    {
        leftOut_.add(translate("Engine", "elements “%1”", {element.name.substr(0, 60)}) + ", " +
                         (reason.empty() ? translate("Engine", "a map has no place for them") : reason),
                     {}, at(element));
    }

    const std::string &file_;
    std::vector<Issue> &issues_;
    std::unordered_map<std::string, ModelPart> parts_;
    /// Nodes of species glyphs, by id.
    std::unordered_map<std::string, std::int32_t> glyphs_;
    MapBuilder builder_;
    LeftOut leftOut_;
};

} // namespace

bool looksLikeSbmlLayout(const std::string &content)
{
    return content.substr(0, 4096).find("<sbml") != std::string::npos &&
           content.find("listOfLayouts") != std::string::npos;
}

MapDocument readSbmlLayout(const std::string &content, const std::string &file, std::vector<Issue> &issues)
{
    return SbmlLayoutReader(file, issues).read(content);
}

} // namespace knockscape
