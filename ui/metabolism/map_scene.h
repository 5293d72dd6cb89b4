#pragma once

#include "engine/cell/cell.h"
#include "engine/maps/map_document.h"
#include "engine/maps/map_matching.h"
#include "ui/metabolism/box_index.h"

#include <QFont>
#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <algorithm>
#include <memory>
#include <vector>

namespace knockscape::ui
{

/// An element of a map that can be pointed at: its place in MapDocument::reactions, nodes or texts.
struct MapElement {
    enum class Kind : std::uint8_t { None, Reaction, Metabolite, Text };
    Kind kind = Kind::None;
    std::int32_t index = -1;

    bool isNone() const noexcept { return kind == Kind::None; }
    bool operator==(const MapElement &) const = default;
};

/// What an end of a line touches.
enum class LineEnd : std::uint8_t { Marker, Substrate, Product, Metabolite };

/// One Bézier curve of a reaction, as it is drawn.
struct MapStroke {
    std::int32_t reaction = 0;
    std::int32_t segment = 0;
    QPointF start, control1, control2, end;
    LineEnd atStart = LineEnd::Marker;
    LineEnd atEnd = LineEnd::Marker;
    /// Radius of the disc at each end; 0 at a marker.
    double startRadius = 0.0;
    double endRadius = 0.0;
    bool straight = false;
    /// Leads to a small disc at the side of a reaction.
    bool toSide = false;
    QRectF box;

    QPointF at(double t) const;
    /// About how long it is.
    double reach() const { return std::max(box.width(), box.height()); }
};

/// Lines to small discs that are shorter than this, in pixels, are left out where those are too small to be seen.
inline constexpr double smallestSideLine = 16.0;

/// A piece of a text of one colour, struck out or not.
struct LabelPiece {
    QString text;
    GeneIndex gene = -1;
};

/// A text of the map, wherever it finds room.
struct MapLabel {
    enum class Kind : std::uint8_t { Title, Metabolite, Reaction, Genes, Side, Frame };
    Kind kind = Kind::Metabolite;
    MapElement element;
    QString text;
    /// Genes: the text in pieces, so that each can be struck out.
    std::vector<LabelPiece> pieces;
    /// Where the map has it: the beginning of its baseline.
    QPointF anchor;
    /// Height of letters, and width at that height, in units of the map.
    double height = 20.0;
    double width = 0.0;
    /// What it belongs to, which it stays beside: the disc, or the middle of the reaction.
    QRectF owner;
    /// Those that come first have the room.
    double rank = 0.0;
};

/// A map in an open cell, ready to be drawn: plain data, the same for screen, PNG, SVG and PDF. Immutable once made;
/// coordinates are those of the map. `document` and `match` stay as they were given.
struct MapScene {
    MapDocument document;
    MapMatch match;
    std::shared_ptr<const Cell> cell;
    QFont font;
    QRectF bounds;
    std::vector<MapStroke> strokes;
    /// Ascending in rank: the more important first.
    std::vector<MapLabel> labels;
    /// Middle of each reaction.
    std::vector<QPointF> middles;
    /// Reach of the longest line of each node.
    std::vector<double> nodeReach;
    /// Rows of the cell's reactions that the map shows, each once.
    std::vector<std::int32_t> reactionRows;
    BoxIndex strokeIndex;
    BoxIndex nodeIndex;

    bool empty() const noexcept { return document.nodes.empty() && document.texts.empty(); }
    double radiusOf(std::int32_t node) const;
    /// What is at this point, or not further than `reach` from it; discs before lines.
    MapElement elementAt(const QPointF &point, double reach) const;
    QPointF placeOf(const MapElement &element) const;
    /// Row of the cell, or -1.
    std::int32_t rowOf(const MapElement &element) const;
    /// Elements joined to this one by a line: metabolites of a reaction, reactions of a metabolite.
    std::vector<MapElement> neighboursOf(const MapElement &element) const;
    /// Where to go from an element in a direction (a unit vector): the nearest joined one on that side, else the
    /// nearest of all there.
    MapElement towards(const MapElement &element, const QPointF &direction) const;
    /// Elements whose id, name, gene or text holds `text` in any case; those that begin with it first.
    std::vector<MapElement> find(const QString &text) const;
};

using MapScenePtr = std::shared_ptr<const MapScene>;

/// Measures texts in `font` and prepares everything to draw. Knocked-out genes are named first beside their reactions.
MapScenePtr makeMapScene(MapDocument document, MapMatch match, std::shared_ptr<const Cell> cell,
                         const Genotype &knockouts, const QFont &font);

inline QPointF toQt(const MapPoint &point)
{
    return {point.x, point.y};
}
inline QRectF toQt(const MapBox &box)
{
    return {box.x, box.y, box.width, box.height};
}

} // namespace knockscape::ui
