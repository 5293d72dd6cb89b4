#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"
#include "engine/plan/plan.h"
#include "engine/training/labels.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// How planning is replayed.
struct ReplayRequest {
    int rounds = 5;
    std::size_t batch = 96;
    /// Every one of so many seeds, from the first on, draws the rows that are known at the beginning anew.
    int seeds = 5;
    std::uint64_t firstSeed = 0;
    /// Share of the pairs that are known at the beginning, at most 2,000 of them.
    double known = 0.1;
    double threshold = -0.12;
    PlanGoals goals;
    std::size_t mostPerGene = 0;
};

/// What one way to choose found.
struct ReplayedChoice {
    /// "plan", "ranking", "additive", "random".
    std::string name;
    std::vector<double> hitsPerSeed;
    /// Mean over the seeds of what each round found.
    std::vector<double> hitsPerRound;

    double mean() const;
};

struct ReplayResult {
    std::size_t pairs = 0; ///< with an interaction
    std::size_t known = 0; ///< at the beginning
    std::size_t hits = 0;  ///< among all pairs
    std::vector<ReplayedChoice> choices;

    const ReplayedChoice &find(const std::string &name) const;
};

/// Replays planning on labels: a model that knows a part of the measured pairs chooses what to measure next, what it
/// chose is revealed, it learns, and so on. Hits are pairs with an interaction below the threshold; all singles count
/// as known, so that every pair costs one strain. Each choice has its own model of the same kind, taught what it chose:
/// - plan: selectPanel() with the goals, from the probabilities and deviations of GaussianInteractions; in the last
///   round, after which nothing is asked, without learn;
/// - ranking: the lowest expected interactions of GaussianInteractions;
/// - additive: the lowest by AdditiveBaseline, which knows of genes alone;
/// - random: drawn.
/// A pair's value is the mean of its rows. Throws InputError for labels with fewer pairs than would be chosen,
/// Cancelled.
ReplayResult replayPlanning(const std::vector<Label> &labels, const Cell &cell, const ReplayRequest &request,
                            const JobControl &control);

} // namespace knockscape
