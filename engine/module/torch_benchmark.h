#pragma once

#include "engine/module/benchmark.h"

#include <ATen/ATen.h>

#include <vector>

namespace knockscape
{

/// Measures at the seed's sizes, on a random cell and model, on `device`: see BenchmarkFigure::meaning.
std::vector<BenchmarkFigure> runBenchmark(const at::Device &device, const BenchmarkRequest &request,
                                          const JobControl &control);

} // namespace knockscape
