#pragma once

#include "engine/nn/centred_rows.h"

#include <ATen/ATen.h>

#include <cstdint>

namespace knockscape
{

/// The first principal components of what the rows of `matrix` [rows, columns] (dense, or sparse COO) have in common:
/// rows are centred by their mean and scaled to length 1, so that products of two rows of the answer [rows, components]
/// approximate the cosine of the two centred rows. Rows without a direction of their own stay 0. Fewer components come
/// back where the matrix has fewer rows or columns.
///
/// Randomised subspace iteration (Halko, Martinsson & Tropp 2011, doi:10.1137/090771806, algorithm 4.4) from a fixed
/// start: the same matrix gives the same components on one machine. Memory is that of `matrix` and a few
/// [rows + columns, components].
at::Tensor principalComponents(const at::Tensor &matrix, std::int64_t components);

/// The directions [columns, components] that those components are the centred rows' coordinates in: of length 1, or 0
/// beyond the matrix's rank.
at::Tensor principalDirections(const CentredRows &rows, std::int64_t components);

} // namespace knockscape
