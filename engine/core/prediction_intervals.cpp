#include "engine/core/prediction_intervals.h"

#include "engine/core/ranking_facts.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace knockscape
{

namespace
{

/// Whether these are all models that were calibrated together, each once.
bool areCalibratedTogether(std::span<const ModelSummary> models)
{
    std::set<int> members;
    for (const ModelSummary &model : models) {
        const EnsembleIntervals &own = model.training.ensembleIntervals;
        if (own.id.empty() || own.id != models.front().training.ensembleIntervals.id ||
            own.members != static_cast<int>(models.size())) {
            return false;
        }
        members.insert(own.member);
    }
    return members.size() == models.size();
}

} // namespace

PredictionIntervals::PredictionIntervals(std::span<const ModelSummary> models)
{
    if (models.empty()) {
        return;
    }
    if (models.size() == 1) {
        facts_ = models.front().training.intervals;
        if (facts_.empty()) {
            reason_ = translate("Engine", "No interval: the model file does not say how far its predictions are off. "
                                          "“model calibrate” measures it on labels, or train the model again.");
        }
    } else if (areCalibratedTogether(models)) {
        facts_ = models.front().training.ensembleIntervals.facts;
    } else {
        reason_ = translate("Engine", "No interval: nobody measured how far the mean of these models is off. “model "
                                      "calibrate” measures it on labels for all of them together.");
    }
}

Interval PredictionIntervals::fitness(const Prediction &prediction, std::size_t n) const
{
    if (n == 0) {
        return {};
    }
    Interval interval =
        facts_.fitness.around(prediction.fitness, 1.0, prediction.fitnessSd, static_cast<int>(n), prediction.support);
    interval.low = std::isnan(interval.low) ? interval.low : std::max(0.0, interval.low);
    return interval;
}

Interval PredictionIntervals::interaction(const Prediction &prediction, std::size_t n) const
{
    return n < 2 ? Interval()
                 : facts_.interaction.around(prediction.interaction, 0.0, prediction.interactionSd, static_cast<int>(n),
                                             prediction.support);
}

std::string PredictionIntervals::reason(const Prediction &prediction, std::size_t n) const
{
    if (!any() || n == 0) {
        return reason_;
    }
    const auto order = static_cast<int>(n);
    const bool lacksFitness = !std::isnan(prediction.fitness) && !fitness(prediction, n).known();
    const bool lacksInteraction = n > 1 && !std::isnan(prediction.interaction) && !interaction(prediction, n).known();
    if (!lacksFitness && !lacksInteraction) {
        return {};
    }
    const std::string what = !lacksInteraction ? translate("Engine", "fitness")
                             : !lacksFitness   ? translate("Engine", "interaction")
                                               : translate("Engine", "fitness and interaction");
    const std::vector<IntervalBin> &bins = (lacksInteraction ? facts_.interaction : facts_.fitness).bins;
    const bool knowsOrder =
        std::any_of(bins.begin(), bins.end(), [order](const IntervalBin &bin) { return bin.order == order; });
    if (knowsOrder && prediction.support == 0) {
        return translate("Engine",
                         "No interval (%1): no training genotype held one of these genes, and too few such %2 were "
                         "measured beside the training to say how far off predictions of them are.",
                         {what, nameOfOrder(order)});
    }
    return knowsOrder ? translate("Engine",
                                  "No interval (%1): training hardly saw one of these genes, and too few such %2 were "
                                  "measured beside it to say how far off predictions of them are.",
                                  {what, nameOfOrder(order)})
                      : translate("Engine",
                                  "No interval (%1): too few %2 were measured beside the training to say how far off "
                                  "predictions of them are.",
                                  {what, nameOfOrder(order)});
}

} // namespace knockscape
