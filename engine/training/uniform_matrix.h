#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <random>

namespace knockscape
{

/// Uniform numbers between −bound and bound (variance bound²/3), [rows, columns] float. The same generator gives the
/// same numbers with every libtorch and standard library.
at::Tensor uniformMatrix(std::int64_t rows, std::int64_t columns, double bound, std::mt19937_64 &random);

} // namespace knockscape
