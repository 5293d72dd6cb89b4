#include "engine/nn/reference/from_tensors.h"

#include <ATen/ATen.h>

#include <utility>

namespace knockscape::reference
{

Parameters fromTensors(const TensorMap &tensors)
{
    Parameters parameters;
    for (const auto &[name, tensor] : tensors) {
        const at::Tensor plain = tensor.detach().to(at::kCPU, at::kDouble).contiguous();
        const auto *data = plain.data_ptr<double>();
        parameters.add(name, tensor.sizes().vec(), Vector(data, data + plain.numel()));
    }
    return parameters;
}

} // namespace knockscape::reference
