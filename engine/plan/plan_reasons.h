#pragma once

#include "engine/cell/cell.h"
#include "engine/core/model_summary.h"
#include "engine/plan/plan.h"

#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Why a genotype of a plan is in it, and what it takes, as sentences in the person's language.
std::vector<std::string> reasonsOf(const Plan &plan, std::size_t genotype, const PlanRequest &request, const Cell &cell,
                                   std::span<const ModelSummary> models);

/// The reasons of all of them: a page each, as text (pages divided by form feeds) and as HTML (printed a page each).
std::string reasonsAsText(const Plan &plan, const PlanRequest &request, const Cell &cell,
                          std::span<const ModelSummary> models);
std::string reasonsAsHtml(const Plan &plan, const PlanRequest &request, const Cell &cell,
                          std::span<const ModelSummary> models);

} // namespace knockscape
