#include "engine/training/principal_components.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <tuple>

namespace knockscape
{

namespace
{

at::Tensor orthonormal(const at::Tensor &matrix)
{
    return std::get<0>(at::linalg_qr(matrix));
}

/// Numbers that look random, the same in every libtorch.
at::Tensor startDirections(std::int64_t rows, std::int64_t columns)
{
    const at::Tensor index = at::arange(1, rows * columns + 1, at::kDouble).view({rows, columns});
    return (at::frac(at::sin(index * 12.9898) * 43758.5453) - 0.5).to(at::kFloat);
}

} // namespace

at::Tensor principalDirections(const CentredRows &centred, std::int64_t components)
{
    const c10::NoGradGuard noGrad;
    const std::int64_t count = std::min({components, centred.rows(), centred.columns()});
    // More directions than asked for make the last ones exact enough; so do more rounds.
    constexpr std::int64_t extra = 16;
    constexpr int rounds = 6;
    const std::int64_t width = std::min({count + extra, centred.rows(), centred.columns()});
    at::Tensor basis = orthonormal(centred.times(startDirections(centred.columns(), width)));
    for (int round = 0; round < rounds; ++round) {
        basis = orthonormal(centred.times(orthonormal(centred.transposedTimes(basis))));
    }
    const at::Tensor small = centred.transposedTimes(basis);
    const auto [values, vectors] = at::linalg_eigh(at::mm(small.t(), small));
    const at::Tensor largest = at::arange(width - 1, width - 1 - count, -1, at::kLong);
    // What is left beyond the matrix's rank is rounding.
    constexpr double smallest = 1e-5;
    const at::Tensor kept = values.index_select(0, largest);
    const at::Tensor inverse = at::where(kept > smallest * values.max(), kept.rsqrt(), at::zeros_like(kept));
    return at::mm(small, vectors.index_select(1, largest)) * inverse;
}

at::Tensor principalComponents(const at::Tensor &matrix, std::int64_t components)
{
    const c10::NoGradGuard noGrad;
    const CentredRows centred(matrix);
    return centred.times(principalDirections(centred, components));
}

} // namespace knockscape
