#pragma once

#include "engine/cell/cell.h"

#include <ATen/ATen.h>

#include <cstdint>

namespace knockscape
{

/// What a cell tells about its genes before anything is measured, as one row of numbers per gene, [genes, columns]:
/// genes with alike rows have the same neighbours, annotations and sequence. Learned vectors are tied to these rows
/// while training (TrainableModel), so that what is learned of one gene says something of genes like it.
///
/// Blocks: for every network the first `components` principal components of its degree-normalised rows, a gene being a
/// neighbour of itself; numeric features; annotation terms; essentiality; logarithms of the degrees. Every block weighs
/// the same, and the squares of a row sum to about the number of columns. Undefined for a cell that says nothing of its
/// genes.
at::Tensor geneProfiles(const Cell &cell, std::int64_t components);

} // namespace knockscape
