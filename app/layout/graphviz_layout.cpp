// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
#include "app/layout/graphviz_layout.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

namespace
{

constexpr double kPointsPerInch = 72.0;
constexpr double kMargin = 8.0;
/// dot ranks and orders: its time explodes with edges. The spring models are quadratic in nodes. circo searches for few
/// crossings in every block, which takes forever (and all the stack) in a dense one.
constexpr std::size_t kDotNodes = 200;
constexpr std::size_t kDotEdges = 300;
/// Of nodes with anchors: maps of pathways, which are nearly trees.
constexpr std::size_t kAnchoredNodes = 700;
constexpr std::size_t kAnchoredEdges = 1200;
constexpr std::size_t kSpringNodes = 500;
constexpr std::size_t kRadialNodes = 1000;
constexpr std::size_t kCircularEdges = 80;
/// Beyond these, routing curves around nodes takes longer than placing the nodes.
constexpr std::size_t kCurvedNodes = 40;
constexpr std::size_t kCurvedEdges = 60;

std::string lastMessage;

int keepMessage(char *text)
{
    lastMessage += text;
    return 0;
}

struct FreeContext {
    void operator()(GVC_t *context) const { gvFreeContext(context); }
};

struct CloseGraph {
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

using Context = std::unique_ptr<GVC_t, FreeContext>;
using Graph = std::unique_ptr<Agraph_t, CloseGraph>;

void setDefault(Agraph_t *graph, int kind, const char *name, const std::string &value)
{
    std::string nameCopy = name;
    std::string valueCopy = value;
    agattr(graph, kind, nameCopy.data(), valueCopy.data());
}

void set(void *object, const char *name, const std::string &value)
{
    std::string nameCopy = name;
    std::string valueCopy = value;
    agset(object, nameCopy.data(), valueCopy.data());
}

/// The graph, with its nodes, edges and clusters in the order of the request.
struct Built {
    Graph graph;
    std::vector<Agnode_t *> nodes;
    std::vector<Agedge_t *> edges;
    std::vector<Agraph_t *> clusters;
};

bool isAnchored(const LayoutRequest &request)
{
    return std::any_of(request.nodes.begin(), request.nodes.end(),
                       [](const LayoutRequest::Node &node) { return node.anchor >= 0.0; });
}

std::string inches(double points)
{
    return std::to_string(points / kPointsPerInch);
}

/// A node with an anchor is a table of three cells, the narrow one in the middle being where edges end: the only
/// nodes whose ports dot lines up to keep edges straight.
void setAnchor(Agraph_t *graph, Agnode_t *node, const LayoutRequest::Node &asked)
{
    std::string label = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR>";
    const auto addCell = [&](double width, const char *port) {
        label += "<TD FIXEDSIZE=\"TRUE\" WIDTH=\"";
        label += std::to_string(std::lround(std::max(1.0, width)));
        label += "\" HEIGHT=\"";
        label += std::to_string(std::lround(std::max(1.0, asked.height)));
        label += "\"";
        label += port;
        label += "></TD>";
    };
    addCell(asked.anchor - 1.0, "");
    addCell(2.0, " PORT=\"a\"");
    addCell(asked.width - asked.anchor - 1.0, "");
    label += "</TR></TABLE>";
    char *html = agstrdup_html(graph, label.data());
    std::string key = "label";
    agset(node, key.data(), html);
    agstrfree(graph, html);
    set(node, "shape", "none");
    set(node, "margin", "0");
    set(node, "fixedsize", "false");
}

void addClusters(const LayoutRequest &request, Built &built)
{
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const std::int32_t cluster = request.nodes[i].cluster;
        if (cluster < 0)
            continue;
        while (built.clusters.size() <= static_cast<std::size_t>(cluster)) {
            std::string name = "cluster";
            name += std::to_string(built.clusters.size());
            built.clusters.push_back(agsubg(built.graph.get(), name.data(), 1));
        }
        agsubnode(built.clusters[static_cast<std::size_t>(cluster)], built.nodes[i], 1);
    }
}

Built build(const LayoutRequest &request, const std::string &engine)
{
    std::string name = "knockscape";
    Built built;
    built.graph.reset(agopen(name.data(), Agdirected, nullptr));
    Agraph_t *graph = built.graph.get();
    const bool anchored = engine == "dot" && isAnchored(request);
    const bool curved = anchored || (request.nodes.size() <= kCurvedNodes && request.edges.size() <= kCurvedEdges);
    setDefault(graph, AGRAPH, "splines", curved ? "true" : "line");
    setDefault(graph, AGRAPH, "overlap", engine == "dot" ? "true" : "prism");
    setDefault(graph, AGRAPH, "sep", "+10");
    setDefault(graph, AGRAPH, "esep", "+6");
    setDefault(graph, AGRAPH, "nodesep", request.nodeSeparation > 0.0 ? inches(request.nodeSeparation) : "0.25");
    setDefault(graph, AGRAPH, "ranksep", request.rankSeparation > 0.0 ? inches(request.rankSeparation) : "0.45");
    setDefault(graph, AGRAPH, "start", "1");
    // Spring length in inches, shorter than usual: prism makes room where labels need it.
    setDefault(graph, AGRAPH, "K", "0.6");
    for (const char *key : {"label", "shape", "width", "height", "margin", "group"})
        setDefault(graph, AGNODE, key, "");
    setDefault(graph, AGNODE, "fixedsize", "true");
    setDefault(graph, AGEDGE, "dir", "none");
    for (const char *key : {"headport", "tailport"})
        setDefault(graph, AGEDGE, key, "");
    setDefault(graph, AGEDGE, "weight", "1");

    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        std::string nodeName = std::to_string(i);
        Agnode_t *node = agnode(graph, nodeName.data(), 1);
        set(node, "shape", request.nodes[i].shape);
        set(node, "width", std::to_string(std::max(1.0, request.nodes[i].width) / kPointsPerInch));
        set(node, "height", std::to_string(std::max(1.0, request.nodes[i].height) / kPointsPerInch));
        if (request.nodes[i].group >= 0)
            set(node, "group", std::to_string(request.nodes[i].group));
        if (anchored && request.nodes[i].anchor >= 0.0)
            setAnchor(graph, node, request.nodes[i]);
        built.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        std::string edgeName = std::to_string(i);
        const auto source = static_cast<std::size_t>(request.edges[i].source);
        const auto target = static_cast<std::size_t>(request.edges[i].target);
        Agedge_t *edge = agedge(graph, built.nodes[source], built.nodes[target], edgeName.data(), 1);
        set(edge, "weight", std::to_string(request.edges[i].weight));
        if (anchored && request.nodes[source].anchor >= 0.0)
            set(edge, "tailport", "a:s");
        if (anchored && request.nodes[target].anchor >= 0.0)
            set(edge, "headport", "a:n");
        built.edges.push_back(edge);
    }
    if (engine == "dot")
        addClusters(request, built);
    return built;
}

