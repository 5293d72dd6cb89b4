#include "engine/nn/centred_rows.h"

namespace knockscape
{

CentredRows::CentredRows(const at::Tensor &matrix) : matrix_(matrix), transposed_(matrix.t())
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

at::Tensor CentredRows::times(const at::Tensor &right) const
{
    return scale_ * (at::mm(matrix_, right) - at::mm(mean_.t(), right));
}

at::Tensor CentredRows::transposedTimes(const at::Tensor &right) const
{
    const at::Tensor scaled = scale_ * right;
    return at::mm(transposed_, scaled) - at::mm(mean_, scaled.sum(0, true));
}

} // namespace knockscape
