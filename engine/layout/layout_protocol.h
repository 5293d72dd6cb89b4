#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// A graph to lay out: sizes in points (1/72 inch). Node and edge order is kept in the answer.
struct LayoutRequest {
    struct Node {
        double width = 0.0;
        double height = 0.0;
        std::string shape = "box";
    };
    struct Edge {
        std::int32_t source = 0;
        std::int32_t target = 0;
        bool directed = false;
    };
    /// "dot", "neato", "fdp", "sfdp", "circo" or "twopi".
    std::string engine = "sfdp";
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// Where everything goes, in points, y downwards, top left at (0, 0).
struct LayoutResult {
    using Point = std::pair<double, double>;
    double width = 0.0;
    double height = 0.0;
    /// Centre of each node.
    std::vector<Point> nodes;
    /// Cubic Bézier control points of each edge (1 + 3n points), from source to target.
    std::vector<std::vector<Point>> edges;
    /// Not empty when the layout failed.
    std::string error;
};

/// The JSON the helper reads on stdin (one document, then end of file) and writes on stdout. The readers throw
/// std::runtime_error for anything malformed.
std::string toJson(const LayoutRequest &request);
std::string toJson(const LayoutResult &result);
LayoutRequest layoutRequestFromJson(const std::string &text);
LayoutResult layoutResultFromJson(const std::string &text);

} // namespace knockscape
