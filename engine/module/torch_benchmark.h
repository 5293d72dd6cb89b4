#pragma once

#include "engine/module/benchmark.h"

#include <ATen/ATen.h>

#include <vector>

namespace knockscape
{

/// Measures at the seed's sizes, on a random cell and model, on `device`: see BenchmarkFigure::meaning.
std::vector<BenchmarkFigure> runBenchmark(const at::Device &device, const JobControl &control);

/// Compares, for every convolution and flavour, the tables with the slow forward pass on the CPU (1e-5) and the tables
/// on `device` with those on the CPU (1e-4; left out where `device` is the CPU).
std::vector<SelfCheck> runSelfChecks(const at::Device &device, const JobControl &control);

} // namespace knockscape
