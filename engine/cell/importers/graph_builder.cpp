#include "engine/cell/importers/graph_builder.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{
namespace
{

/// Nodes and edges that are held while a file is read.
constexpr std::size_t graphNodeLimit = 1'000'000;
constexpr std::size_t graphEdgeLimit = 4'000'000;
/// Longer texts are no names of genes.
constexpr std::size_t longestLabel = 1000;

} // namespace

bool namesGene(std::string_view attribute)
{
    // Not "id": a node's own id serves anyway, and what else is called so may be anything's.
    return attribute != "id" && std::find(graphNameKeys.begin(), graphNameKeys.end(), attribute) != graphNameKeys.end();
}

bool weighsInteraction(std::string_view attribute)
{
    return std::find(graphWeightKeys.begin(), graphWeightKeys.end(), attribute) != graphWeightKeys.end();
}

void GraphBuilder::requireRoom(bool room, std::size_t line) const
{
    if (!room) {
        throw InputError(errorAt(placeOf(line), translate("Engine", "The graph has too many nodes or edges."),
                                 translate("Engine", "Give the interactions as a table.")));
    }
}

std::uint32_t GraphBuilder::numberOf(std::string_view id, std::size_t line)
{
    if (const auto found = numbers_.find(id); found != numbers_.end()) {
        return found->second;
    }
    requireRoom(nodes_.size() < graphNodeLimit, line);
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    numbers_.emplace(std::string(id), number);
    nodes_.push_back({std::string(id.substr(0, longestLabel)), false});
    return number;
}

std::uint32_t GraphBuilder::addNode(std::string_view id, std::string_view label, std::size_t line)
{
    if (id.empty()) {
        throw InputError(errorAt(placeOf(line), translate("Engine", "The node has no id, so no edge can name it."),
                                 translate("Engine", "Export the network again, or as a table.")));
    }
    const std::uint32_t number = numberOf(id, line);
    if (nodes_[number].declared) {
        repeated_.add({}, std::string(id), placeOf(line), translate("Engine", "Give the nodes ids of their own."));
        return number;
    }
    nodes_[number].declared = true;
    rename(number, label);
    return number;
}

void GraphBuilder::rename(std::uint32_t node, std::string_view label)
{
    if (!label.empty()) {
        nodes_[node].label = label.substr(0, longestLabel);
    }
}

void GraphBuilder::addEdge(std::string_view source, std::string_view target, std::string_view weight, std::size_t line,
                           std::optional<bool> directed)
{
    Edge edge{numberOf(source, line), numberOf(target, line), 1.0F, static_cast<std::uint32_t>(line)};
    if (!weight.empty()) {
        const std::optional<double> value = parseNumber(weight);
        if (!value || !std::isfinite(static_cast<float>(*value))) {
            network_.leftOut.add(translate("Engine", "the weight is not a number"), std::string(weight), placeOf(line),
                                 translate("Engine", "Correct the weights, or remove them."));
            return;
        }
        edge.weight = static_cast<float>(*value);
    }
    if (directed) {
        ++(*directed ? saidDirected_ : saidUndirected_);
    }
    requireRoom(edges_.size() < graphEdgeLimit, line);
    edges_.push_back(edge);
}

void GraphBuilder::settleDirection()
{
    if (fromCytoscape_) {
        const bool said = directed_.value_or(false) || saidDirected_ > 0;
        if (said && saidUndirected_ == 0) {
            network_.issues.push_back(noteAt(
                file_.name, translate("Engine", "Cytoscape writes every network as directed, so the file does not tell "
                                                "whether this one is: the type of the network decides, and only "
                                                "“regulatory” has directions.")));
        }
        return;
    }
    if (!directed_ && saidDirected_ + saidUndirected_ > 0) {
        directed_ = saidDirected_ >= saidUndirected_;
    }
    network_.directed = directed_;
    const std::size_t others = !directed_ ? 0 : *directed_ ? saidUndirected_ : saidDirected_;
    if (others > 0) {
        network_.issues.push_back(warningAt(
            file_.name,
            *directed_ ? translateCount("Engine",
                                        "%1 edge has no direction, but the network has: it was read as one "
                                        "from its source to its target.",
                                        "%1 edges have no direction, but the network has: they were read as ones from "
                                        "their source to their target.",
                                        static_cast<std::int64_t>(others))
                       : translateCount("Engine",
                                        "%1 edge has a direction, but the network has none: it was read as "
                                        "one without.",
                                        "%1 edges have a direction, but the network has none: they were read as ones "
                                        "without.",
                                        static_cast<std::int64_t>(others)),
            translate("Engine", "Export the two kinds as networks of their own if directions matter.")));
    }
}

RawNetwork GraphBuilder::finish(std::string format)
{
    network_.format = std::move(format);
    settleDirection();
    for (const Edge &edge : edges_) {
        const Node &source = nodes_[edge.source];
        const Node &target = nodes_[edge.target];
        if (!source.declared || !target.declared) {
            network_.leftOut.add(translate("Engine", "the file has no node of this id"),
                                 source.declared ? target.label : source.label, placeOf(edge.line),
                                 translate("Engine", "Export the network again, with all of its nodes."));
            continue;
        }
        network_.add(source.label, target.label, edge.weight, edge.line, file_.name);
    }
    repeated_.report(
        file_.name,
        [](std::int64_t count, const std::string &why) {
            return translateCount("Engine", "%1 node has the id of another one and was taken for the same: %2.",
                                  "%1 nodes have the id of another one and were taken for the same: %2.", count, {why});
        },
        network_.issues);
    return std::move(network_);
}

} // namespace knockscape
