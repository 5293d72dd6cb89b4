#include "engine/training/uniform_matrix.h"

namespace knockscape
{

at::Tensor uniformMatrix(std::int64_t rows, std::int64_t columns, double bound, std::mt19937_64 &random)
{
    at::Tensor matrix = at::empty({rows, columns}, at::kFloat);
    auto *data = matrix.data_ptr<float>();
    for (std::int64_t i = 0; i < matrix.numel(); ++i) {
        const double unit = static_cast<double>(random() >> 11) * 0x1p-53;
        data[i] = static_cast<float>((2.0 * unit - 1.0) * bound);
    }
    return matrix;
}

} // namespace knockscape
