#pragma once

#include "engine/cell/cell.h"
#include "engine/core/interval_facts.h"
#include "engine/core/job_control.h"
#include "engine/core/ranking_facts.h"
#include "engine/training/labels.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace knockscape
{

/// What to train on what. Where the labels assign splits they are kept; the rest is split at random by `seed`.
struct TrainingRequest {
    std::shared_ptr<const Cell> cell;
    LabelTable labels;
    /// Hyper-parameters as JSON text (names of model.md); empty for the defaults.
    std::string configJson;
    int epochs = 0; ///< 0: the default of the configuration
    std::uint64_t seed = 0;
    /// Seed of the random split where it is not `seed`: members of an ensemble differ in seed but hold out the same
    /// test rows. Their validation rows are drawn by `seed` from the rest.
    std::optional<std::uint64_t> splitSeed;
    double validationFraction = 0.1;
    std::filesystem::path output;
    /// Go on from the checkpoint beside `output` (checkpointPath()) where there is one.
    bool resume = false;
    /// Seconds between checkpoints, which are written at the end of an epoch and removed when training has finished;
    /// negative for none. After a cancellation the last one stays.
    double checkpointSeconds = -1.0;
};

/// One epoch, as it is reported while training.
struct EpochReport {
    int epoch = 0;
    int epochs = 0;
    double trainLoss = 0.0;
    double validationLoss = 0.0;
    /// Pearson correlations on the validation rows; NaN with fewer than two such rows.
    double fitnessPearson = std::numeric_limits<double>::quiet_NaN();
    double interactionPearson = std::numeric_limits<double>::quiet_NaN();
    double seconds = 0.0;
    /// The best epoch so far, whose weights would be kept if training stopped now.
    int bestEpoch = 0;
    /// Seconds that the remaining epochs would take at the pace so far; early stopping may come before.
    double secondsLeft = 0.0;
};

/// Called on the training thread after every epoch.
using TrainingObserver = std::function<void(const EpochReport &)>;

/// What came of it. The model of the best validation epoch is at TrainingRequest::output.
struct TrainingResult {
    int epochs = 0;
    int bestEpoch = 0;
    bool cancelled = false;
    /// Held-out metrics of the saved model and of the baselines ("fitness_pearson", "multiplicative_fitness_pearson",
    /// "additive_fitness_pearson", …), also written into the model file.
    std::map<std::string, double> metrics;
    /// What each score of the saved model finds among the validation rows, also written into the model file.
    RankingFacts ranking;
    /// How far the saved model's predictions are off, also written into the model file.
    IntervalFacts intervals;
};

} // namespace knockscape
