#pragma once

#include <span>

namespace knockscape::reference
{

/// How far `actual` lies from `expected`: the largest difference, relative to the largest expected value where that is
/// beyond 1. Infinite where the sizes differ or a difference is not finite.
double deviation(std::span<const double> actual, std::span<const double> expected);

} // namespace knockscape::reference
