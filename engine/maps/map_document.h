#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// A place on a map's canvas. x grows to the right, y downwards; the unit is Escher's, in which a large metabolite has
/// a radius of 20 and a step of a pathway is some 200 long.
struct MapPoint {
    double x = 0.0;
    double y = 0.0;

    bool operator==(const MapPoint &) const = default;
};

/// A rectangle of the canvas, `x` and `y` its top left corner.
struct MapBox {
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;

    double right() const noexcept { return x + width; }
    double bottom() const noexcept { return y + height; }
    MapPoint centre() const noexcept { return {x + width / 2.0, y + height / 2.0}; }
    /// Whether both have more in common than an edge.
    bool overlaps(const MapBox &other) const noexcept
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    bool contains(const MapPoint &point) const noexcept
    {
        return point.x >= x && point.x <= right() && point.y >= y && point.y <= bottom();
    }

    bool operator==(const MapBox &) const = default;
};

/// The smallest box around both.
MapBox united(const MapBox &a, const MapBox &b);
/// `box` with `margin` more on every side.
MapBox grown(const MapBox &box, double margin);

/// What a reader found in an element and does not understand, as the JSON text of the element without what it does
/// understand in a changed form; the writer starts from it. Empty for an element that was not read from Escher JSON.
using MapSource = std::string;

/// Metabolites are drawn as discs. The others carry the lines of a reaction: its middle, where the label belongs, and
/// the points where the lines of several metabolites join or a line bends.
enum class MapNodeKind : std::uint8_t { Metabolite, Midmarker, Multimarker };

struct MapNode {
    /// The element's key in the file, unique among nodes.
    std::string id;
    MapNodeKind kind = MapNodeKind::Metabolite;
    MapPoint position;
    /// Of a metabolite: what the map calls it (an id of BiGG in Escher's maps) and its name for people.
    std::string metabolite;
    std::string name;
    /// Where the text begins, on its baseline.
    MapPoint label;
    /// A large disc: on the line of a pathway, not at its side.
    bool primary = false;
    MapSource source;
};

/// A piece of a reaction's line, from one node to another: a cubic Bézier curve, or straight without control points.
struct MapSegment {
    std::string id;
    /// Places in MapDocument::nodes.
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::optional<MapPoint> control1;
    std::optional<MapPoint> control2;
    MapSource source;
};

struct MapGene {
    std::string id;
    std::string name;

    bool operator==(const MapGene &) const = default;
};

/// A metabolite's part in a reaction as the map knows it; negative = consumed.
struct MapTerm {
    std::string metabolite;
    double coefficient = 0.0;

    bool operator==(const MapTerm &) const = default;
};

struct MapReaction {
    std::string id;
    /// What the map calls it (an id of BiGG in Escher's maps) and its name for people.
    std::string reaction;
    std::string name;
    bool reversible = false;
    /// Where the text begins, on its baseline.
    MapPoint label;
    std::string geneRule;
    std::vector<MapGene> genes;
    std::vector<MapTerm> terms;
    std::vector<MapSegment> segments;
    MapSource source;
};

/// Free text, `position` where it begins, on its baseline.
struct MapText {
    std::string id;
    std::string text;
    MapPoint position;
    MapSource source;
};

/// A frame around what lies in one compartment; a compartment may have several.
struct MapCompartment {
    std::string id;
    std::string name;
    MapBox box;

    bool operator==(const MapCompartment &) const = default;
};

/// How a map was kept in the file it was read from.
enum class MapOrigin : std::uint8_t {
    Made,        ///< by this program
    Escher,      ///< [header, body], schema 1-0-0
    EscherPlain, ///< the body alone, as early versions of Escher wrote it
    Sbgn,
    SbmlLayout
};

/// A metabolic map: where metabolites stand and how reactions run, whatever cell it may be about. Plain data; the
/// readers see to it that segments name nodes that exist and that all places are finite.
struct MapDocument {
    std::string name;
    std::string mapId;
    std::string description;
    MapOrigin origin = MapOrigin::Made;
    MapBox canvas;
    std::vector<MapNode> nodes;
    std::vector<MapReaction> reactions;
    std::vector<MapText> texts;
    std::vector<MapCompartment> compartments;
    /// Header and body of an Escher file.
    MapSource headerSource;
    MapSource bodySource;
};

/// Places beyond this are no picture.
inline constexpr double mapCoordinateLimit = 1e7;

/// The control points of a segment; those of a straight one lie on it.
struct MapCurve {
    MapPoint start, control1, control2, end;
};
MapCurve curveOf(const MapDocument &map, const MapSegment &segment);
/// The curve's place at `t` from 0 to 1.
MapPoint pointOn(const MapCurve &curve, double t);

/// The middle of a reaction: its midmarker, else the middle of its first segment; nothing for one without a line.
std::optional<MapPoint> middleOf(const MapDocument &map, const MapReaction &reaction);

/// Where the label of a reaction belongs in a map that does not say it: beside its middle.
MapPoint placeForLabel(const MapDocument &map, const MapReaction &reaction);

/// The box around all nodes, curves, texts and frames; a box of no size for an empty map.
MapBox drawnBox(const MapDocument &map);

} // namespace knockscape
