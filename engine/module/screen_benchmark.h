#pragma once

#include "engine/module/benchmark.h"

#include <ATen/ATen.h>

#include <functional>
#include <string>

namespace knockscape
{

/// Receives a figure as it is measured.
using FigureSink = std::function<void(const char *name, double value, const char *unit, const std::string &meaning)>;

/// Measures screens of a yeast genome (6,604 genes, h = 64) on `device`: rates, counted operations as a share of the
/// matrix rate measured beside them, and how the cost of a genotype grows with h, genes per genotype, genes of the cell
/// and threads. With `allPairs` all 21.8 million pairs and 41.9 million triples are really run, else a part of them.
/// Returns pairs per second.
double benchmarkScreens(const at::Device &device, bool allPairs, const FigureSink &add, const JobControl &control);

} // namespace knockscape
