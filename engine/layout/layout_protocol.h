// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
#pragma once

#include <array>
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
        /// From 0: edges leave the bottom of the node's box and reach its top this far from its left side, instead of
        /// wherever it suits.
        double anchor = -1.0;
        /// From 0: "dot" places the nodes of a group one above the other where it can.
        std::int32_t group = -1;
        /// From 0: "dot" places the nodes of a cluster in one rectangle, which no other node lies in.
        std::int32_t cluster = -1;
    };
    struct Edge {
        std::int32_t source = 0;
        std::int32_t target = 0;
        bool directed = false;
        /// How short and straight "dot" makes it, compared with others.
        std::int32_t weight = 1;
    };
    /// Least distance between the ranks of "dot", and between nodes of one rank; 0: as it suits a network.
    double rankSeparation = 0.0;
    double nodeSeparation = 0.0;
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
    /// Left, top, width and height of each cluster, by its number in the request.
    std::vector<std::array<double, 4>> clusters;
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
/// Clusters and groups are numbered from 0 to below this, edges weigh up to this.
inline constexpr std::int32_t kMaxLayoutNumber = 1000;

/// The JSON the helper reads on stdin (one document, then end of file) and writes on stdout. The readers throw
/// std::runtime_error for anything malformed: not JSON, a wrong type, a number out of range, more than the limits
/// above.
///
///     {"engine": "sfdp", "nodes": [{"width": 54, "height": 20, "shape": "box"}], "edges": [[0, 0, false]]}
/// A node may also have "anchor", "group" and "cluster", an edge a weight as fourth entry, the request
/// "rank_separation" and "node_separation", the result "clusters" ([[left, top, width, height]]).
///
///     {"engine": "sfdp", "width": 60, "height": 30, "nodes": [[30, 15]], "edges": [[[1, 2], [3, 4], [5, 6], [7, 8]]]}
std::string toJson(const LayoutRequest &request);
std::string toJson(const LayoutResult &result);
LayoutRequest layoutRequestFromJson(const std::string &text);
LayoutResult layoutResultFromJson(const std::string &text);

} // namespace knockscape
