#pragma once

#include "engine/core/model_summary.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>

namespace knockscape
{

/// What a predicted quantity is worth, in numbers.
struct ColumnWorth {
    /// Rows that trained nothing, and how predictions correlate with their measured values; 0 rows: not validated.
    std::int64_t count = 0;
    double pearson = std::numeric_limits<double>::quiet_NaN();
    /// 95 % confidence interval of the correlation; NaN where the file does not tell.
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// Of "fitness", "interaction" or "epistasis" of genotypes with `order` deletions, as the files of these models tell.
/// Of an ensemble that was calibrated together, what its mean reached; of others the least that one of them did.
ColumnWorth columnWorth(std::span<const ModelSummary> models, const std::string &quantity, int order);

/// In the person's language: "r 0.53 (0.50 to 0.56) on 2785 pairs that trained nothing", or that nobody validated it.
std::string describeWorth(std::span<const ModelSummary> models, const std::string &quantity, int order);

/// describeWorth() for every number of deletions that the models were trained on, a line each; empty where the models
/// say nothing of their training.
std::string describeWorth(std::span<const ModelSummary> models, const std::string &quantity);

} // namespace knockscape
