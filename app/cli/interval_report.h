#pragma once

#include "engine/core/interval_facts.h"
#include "engine/core/ranking_facts.h"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace knockscape::cli
{

/// A line per quantity, number of deletions and group (source, support): correlation with its 95 % confidence interval,
/// slope of measured against predicted values, how many rows have an interval, which share of these lies in it, and
/// how wide it is. Separated by tabs.
void printMeasures(std::ostream &stream, const std::vector<QuantityMeasure> &measures);
nlohmann::json toJson(const std::vector<QuantityMeasure> &measures);

/// A line per number of deletions and score: which share of its 25, 50 and 100 best are hits, and what chance finds.
void printPrecision(std::ostream &stream, const RankingFacts &ranking);

/// "fitness, single deletions: 90.1 % of 464 rows that trained nothing lie in the interval, which is 0.42 wide".
/// Empty where no row has an interval.
std::string describe(const QuantityMeasure &measure);

} // namespace knockscape::cli
