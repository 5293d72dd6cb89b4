#pragma once

#include "engine/cell/importers/import_file.h"
#include "engine/cell/importers/raw_network.h"
#include "engine/cell/left_out.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace knockscape
{

/// What attributes of nodes that name a gene, and of edges that weigh an interaction, are called, likeliest first.
inline constexpr std::array graphNameKeys = {"name", "label", "gene", "shared_name", "shared name", "id"};
inline constexpr std::array graphWeightKeys = {"weight",     "score",       "combined_score",
                                               "confidence", "edge_weight", "value"};

/// True if an attribute of this name (in lower case) names a gene, or weighs an interaction.
bool namesGene(std::string_view attribute);
bool weighsInteraction(std::string_view attribute);

/// Gathers the nodes and edges of a graph file, in whatever order it has them, and joins them by the ids of the nodes:
/// the common part of the readers of graph formats. Lines are 1-based; 0 where a format has none.
class GraphBuilder
{
public:
    /// `file` must outlive the builder.
    explicit GraphBuilder(const ImportFile &file) : file_(file) {}

    /// Declares a node. Without a label it is called by its id. A second node of the same id is counted, and nothing
    /// else. Returns its number for rename(). Throws InputError where there are too many, or the id is empty.
    std::uint32_t addNode(std::string_view id, std::string_view label, std::size_t line);
    /// Calls the node so, unless the label is empty.
    void rename(std::uint32_t node, std::string_view label);

    /// Adds an edge between ids. `weight` as the file has it (empty: 1); `directed` where the edge says so itself.
    void addEdge(std::string_view source, std::string_view target, std::string_view weight, std::size_t line,
                 std::optional<bool> directed = std::nullopt);

    /// What the file says of the network as a whole.
    void setDirected(bool directed) { directed_ = directed; }
    /// Cytoscape writes every network as directed: what it says of directions is taken for nothing, with a note.
    void setFromCytoscape() { fromCytoscape_ = true; }

    /// The network. Edges that join what no node is, or whose weight is no number, are left out and counted.
    RawNetwork finish(std::string format);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    struct Node {
        std::string label;
        bool declared = false;
    };
    struct Edge {
        std::uint32_t source = 0;
        std::uint32_t target = 0;
        float weight = 1.0F;
        std::uint32_t line = 0;
    };

    std::uint32_t numberOf(std::string_view id, std::size_t line);
    std::string placeOf(std::size_t line) const { return line == 0 ? file_.name : file_.at(line); }
    void requireRoom(bool room, std::size_t line) const;
    void settleDirection();

    const ImportFile &file_;
    RawNetwork network_;
    LeftOut repeated_;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
    std::optional<bool> directed_;
    bool fromCytoscape_ = false;
    /// Edges that say themselves that they have a direction, or none.
    std::size_t saidDirected_ = 0;
    std::size_t saidUndirected_ = 0;
};

} // namespace knockscape
