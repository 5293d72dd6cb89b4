#pragma once

#include "engine/cell/cell.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace knockscape
{

/// Where a block of the cell (engine/nn/profile_blocks.h) stands in the profiles: its columns from `first` on are
/// block.times(directions).
struct ProfileMap {
    std::string block;
    at::Tensor directions; ///< [inputs of the block, columns]
    std::int64_t first = 0;
};

/// What a cell tells about its genes before anything is measured, as one row of numbers per gene.
struct GeneProfiles {
    at::Tensor rows; ///< [genes, columns]; undefined for a cell that says nothing of its genes
    std::vector<ProfileMap> blocks;
};

/// Genes with alike rows have the same neighbours, annotations and sequence. Learned vectors are tied to these rows
/// while training (TrainableModel), so that what is learned of one gene says something of genes like it.
///
/// Blocks: for every network the first `components` principal components of its degree-normalised rows, a gene being a
/// neighbour of itself; numeric features; annotation terms; essentiality; logarithms of the degrees. Every block weighs
/// the same, and the squares of a row sum to about the number of columns.
GeneProfiles mappedProfiles(const Cell &cell, std::int64_t components);

/// The rows alone.
at::Tensor geneProfiles(const Cell &cell, std::int64_t components);

/// What training read from the profiles, as maps of the cell's blocks. `map` [columns of the profiles, channels] gives
/// the profiles' part of some learned vectors; the answer is ModelFile::evidence of that part.
std::map<std::string, at::Tensor> blockMaps(const GeneProfiles &profiles, const at::Tensor &map);

} // namespace knockscape
