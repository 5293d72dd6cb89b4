#pragma once

#include "engine/training/labels.h"

#include <limits>
#include <utility>

namespace knockscape::tests
{

inline constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

/// One row; NaN where a value was not measured.
inline Label label(Genotype genotype, double fitness, double interaction = NaN)
{
    Label result;
    result.genotype = std::move(genotype);
    result.fitness = fitness;
    result.interaction = interaction;
    return result;
}

} // namespace knockscape::tests
