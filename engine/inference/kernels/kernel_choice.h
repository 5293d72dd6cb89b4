#pragma once

#include "engine/inference/kernels/fused_kernel.h"

#include <vector>

namespace knockscape::kernels
{

/// The variants that this processor can run, fastest first; the portable one is always the last.
std::vector<const Kernel *> usableKernels();

/// The fastest variant, or the usable one that $KNOCKSCAPE_KERNEL names (for comparing them).
const Kernel &chosenKernel();

} // namespace knockscape::kernels
