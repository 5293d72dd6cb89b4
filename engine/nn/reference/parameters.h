#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace knockscape::reference
{

using Vector = std::vector<double>;
/// Rows of equal length.
using Matrix = std::vector<Vector>;

/// The tensors of a model by name, as plain doubles.
class Parameters
{
public:
    /// `values` in row-major order; their number is the product of `shape`.
    void add(const std::string &name, std::vector<std::int64_t> shape, Vector values);

    bool has(const std::string &name) const { return tensors_.count(name) != 0; }
    /// The values in order, whatever the shape. InputError naming the tensor where it is missing.
    const Vector &vector(const std::string &name) const;
    /// The rows of a tensor of two dimensions.
    Matrix matrix(const std::string &name) const;

private:
    struct Tensor {
        std::vector<std::int64_t> shape;
        Vector values;
    };
    const Tensor &find(const std::string &name) const;

    std::map<std::string, Tensor> tensors_;
};

} // namespace knockscape::reference
