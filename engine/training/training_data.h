#pragma once

#include "engine/training/training.h"
#include "engine/training/training_config.h"

#include <vector>

namespace knockscape
{

/// The labels of a request, ready to train on: derived values filled in, split three ways.
struct TrainingData {
    std::vector<Label> training;
    std::vector<Label> validation;
    /// Never used to train or to choose; may be empty.
    std::vector<Label> test;

    /// The rows that metrics are reported on: test rows where there are any, else validation rows.
    const std::vector<Label> &heldOut() const noexcept { return test.empty() ? validation : test; }
};

/// How the rows are split that name no split themselves.
SplitOptions splitOptions(const TrainingRequest &request, const TrainingConfig &config);

/// Throws InputError when nothing is left to train on.
TrainingData prepareTrainingData(const TrainingRequest &request, const TrainingConfig &config);

} // namespace knockscape
