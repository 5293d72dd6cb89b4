#pragma once

#include <string>

namespace knockscape
{

/// What a JSON file is, from the keys at its top.
enum class JsonKind {
    Other,
    /// Cytoscape Exchange 2 and 1 (NDEx, Cytoscape Web).
    Cx2,
    Cx,
    /// Cytoscape.js (.cyjs).
    Cytoscape,
    /// "nodes" and "links" or "edges" (NetworkX, D3, Graphology).
    NodeLink,
    /// "graph" around nodes and edges (JSON Graph Format).
    GraphObject,
    CobraModel,
    CellDescription,
    EscherMap,
    Notebook,
    Ontology,
    /// What a server sends instead of the file.
    ServerMessage,
};

/// Looks at the top of a JSON text without holding it in memory.
JsonKind jsonKind(const std::string &content);

/// True for the kinds that readJsonGraph reads.
bool isGraph(JsonKind kind) noexcept;

/// Translated name for people.
std::string jsonKindName(JsonKind kind);

/// The same for a text, with what a server says in it.
std::string jsonName(const std::string &content);

/// What a person can do with a JSON file of this kind.
std::string jsonRemedy(JsonKind kind);

} // namespace knockscape
