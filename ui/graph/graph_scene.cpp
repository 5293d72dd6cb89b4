#include "ui/graph/graph_scene.h"

#include "ui/graph/graph_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Longest label, in pixels; longer ones are cut (the tooltip has the whole name).
constexpr double kLabelLimit = 170.0;
constexpr double kGenePadding = 10.0;
/// Room for the reaction's diamond left of its label.
constexpr double kDiamondRoom = 18.0;

QSizeF measured(NodeKind kind, const QString &label, const QFontMetricsF &metrics)
{
    const double width = std::ceil(metrics.horizontalAdvance(label));
    const double height = std::ceil(metrics.height());
    switch (kind) {
    case NodeKind::Gene:
        return {std::max(40.0, width + 2.0 * kGenePadding), height + 8.0};
    case NodeKind::Reaction:
        return {width + kDiamondRoom + 4.0, height + 4.0};
    case NodeKind::Metabolite:
        break;
    }
    // The corners of the text touch the ellipse at 0.89 of its width where it is twice as high as the text's x-height.
    return {1.18 * width + 18.0, height + 12.0};
}

} // namespace

QString SceneNode::fullTooltip() const
{
    return kind == NodeKind::Reaction && knockedOut ? tooltip + blockedTooltip() : tooltip;
}

int GraphScene::nodeAt(const QPointF &point) const
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].rect().contains(point))
            return static_cast<int>(i);
    }
    return -1;
}

std::vector<int> GraphScene::neighboursOf(int node) const
{
    std::vector<int> result;
    for (const SceneEdge &edge : edges) {
        if (edge.source == node && edge.target != node)
            result.push_back(edge.target);
        else if (edge.target == node && edge.source != node)
            result.push_back(edge.source);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

int GraphScene::nodeTowards(int node, const QPointF &direction) const
{
    // Within 60° of the direction; nodes far off the axis count as farther away.
    constexpr double kCone = 0.5;
    const auto nearest = [&](const std::vector<int> &candidates) {
        int best = -1;
        double bestCost = 0.0;
        for (const int candidate : candidates) {
            const QPointF offset =
                nodes[static_cast<std::size_t>(candidate)].centre - nodes[static_cast<std::size_t>(node)].centre;
            const double along = QPointF::dotProduct(offset, direction);
            const double length = std::hypot(offset.x(), offset.y());
            if (length <= 0.0 || along < kCone * length)
                continue;
            const double cost = 2.0 * length - along;
            if (best < 0 || cost < bestCost) {
                best = candidate;
                bestCost = cost;
            }
        }
        return best;
    };
    const int joined = nearest(neighboursOf(node));
    if (joined >= 0)
        return joined;
    std::vector<int> all;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        all.push_back(static_cast<int>(i));
    return nearest(all);
}

GraphScene makeScene(const Cell &cell, const Subgraph &graph, const Genotype &knockouts, const QFont &font)
{
    GraphScene scene;
    scene.font = font;
    scene.caption = captionText(graph);
    const QFontMetricsF metrics(font);
    for (const SubgraphNode &node : graph.nodes) {
        SceneNode drawn;
        drawn.kind = node.kind;
        drawn.row = node.row;
        drawn.focus = node.focus;
        drawn.knockedOut = node.kind == NodeKind::Gene && knockouts.contains(node.row);
        drawn.label = metrics.elidedText(QString::fromStdString(node.label), Qt::ElideMiddle, kLabelLimit);
        drawn.tooltip = nodeTooltip(cell, node);
        drawn.size = measured(node.kind, drawn.label, metrics);
        scene.nodes.push_back(std::move(drawn));
    }
    for (const SubgraphEdge &edge : graph.edges) {
        SceneEdge drawn;
        drawn.source = edge.source;
        drawn.target = edge.target;
        drawn.type = QString::fromStdString(edge.type);
        const bool metabolic = edge.type == "substrate" || edge.type == "product";
        drawn.directed = edge.directed || metabolic;
        drawn.reversible = metabolic && !edge.directed;
        if (std::find(scene.edgeTypes.begin(), scene.edgeTypes.end(), drawn.type) == scene.edgeTypes.end())
            scene.edgeTypes.push_back(drawn.type);
        scene.edges.push_back(std::move(drawn));
    }
    return scene;
}

LayoutRequest layoutRequest(const GraphScene &scene, const std::string &engine)
{
    LayoutRequest request;
    request.engine = engine;
    for (const SceneNode &node : scene.nodes) {
        const char *shape = node.kind == NodeKind::Metabolite ? "ellipse" : "box";
        request.nodes.push_back({node.size.width(), node.size.height(), shape});
    }
    for (const SceneEdge &edge : scene.edges)
        request.edges.push_back({edge.source, edge.target, edge.directed});
    return request;
}

bool applyLayout(GraphScene &scene, const LayoutResult &layout)
{
    if (layout.nodes.size() != scene.nodes.size() || layout.edges.size() != scene.edges.size())
        return false;
    scene.size = QSizeF(layout.width, layout.height);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i)
        scene.nodes[i].centre = QPointF(layout.nodes[i].first, layout.nodes[i].second);
    for (std::size_t i = 0; i < scene.edges.size(); ++i) {
        scene.edges[i].points.clear();
        for (const LayoutResult::Point &point : layout.edges[i])
            scene.edges[i].points.emplace_back(point.first, point.second);
    }
    return true;
}

} // namespace knockscape::ui
