#pragma once

#include <ATen/ATen.h>

#include <cstdint>

namespace knockscape
{

/// D·(A − 1·μᵀ), rows A less their mean μ and at length 1 (D), as a pair of products: A may be sparse, and its centred
/// form is not. Rows that differ from the mean by rounding alone stay 0.
class CentredRows
{
public:
    /// `matrix` [rows, columns] float, sparse or dense, on the CPU.
    explicit CentredRows(const at::Tensor &matrix);

    std::int64_t rows() const { return matrix_.size(0); }
    std::int64_t columns() const { return matrix_.size(1); }

    /// The rows times `right` [columns, k] → [rows, k].
    at::Tensor times(const at::Tensor &right) const;
    /// Their transpose times `right` [rows, k] → [columns, k].
    at::Tensor transposedTimes(const at::Tensor &right) const;

private:
    at::Tensor matrix_;
    at::Tensor transposed_;
    at::Tensor mean_;
    at::Tensor scale_;
};

} // namespace knockscape
