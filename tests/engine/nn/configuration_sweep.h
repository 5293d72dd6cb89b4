#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/model_config.h"

#include <string>
#include <vector>

namespace knockscape::tests
{

/// A configuration and what to call it.
struct NamedConfig {
    std::string name;
    ModelConfig config;
};

/// Every option of every convolution, and every pair of convolution with norm, activation, input, number of edge types,
/// mapping, attention, skip and depth, in both flavours; for edgeCaseCell().
std::vector<NamedConfig> configurationSweep();

/// A configuration drawn from everything at once, for edgeCaseCell().
NamedConfig arbitraryConfig(unsigned seed);

/// A small cell with what real ones surprise with: self loops, messages twice, genes without neighbours or reactions,
/// the last gene in no network, a network without edges and one with an odd name; reactions that name a gene twice or
/// one that the cell lacks, all coefficients 0, a metabolite on both sides.
Cell edgeCaseCell(unsigned seed);

} // namespace knockscape::tests
