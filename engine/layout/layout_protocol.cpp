// SPDX-License-Identifier: MIT
// Copyright (c) 2026 the Knockscape authors. See app/layout/LICENSE.
#include "engine/layout/layout_protocol.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string_view>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

constexpr std::array<std::string_view, 6> kEngines = {"dot", "neato", "fdp", "sfdp", "circo", "twopi"};
constexpr std::array<std::string_view, 3> kShapes = {"box", "ellipse", "diamond"};
/// Coordinates beyond this are no picture (Graphviz went wrong, or the text is hostile).
constexpr double kMaxCoordinate = 1e9;

[[noreturn]] void refuse(const std::string &what)
{
    throw std::runtime_error("layout: " + what);
}

Json parsed(const std::string &text)
{
    Json document = Json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object())
        refuse("not a JSON object");
    return document;
}

const Json &member(const Json &object, const char *key)
{
    if (!object.is_object())
        refuse(std::string("an object with \"") + key + "\" was expected");
    const auto found = object.find(key);
    if (found == object.end())
        refuse(std::string("\"") + key + "\" is missing");
    return *found;
}

const Json &arrayMember(const Json &object, const char *key, std::size_t limit)
{
    const Json &value = member(object, key);
    if (!value.is_array())
        refuse(std::string("\"") + key + "\" is not an array");
    if (value.size() > limit)
        refuse(std::string("\"") + key + "\" has more than " + std::to_string(limit) + " entries");
    return value;
}

double number(const Json &value, double low, double high)
{
    if (!value.is_number())
        refuse("a number was expected");
    const double result = value.get<double>();
    if (!(result >= low && result <= high))
        refuse("a number is out of range");
    return result;
}

std::string textMember(const Json &object, const char *key)
{
    const Json &value = member(object, key);
    if (!value.is_string())
        refuse(std::string("\"") + key + "\" is not a text");
    return value.get<std::string>();
}

template <class Values>
void requireOneOf(const Values &values, const std::string &value, const char *what)
{
    if (std::find(values.begin(), values.end(), value) == values.end())
        refuse(std::string("unknown ") + what + " \"" + value.substr(0, 40) + "\"");
}

std::int32_t nodeIndex(const Json &value, std::size_t nodes)
{
    if (!value.is_number_integer())
        refuse("an edge's end is not a whole number");
    // Out of range as unsigned covers negative numbers too.
    if (value.get<std::uint64_t>() >= nodes)
        refuse("an edge's end is no node");
    return value.get<std::int32_t>();
}

/// A whole number from `low` to kMaxLayoutNumber.
std::int32_t smallNumber(const Json &value, std::int32_t low)
{
    if (!value.is_number_integer())
        refuse("a whole number was expected");
    return static_cast<std::int32_t>(number(value, low, kMaxLayoutNumber));
}

LayoutRequest::Edge edgeFromJson(const Json &value, std::size_t nodes)
{
    if (!value.is_array() || value.size() < 3 || value.size() > 4 || !value[2].is_boolean())
        refuse("an edge is not [source, target, directed] or [source, target, directed, weight]");
    LayoutRequest::Edge edge{nodeIndex(value[0], nodes), nodeIndex(value[1], nodes), value[2].get<bool>()};
    if (value.size() == 4)
        edge.weight = smallNumber(value[3], 0);
    return edge;
}

LayoutRequest::Node nodeFromJson(const Json &value)
{
    LayoutRequest::Node node;
    node.width = number(member(value, "width"), 0.0, kMaxLayoutNodeSize);
    node.height = number(member(value, "height"), 0.0, kMaxLayoutNodeSize);
    node.shape = textMember(value, "shape");
    requireOneOf(kShapes, node.shape, "shape");
    if (value.contains("anchor"))
        node.anchor = number(value["anchor"], 0.0, node.width);
    if (value.contains("group"))
        node.group = smallNumber(value["group"], 0);
    if (value.contains("cluster"))
        node.cluster = smallNumber(value["cluster"], 0);
    return node;
}

Json nodeToJson(const LayoutRequest::Node &node)
{
    Json value = {{"width", node.width}, {"height", node.height}, {"shape", node.shape}};
    if (node.anchor >= 0.0)
        value["anchor"] = node.anchor;
    if (node.group >= 0)
        value["group"] = node.group;
    if (node.cluster >= 0)
        value["cluster"] = node.cluster;
    return value;
}

