#pragma once

#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"
#include "engine/core/prediction_intervals.h"

#include <cstddef>
#include <limits>
#include <map>
#include <span>
#include <string>

namespace knockscape
{

/// What a measured interaction is expected to be around a predicted one: two halves of normal distributions that meet
/// at the prediction, which half of all values lie below, with a standard deviation of each side (the "two-piece"
/// distributions with equal shares; for the family see Wallis 2014, doi:10.1214/13-STS417).
struct InteractionDistribution {
    double centre = std::numeric_limits<double>::quiet_NaN();
    double below = std::numeric_limits<double>::quiet_NaN(); ///< standard deviation of the lower half
    double above = std::numeric_limits<double>::quiet_NaN();

    bool known() const noexcept { return below > 0.0 && above > 0.0; }
    /// Probability that the measured value is less than `value`.
    double probabilityBelow(double value) const;
    /// Root mean square deviation from the centre.
    double deviation() const;
};

/// Gives every prediction of these models its distribution: one whose 5 % and 95 % points are the ends of the
/// calibrated 90 % interval (PredictionIntervals). Where there is none, the best that the file tells, and basis() says
/// so: the error of all validation rows, else the spread of the models. Immutable, hence usable from any thread.
class InteractionDistributions
{
public:
    explicit InteractionDistributions(std::span<const ModelSummary> models);

    /// Not known() where the prediction has no interaction, or nothing says how far off it is.
    InteractionDistribution of(const Prediction &prediction, std::size_t n) const;
    const PredictionIntervals &intervals() const noexcept { return intervals_; }
    /// Where the distributions come from, a sentence in the person's language.
    const std::string &basis() const noexcept { return basis_; }
    /// Whether nine in ten values were seen to lie where they should.
    bool calibrated() const noexcept { return intervals_.any(); }

private:
    PredictionIntervals intervals_;
    /// Half width of the interval in standard deviations: 1.645 for 90 %.
    double quantile_ = 1.0;
    /// By number of deletions, root mean square error on validation rows.
    std::map<int, double> errors_;
    std::string basis_;
};

} // namespace knockscape
