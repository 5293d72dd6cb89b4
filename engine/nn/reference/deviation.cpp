#include "engine/nn/reference/deviation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::reference
{

double deviation(std::span<const double> actual, std::span<const double> expected)
{
    if (actual.size() != expected.size()) {
        return std::numeric_limits<double>::infinity();
    }
    double largest = 0.0;
    double scale = 1.0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const double difference = std::abs(actual[i] - expected[i]);
        if (!std::isfinite(difference)) {
            return std::numeric_limits<double>::infinity();
        }
        largest = std::max(largest, difference);
        scale = std::max(scale, std::abs(expected[i]));
    }
    return largest / scale;
}

} // namespace knockscape::reference