double distance(const LayoutResult::Point &a, const LayoutResult::Point &b)
{
    return std::hypot(a.first - b.first, a.second - b.second);
}

/// A straight edge, where Graphviz routed none.
std::vector<LayoutResult::Point> straight(const LayoutResult::Point &from, const LayoutResult::Point &to)
{
    const auto between = [&](double share) {
        return LayoutResult::Point{from.first + share * (to.first - from.first),
                                   from.second + share * (to.second - from.second)};
    };
    return {from, between(1.0 / 3.0), between(2.0 / 3.0), to};
}

/// Turns Graphviz coordinates (y upwards, any origin) into ours.
class Reader
{
public:
    explicit Reader(const boxf &bounds) : left_(bounds.LL.x - kMargin), top_(bounds.UR.y + kMargin) {}

    LayoutResult::Point operator()(const pointf &point) const
    {
        return {rounded(point.x - left_), rounded(top_ - point.y)};
    }

private:
    /// To a hundredth of a point: beyond that, Graphviz' answer changes from run to run.
    static double rounded(double value) { return std::round(value * 100.0) / 100.0; }

    double left_;
    double top_;
};

std::vector<LayoutResult::Point> curveOf(Agedge_t *edge, const Reader &read, const LayoutResult::Point &from,
                                         const LayoutResult::Point &to)
{
    const splines *routes = ED_spl(edge);
    if (!routes || routes->size < 1 || routes->list[0].size < 4)
        return straight(from, to);
    const bezier &route = routes->list[0];
    std::vector<LayoutResult::Point> points;
    points.reserve(static_cast<std::size_t>(route.size));
    for (int i = 0; i < route.size; ++i)
        points.push_back(read(route.list[i]));
    // dot routes an edge that points up the ranks from its other end.
    if (distance(points.front(), from) + distance(points.back(), to) >
        distance(points.back(), from) + distance(points.front(), to))
        std::reverse(points.begin(), points.end());
    return points;
}

