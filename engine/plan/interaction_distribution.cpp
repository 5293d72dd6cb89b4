#include "engine/plan/interaction_distribution.h"

#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>

namespace knockscape
{

namespace
{

double normalBelow(double z)
{
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// The z that a standard normal value stays below with probability `p`, by bisection.
double normalQuantile(double p)
{
    double low = -10.0;
    double high = 10.0;
    for (int step = 0; step < 100; ++step) {
        const double middle = 0.5 * (low + high);
        (normalBelow(middle) < p ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// Root mean square errors of interactions on validation rows, the largest of the models, by number of deletions.
std::map<int, double> validationErrors(std::span<const ModelSummary> models)
{
    std::map<int, double> errors;
    for (const ModelSummary &model : models) {
        for (const int order : {2, 3}) {
            const auto found =
                model.training.metrics.find(std::string("interaction_mse_order").append(std::to_string(order)));
            if (found != model.training.metrics.end() && found->second > 0.0) {
                errors[order] = std::max(errors[order], std::sqrt(found->second));
            }
        }
    }
    return errors;
}

} // namespace

double InteractionDistribution::probabilityBelow(double value) const
{
    return normalBelow((value - centre) / (value < centre ? below : above));
}

double InteractionDistribution::deviation() const
{
    return std::sqrt(0.5 * (below * below + above * above));
}

InteractionDistributions::InteractionDistributions(std::span<const ModelSummary> models) : intervals_(models)
{
    if (intervals_.any()) {
        quantile_ = normalQuantile(0.5 * (1.0 + intervals_.facts().level));
        basis_ = translate("Engine", "Probabilities come from the model's calibrated intervals.");
        return;
    }
    errors_ = validationErrors(models);
    if (!errors_.empty()) {
        basis_ = translate("Engine", "The model has no calibrated intervals: probabilities take the same error for all "
                                     "genotypes, that of its validation rows. “model calibrate” gives each its own.");
    } else if (models.size() > 1) {
        basis_ = translate("Engine", "These models have neither calibrated intervals nor recorded errors: "
                                     "probabilities come from the spread of the models, which is no error and makes "
                                     "them too sure. Calibrate the models first (“model calibrate”).");
    } else {
        basis_ = translate("Engine", "The model does not say how far off its interactions are: there is no probability "
                                     "of a hit. Calibrate it first (“model calibrate”).");
    }
}

InteractionDistribution InteractionDistributions::of(const Prediction &prediction, std::size_t n) const
{
    InteractionDistribution result;
    if (n < 2 || std::isnan(prediction.interaction)) {
        return result;
    }
    result.centre = prediction.interaction;
    if (intervals_.any()) {
        const Interval interval = intervals_.interaction(prediction, n);
        if (interval.known()) {
            // A prediction may lie at an end of its interval, where errors are that skew.
            const double least = 1e-3 * std::max(interval.width(), 1e-9);
            result.below = std::max(least, (prediction.interaction - interval.low) / quantile_);
            result.above = std::max(least, (interval.high - prediction.interaction) / quantile_);
        }
        return result;
    }
    const auto error = errors_.find(static_cast<int>(n));
    if (error != errors_.end()) {
        result.below = result.above = error->second;
    } else if (errors_.empty() && prediction.interactionSd > 0.0) {
        result.below = result.above = prediction.interactionSd;
    }
    return result;
}

} // namespace knockscape
