#pragma once

#include "engine/core/interval_facts.h"
#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"

#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace knockscape
{

/// Intervals that hold the measured value with a stated probability (IntervalFacts::level), for predictions of these
/// models: by number of deletions, support, spread and value of the prediction, looked up when asked for (some
/// nanoseconds). Immutable, hence usable from any thread.
class PredictionIntervals
{
public:
    /// None for any prediction.
    PredictionIntervals() = default;
    /// A single model's own; of several, those of their mean where they were calibrated together.
    explicit PredictionIntervals(std::span<const ModelSummary> models);
    /// Those of a run that is over.
    explicit PredictionIntervals(IntervalFacts facts) : facts_(std::move(facts)) {}

    /// NaN where there is none: for the wild type (1 by definition), and where reason() says why.
    Interval fitness(const Prediction &prediction, std::size_t n) const;
    Interval interaction(const Prediction &prediction, std::size_t n) const;

    /// Whether there are intervals at all.
    bool any() const noexcept { return !facts_.empty(); }
    const IntervalFacts &facts() const noexcept { return facts_; }
    /// Why these models have no intervals, in the person's language; empty where they have.
    const std::string &reason() const noexcept { return reason_; }
    /// Why this prediction has not both of them (an interaction only with two deletions or more); empty where it has.
    std::string reason(const Prediction &prediction, std::size_t n) const;

private:
    IntervalFacts facts_;
    std::string reason_;
};

} // namespace knockscape
