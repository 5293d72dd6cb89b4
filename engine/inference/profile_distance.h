#pragma once

#include "engine/core/job_control.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// How alike two genes of a pair matrix are, by their profiles (their rows).
enum class ProfileDistance {
    /// 1 − Pearson's correlation, 0 … 2: the same partners matter, whatever the strength. For interaction and
    /// epistasis.
    Correlation,
    /// Root of the mean squared difference, which is the Euclidean distance divided by √(number of shared values) and
    /// so is comparable between genes with gaps. For fitness.
    Euclidean,
};

/// Distances between all rows of a symmetric `genes` × `genes` matrix; genes × genes, symmetric, zeros on the diagonal,
/// never NaN.
///
/// Two genes are compared where both have a value, not on the matrix's diagonal (a gene has no pair with itself) nor at
/// their own pair. Where they cannot be compared (nothing shared, a constant profile) their distance is that of
/// unrelated genes: 1 for correlations, the largest other distance for Euclidean ones. Shares the work among the
/// machine's cores and takes twice the memory of the result beside it; throws Cancelled.
std::vector<double> profileDistances(std::span<const float> matrix, std::size_t genes, ProfileDistance distance,
                                     const JobControl &control = {});

} // namespace knockscape
