#pragma once

#include "engine/cell/cell.h"
#include "engine/layout/layout_protocol.h"
#include "engine/layout/subgraph.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

namespace knockscape::ui
{

/// A node as it is drawn: measured, labelled, placed.
struct SceneNode {
    NodeKind kind = NodeKind::Gene;
    std::int32_t row = 0;
    QString label;
    QString tooltip;
    bool focus = false;
    /// A deleted gene, or a reaction that the deletions leave without an enzyme.
    bool knockedOut = false;
    QSizeF size;
    QPointF centre;

    /// The tooltip, with a word on what the deletions do to a reaction.
    QString fullTooltip() const;
    QRectF rect() const
    {
        return {centre.x() - size.width() / 2.0, centre.y() - size.height() / 2.0, size.width(), size.height()};
    }
};

/// An edge as it is drawn: a chain of cubic Bézier curves from source to target.
struct SceneEdge {
    std::int32_t source = 0;
    std::int32_t target = 0;
    QString type;
    /// Arrow head at the target.
    bool directed = false;
    /// Arrow head at the source as well (a reaction that runs both ways).
    bool reversible = false;
    std::vector<QPointF> points;
};

/// A picture of a subgraph: plain data, the same for screen, PNG, SVG and PDF. Coordinates in logical pixels, y down.
struct GraphScene {
    std::vector<SceneNode> nodes;
    std::vector<SceneEdge> edges;
    QSizeF size;
    QString caption;
    QFont font;
    /// Types of the edges, in order of first appearance: the legend.
    std::vector<QString> edgeTypes;

    bool empty() const noexcept { return nodes.empty(); }
    /// The node at this point, or -1. Nodes do not overlap.
    int nodeAt(const QPointF &point) const;
    /// Nodes joined to this one, ascending, each once.
    std::vector<int> neighboursOf(int node) const;
    /// The node to go to from `node` in a direction (a unit vector): the nearest joined one on that side, else the
    /// nearest of all on that side; -1 for none.
    int nodeTowards(int node, const QPointF &direction) const;
};

/// Measures labels with `font` and prepares everything but the positions.
GraphScene makeScene(const Cell &cell, const Subgraph &graph, const Genotype &knockouts, const QFont &font);
/// What the layout helper needs to place this scene.
LayoutRequest layoutRequest(const GraphScene &scene, const std::string &engine);
/// Puts nodes and edges where the layout says. False (and nothing changed) when it does not fit the scene.
bool applyLayout(GraphScene &scene, const LayoutResult &layout);

} // namespace knockscape::ui
