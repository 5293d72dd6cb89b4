#pragma once

#include <string_view>

namespace knockscape
{

/// True for hyper-parameters that torchcell has but that its forward pass never uses ("out_channels", …).
bool isUnusedHyperparameter(std::string_view key);

} // namespace knockscape
