// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// A graph to lay out: sizes in points (1/72 inch). Node and edge order is kept in the answer. Self loops and several
/// edges between the same nodes are allowed.
struct LayoutRequest {
    /// `shape`: "box", "ellipse" or "diamond": where edges end.
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
    /// The engine that was used: another than the one asked for where that one would take too long.
    std::string engine;
    /// Not empty when the layout failed.
    std::string error;
};

/// What a request may hold at most: a picture beyond this is no use to anyone, and Graphviz would take minutes.
inline constexpr std::size_t kMaxLayoutNodes = 5000;
inline constexpr std::size_t kMaxLayoutEdges = 50000;
/// Largest width or height of a node, in points.
inline constexpr double kMaxLayoutNodeSize = 10000.0;

/// The JSON the helper reads on stdin (one document, then end of file) and writes on stdout. The readers throw
/// std::runtime_error for anything malformed: not JSON, a wrong type, a number out of range, more than the limits
/// above.
///
///     {"engine": "sfdp", "nodes": [{"width": 54, "height": 20, "shape": "box"}], "edges": [[0, 0, false]]}
///     {"engine": "sfdp", "width": 60, "height": 30, "nodes": [[30, 15]], "edges": [[[1, 2], [3, 4], [5, 6], [7, 8]]]}
std::string toJson(const LayoutRequest &request);
std::string toJson(const LayoutResult &result);
LayoutRequest layoutRequestFromJson(const std::string &text);
LayoutResult layoutResultFromJson(const std::string &text);

} // namespace knockscape
