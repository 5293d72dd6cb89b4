#include "engine/training/principal_components.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <tuple>

namespace knockscape
{

namespace
{

/// D·(A − 1·μᵀ) as a pair of products, for A is sparse and its centred form is not.
class CentredRows
{
public:
    explicit CentredRows(const at::Tensor &matrix) : matrix_(matrix), transposed_(matrix.t())
    {
        const auto rows = static_cast<double>(matrix.size(0));
        const at::Tensor ones = at::ones({matrix.size(0), 1}, at::kFloat);
        mean_ = at::mm(transposed_, ones) / rows;
        const at::Tensor squares = at::mm(matrix * matrix, at::ones({matrix.size(1), 1}, at::kFloat));
        const at::Tensor norms = (squares - 2.0 * at::mm(matrix, mean_) + mean_.square().sum()).clamp_min(0.0).sqrt();
        // Rows this close to the mean differ from it by rounding alone.
        constexpr double smallest = 1e-4;
        scale_ = at::where(norms > smallest * norms.max(), norms.reciprocal(), at::zeros_like(norms));
    }

    std::int64_t rows() const { return matrix_.size(0); }
    std::int64_t columns() const { return matrix_.size(1); }

    at::Tensor times(const at::Tensor &right) const
    {
        return scale_ * (at::mm(matrix_, right) - at::mm(mean_.t(), right));
    }

    at::Tensor transposedTimes(const at::Tensor &right) const
    {
        const at::Tensor scaled = scale_ * right;
        return at::mm(transposed_, scaled) - at::mm(mean_, scaled.sum(0, true));
    }

private:
    at::Tensor matrix_;
    at::Tensor transposed_;
    at::Tensor mean_;
    at::Tensor scale_;
};

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

at::Tensor principalComponents(const at::Tensor &matrix, std::int64_t components)
{
    const c10::NoGradGuard noGrad;
    const CentredRows centred(matrix);
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
    const at::Tensor lengths = at::where(kept > smallest * values.max(), kept, at::zeros_like(kept)).sqrt();
    return at::mm(basis, vectors.index_select(1, largest)) * lengths;
}

} // namespace knockscape
