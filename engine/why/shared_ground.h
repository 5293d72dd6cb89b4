#pragma once

#include "engine/cell/cell.h"
#include "engine/cell/gene_positions.h"
#include "engine/why/gene_groups.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// A group that several of the deleted genes are in.
struct SharedGroup {
    GeneGroup group;
    /// Those of the deleted genes that are in it.
    std::vector<GeneIndex> genes;
};

/// How two of the deleted genes are joined in one network: by an edge, or through a third gene.
struct SharedPaths {
    std::string network;
    GeneIndex first = -1;
    GeneIndex second = -1;
    /// An edge first → second, second → first; in an undirected network both or none.
    bool forward = false;
    bool backward = false;
    bool directed = false;
    /// Neighbours of both, those with the fewest neighbours first.
    std::vector<GeneIndex> through;
};

/// Reactions whose rules name two of the deleted genes.
struct SharedReactions {
    enum class How {
        Isozymes, ///< either is enough
        Complex,  ///< subunits of one enzyme
        Rule,     ///< in one rule that is neither
    };

    GeneIndex first = -1;
    GeneIndex second = -1;
    How how = How::Isozymes;
    /// Rows of Metabolism::reactions, ascending.
    std::vector<std::int32_t> reactions;
};

/// Two of the deleted genes on one chromosome.
struct SharedChromosome {
    GeneIndex first = -1;
    GeneIndex second = -1;
    std::string chromosome;
    /// Base pairs between them.
    std::int64_t distance = 0;

    bool linked() const noexcept { return distance < LinkedDistance; }
};

/// What the deleted genes have in common, as the cell tells.
struct SharedGround {
    /// Groups of two or more of the genes, those of most of the deleted genes first, then the smallest.
    std::vector<SharedGroup> groups;
    std::vector<SharedPaths> paths;
    std::vector<SharedReactions> reactions;
    std::vector<SharedChromosome> chromosomes;
    /// Deleted genes whose position the cell does not tell.
    std::vector<GeneIndex> unplaced;
};

/// `groups` and `positions` are those of the cell.
SharedGround sharedGround(const Cell &cell, const GeneGroups &groups, const GenePositions &positions,
                          const Genotype &genotype);

} // namespace knockscape
