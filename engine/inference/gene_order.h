#pragma once

#include "engine/inference/profile_distance.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// Two clusters become one. Clusters 0 … n − 1 are the single genes, cluster n + i is what merge i made (as in SciPy's
/// linkage matrices); `first` < `second`.
struct ClusterMerge {
    std::size_t first = 0;
    std::size_t second = 0;
    /// Mean distance between the genes of the two.
    double height = 0.0;
};

/// Agglomerative clustering by average linkage (UPGMA) of `distances` (genes × genes, symmetric, no NaN), by the
/// nearest-neighbour chain (Murtagh 1983), in O(genes²). genes − 1 merges in ascending height; equal distances are
/// decided by the genes' positions, the same each time. Throws Cancelled.
std::vector<ClusterMerge> averageLinkage(std::vector<double> distances, std::size_t genes,
                                         const JobControl &control = {});

/// Of all orders that keep every cluster together, one in which the distances between neighbours add up to the least
/// (Bar-Joseph, Gifford & Jaakkola 2001). Of it and its mirror image, the one whose first gene has the lower position.
/// O(genes³) at most, two more matrices of the size of `distances`. Throws Cancelled.
std::vector<std::size_t> optimalLeafOrder(const std::vector<ClusterMerge> &merges, const std::vector<double> &distances,
                                          std::size_t genes, const JobControl &control = {});

/// In which order to draw the genes of a symmetric `genes` × `genes` matrix (NaN: no value), so that similar ones are
/// neighbours: element 0 is the position of the first gene, and so on. The above three in a row; 1.1 s of processor
/// time for 2,000 genes without gaps (1.6 s where a tenth is missing), nearly all of it shared among the
/// cores. Throws Cancelled.
std::vector<std::size_t> hierarchicalOrder(std::span<const float> matrix, std::size_t genes, ProfileDistance distance,
                                           const JobControl &control = {});

} // namespace knockscape
