#pragma once

#include "engine/module/benchmark.h"

#include <ATen/ATen.h>

#include <vector>

namespace knockscape
{

/// Compares, for every convolution in both flavours and with two sets of options, the forward pass, the tables and
/// the screen on the CPU with the independent reference (engine/nn/reference, 1e-5), intermediate tensors included, and
/// the first two on `device` with those on the CPU (1e-4; left out where `device` is the CPU). Random cell, every
/// tensor random.
std::vector<SelfCheck> runSelfChecks(const at::Device &device, const JobControl &control);

} // namespace knockscape
