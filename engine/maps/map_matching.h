#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"
#include "engine/maps/map_document.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// How an element of a map was found in a cell, the surest first.
enum class MapMatchKind : std::uint8_t {
    Id,      ///< by its id, letter by letter
    Spelled, ///< by its id but for a prefix (R_, M_, G_), "[c]" for "_c", "-" for "__"
    Bigg,    ///< by an annotation of BiGG
    Kegg,    ///< by an annotation of KEGG
    None
};

/// Which rows of a cell the elements of a map are; -1 where it has none.
struct MapMatch {
    /// Row of Metabolism::reactions for each reaction of the map, and how it was found.
    std::vector<std::int32_t> reactions;
    std::vector<MapMatchKind> reactionKinds;
    /// Row of Metabolism::metabolites for each node of the map; -1 for markers.
    std::vector<std::int32_t> metabolites;
    /// Row of the gene catalogue for each text of the map: maps of Yeast8 write genes as texts.
    std::vector<GeneIndex> textGenes;
    /// What was not found, each id once in the order of the map, and what several rows of the cell may be (the one was
    /// taken that shares most metabolites).
    std::vector<std::string> unknownReactions;
    std::vector<std::string> unknownMetabolites;
    std::vector<std::string> ambiguousReactions;

    std::size_t foundReactions() const;
};

/// Finds the elements of a map in a cell. Metabolites without a compartment in their id are those of the reactions that
/// they stand at.
MapMatch matchMap(const MapDocument &map, const Cell &cell);

/// What did not match, counted and with the first ids, for a person. `file` stands before it.
std::vector<Issue> matchIssues(const MapDocument &map, const MapMatch &match, const std::string &file);

} // namespace knockscape
