#pragma once

#include "engine/core/genotype.h"

#include <ATen/ATen.h>

#include <span>

namespace knockscape
{

/// Genotypes as tensors: row b holds the knocked-out genes of genotype b, padded to the longest.
struct GenotypeBatch {
    at::Tensor genes; ///< [genotypes, longest] int64, 0 where padded
    at::Tensor mask;  ///< [genotypes, longest] bool, true where a gene is knocked out

    std::int64_t size() const { return genes.size(0); }
    /// Knocked-out genes per genotype, [genotypes] int64.
    at::Tensor counts() const { return mask.sum(1); }
};

/// Throws InputError for a gene index outside [0, geneCount).
GenotypeBatch makeGenotypeBatch(std::span<const Genotype> genotypes, std::int64_t geneCount, const at::Device &device);

} // namespace knockscape
