#pragma once

#include "engine/plan/candidate_pool.h"
#include "engine/plan/plan.h"

#include <string>
#include <vector>

namespace knockscape
{

/// What may be planned.
struct PlanCandidates {
    std::vector<Candidate> kept;
    /// As PlanExclusions; no other candidate is worth more than `mostLeftOut`.
    PlanExclusions excluded;
    double mostLeftOut = 0.0;
    /// What the probabilities rest on (InteractionDistributions::basis()).
    std::string basis;
};

/// Goes through the source once (engine/inference/screen_evaluator.h), in memory that does not grow with it. Throws
/// Cancelled.
PlanCandidates findCandidates(Predictor &predictor, const PlanRequest &request, const JobControl &control);

/// Probability of a hit.
double hitProbability(const InteractionDistribution &distribution, double threshold);

} // namespace knockscape
