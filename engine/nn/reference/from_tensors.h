#pragma once

#include "engine/nn/reference/parameters.h"
#include "engine/nn/tensor_map.h"

namespace knockscape::reference
{

/// The tensors of a model, on whatever device, as doubles: the one place where the reference meets libtorch.
Parameters fromTensors(const TensorMap &tensors);

} // namespace knockscape::reference
