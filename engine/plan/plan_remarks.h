#pragma once

#include "engine/plan/plan.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Plan::remarks. `basis`: what the probabilities rest on; `compared`: another evaluator was asked.
std::vector<std::string> remarksOf(const Plan &plan, const PlanRequest &request, const Cell &cell,
                                   const std::string &basis, bool compared);

/// Why there is no candidate, as the error of a plan.
Issue nothingToPlan(const PlanExclusions &excluded, const std::string &basis);

/// Every reason that holds for any genotype, with its count, as one sentence each.
std::vector<std::string> describe(const PlanExclusions &excluded);

} // namespace knockscape
