#pragma once

#include "engine/core/prediction_intervals.h"

#include <QString>

#include <cstddef>

namespace knockscape::ui
{

/// What is said beside a predicted number of how sure it is.
struct Certainty {
    /// A few words: the interval ("0.71 to 0.95"), or where there is none but several models, "spread of models 0.020".
    /// Empty where nothing is known.
    QString words;
    /// Whole sentences, for a tooltip: what the interval means and how wide the models spread; why there is none.
    QString explanation;
};

Certainty fitnessCertainty(const PredictionIntervals &intervals, const Prediction &prediction, std::size_t deletions);
/// Of two deletions and more; empty for fewer.
Certainty interactionCertainty(const PredictionIntervals &intervals, const Prediction &prediction,
                               std::size_t deletions);

} // namespace knockscape::ui
