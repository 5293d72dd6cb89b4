#pragma once

#include "engine/core/job_control.h"

#include <string>
#include <vector>

namespace knockscape
{

/// What `bench` is asked for.
struct BenchmarkRequest {
    /// Really run all pairs of a yeast genome and all triples of a panel (about a minute or two) instead of a part.
    bool allPairs = false;
};

/// One measured figure of `bench`.
struct BenchmarkFigure {
    std::string name; ///< stable key, e.g. "pairs_per_second"
    double value = 0.0;
    std::string unit;
    std::string meaning;
};

/// One comparison of `selfcheck`.
struct SelfCheck {
    std::string name;
    /// The largest deviation, and the tensor or answer it is in ("z_pert", "fitness", …).
    double worst = 0.0;
    std::string part;
    double tolerance = 0.0;

    /// False for NaN as well.
    bool passed() const noexcept { return worst <= tolerance; }
};

} // namespace knockscape