bool allFinite(const LayoutResult &result)
{
    const auto finite = [](const LayoutResult::Point &p) { return std::isfinite(p.first) && std::isfinite(p.second); };
    return std::isfinite(result.width) && std::isfinite(result.height) &&
           std::all_of(result.nodes.begin(), result.nodes.end(), finite) &&
           std::all_of(result.edges.begin(), result.edges.end(),
                       [&](const auto &edge) { return std::all_of(edge.begin(), edge.end(), finite); });
}

LayoutResult failure(const std::string &message)
{
    LayoutResult result;
    result.error = message;
    return result;
}

} // namespace

std::string affordableEngine(const LayoutRequest &request)
{
    const std::size_t nodes = request.nodes.size();
    const std::string &engine = request.engine;
    const bool anchored = isAnchored(request);
    const std::size_t dotNodes = anchored ? kAnchoredNodes : kDotNodes;
    const std::size_t dotEdges = anchored ? kAnchoredEdges : kDotEdges;
    const bool tooLarge = (engine == "dot" && (nodes > dotNodes || request.edges.size() > dotEdges)) ||
                          ((engine == "neato" || engine == "fdp") && nodes > kSpringNodes) ||
                          (engine == "twopi" && nodes > kRadialNodes) ||
                          (engine == "circo" && (nodes > kRadialNodes || request.edges.size() > kCircularEdges));
    return tooLarge ? "sfdp" : engine;
}

LayoutResult layOut(const LayoutRequest &request)
{
    LayoutResult result;
    result.engine = affordableEngine(request);
    if (request.nodes.empty())
        return result;
    lastMessage.clear();
    agseterrf(keepMessage);
    const Context context(gvContext());
    if (!context)
        return failure("Graphviz could not be started");
    const Built built = build(request, result.engine);
    if (gvLayout(context.get(), built.graph.get(), result.engine.c_str()) != 0)
        return failure(lastMessage.empty() ? "Graphviz could not lay out this graph" : lastMessage);

    const boxf bounds = GD_bb(built.graph.get());
    const Reader read(bounds);
    result.width = bounds.UR.x - bounds.LL.x + 2.0 * kMargin;
    result.height = bounds.UR.y - bounds.LL.y + 2.0 * kMargin;
    for (Agnode_t *node : built.nodes)
        result.nodes.push_back(read(ND_coord(node)));
    for (std::size_t i = 0; i < built.edges.size(); ++i) {
        const auto source = static_cast<std::size_t>(request.edges[i].source);
        const auto target = static_cast<std::size_t>(request.edges[i].target);
        result.edges.push_back(curveOf(built.edges[i], read, result.nodes[source], result.nodes[target]));
    }
    for (Agraph_t *cluster : built.clusters) {
        const boxf box = GD_bb(cluster);
        const LayoutResult::Point corner = read({box.LL.x, box.UR.y});
        const LayoutResult::Point end = read({box.UR.x, box.LL.y});
        result.clusters.push_back({corner.first, corner.second, end.first - corner.first, end.second - corner.second});
    }
    gvFreeLayout(context.get(), built.graph.get());
    return allFinite(result) ? result : failure("Graphviz gave positions that are no numbers");
}

} // namespace knockscape