Json edgeToJson(const LayoutRequest::Edge &edge)
{
    Json value = Json::array({edge.source, edge.target, edge.directed});
    if (edge.weight != 1)
        value.push_back(edge.weight);
    return value;
}

LayoutResult::Point pointFromJson(const Json &value)
{
    if (!value.is_array() || value.size() != 2)
        refuse("a point is not [x, y]");
    return {number(value[0], -kMaxCoordinate, kMaxCoordinate), number(value[1], -kMaxCoordinate, kMaxCoordinate)};
}

Json pointToJson(const LayoutResult::Point &point)
{
    return Json::array({point.first, point.second});
}

std::string dumped(const Json &document)
{
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string toJson(const LayoutRequest &request)
{
    Json document;
    document["engine"] = request.engine;
    document["nodes"] = Json::array();
    for (const LayoutRequest::Node &node : request.nodes)
        document["nodes"].push_back(nodeToJson(node));
    document["edges"] = Json::array();
    for (const LayoutRequest::Edge &edge : request.edges)
        document["edges"].push_back(edgeToJson(edge));
    if (request.rankSeparation > 0.0)
        document["rank_separation"] = request.rankSeparation;
    if (request.nodeSeparation > 0.0)
        document["node_separation"] = request.nodeSeparation;
    return dumped(document);
}

std::string toJson(const LayoutResult &result)
{
    Json document;
    document["engine"] = result.engine;
    document["error"] = result.error;
    document["width"] = result.width;
    document["height"] = result.height;
    document["nodes"] = Json::array();
    for (const LayoutResult::Point &point : result.nodes)
        document["nodes"].push_back(pointToJson(point));
    document["edges"] = Json::array();
    for (const auto &edge : result.edges) {
        Json points = Json::array();
        for (const LayoutResult::Point &point : edge)
            points.push_back(pointToJson(point));
        document["edges"].push_back(std::move(points));
    }
    for (const auto &cluster : result.clusters)
        document["clusters"].push_back(cluster);
    return dumped(document);
}

LayoutRequest layoutRequestFromJson(const std::string &text)
{
    const Json document = parsed(text);
    LayoutRequest request;
    request.engine = textMember(document, "engine");
    requireOneOf(kEngines, request.engine, "engine");
    for (const Json &value : arrayMember(document, "nodes", kMaxLayoutNodes))
        request.nodes.push_back(nodeFromJson(value));
    for (const Json &value : arrayMember(document, "edges", kMaxLayoutEdges))
        request.edges.push_back(edgeFromJson(value, request.nodes.size()));
    if (document.contains("rank_separation"))
        request.rankSeparation = number(document["rank_separation"], 0.0, kMaxLayoutNodeSize);
    if (document.contains("node_separation"))
        request.nodeSeparation = number(document["node_separation"], 0.0, kMaxLayoutNodeSize);
    return request;
}

LayoutResult layoutResultFromJson(const std::string &text)
{
    const Json document = parsed(text);
    LayoutResult result;
    result.engine = textMember(document, "engine");
    result.error = textMember(document, "error");
    result.width = number(member(document, "width"), 0.0, kMaxCoordinate);
    result.height = number(member(document, "height"), 0.0, kMaxCoordinate);
    for (const Json &value : arrayMember(document, "nodes", kMaxLayoutNodes))
        result.nodes.push_back(pointFromJson(value));
    for (const Json &value : arrayMember(document, "edges", kMaxLayoutEdges)) {
        // Nothing at all (an edge that could not be routed) or a chain of cubic Bézier curves.
        if (!value.is_array() || (!value.empty() && (value.size() < 4 || value.size() % 3 != 1)))
            refuse("an edge is not a chain of cubic curves");
        std::vector<LayoutResult::Point> points;
        for (const Json &point : value)
            points.push_back(pointFromJson(point));
        result.edges.push_back(std::move(points));
    }
    if (!document.contains("clusters"))
        return result;
    for (const Json &value : arrayMember(document, "clusters", kMaxLayoutNumber + 1)) {
        if (!value.is_array() || value.size() != 4)
            refuse("a cluster is not [left, top, width, height]");
        std::array<double, 4> box{};
        for (std::size_t i = 0; i < box.size(); ++i)
            box[i] = number(value[i], -kMaxCoordinate, kMaxCoordinate);
        result.clusters.push_back(box);
    }
    return result;
}

} // namespace knockscape
