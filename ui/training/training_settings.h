#pragma once

#include "engine/module/torch_module.h"
#include "engine/training/splits.h"
#include "engine/training/training_config.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knockscape::ui
{

/// What a person sets before training. What is not set is left to the engine, whose defaults are the tried ones.
struct TrainingSettings {
    std::optional<int> epochs;
    int ensemble = 1;
    SplitKind split = SplitKind::Random;
    double validationFraction = 0.1;
    double testFraction = 0.1;
    std::uint64_t seed = 0;
    std::optional<LossKind> loss;
    std::optional<double> learningRate;
    std::optional<double> dropout;
    std::optional<int> hiddenChannels;
    /// "GCN", "GAT", "GIN" or "Transformer".
    std::optional<std::string> convolution;

    bool operator==(const TrainingSettings &) const = default;
    int epochsOrDefault() const { return epochs.value_or(TrainingConfig().epochs); }
};

/// The settings as the configuration that `train --config` takes.
std::string configJson(const TrainingSettings &settings);

/// Where labels came from, so that they can be read again: files, or a simulation.
struct LabelOrigin {
    std::vector<std::filesystem::path> files;
    /// Used where there are no files: see LabelService::simulate().
    int simulatedDoubles = 0;
    std::uint64_t simulationSeed = 0;
};

/// A member of an ensemble that is trained and written.
struct FinishedMember {
    int member = 0;
    std::string sha256;
};

/// One training, as it is started: an immutable snapshot.
struct TrainingPlan {
    std::shared_ptr<const Cell> cell;
    std::filesystem::path cellFolder;
    std::shared_ptr<const LabelTable> labels;
    /// Where the labels came from, for the run history.
    QString labelsTitle;
    TrainingSettings settings;
    TorchSettings torch;
    /// The model to write; members of an ensemble get .1, .2, … before the extension.
    std::filesystem::path output;
    LabelOrigin labelOrigin = {};
    /// Goes on from the checkpoints of a training that was interrupted, whose finished members are kept.
    bool resume = false;
    std::vector<FinishedMember> finished = {};

    std::filesystem::path memberPath(int member) const { return memberPath(output, member, settings.ensemble); }
    static std::filesystem::path memberPath(const std::filesystem::path &output, int member, int ensemble);
    /// What the engine is asked to do for one member.
    TrainingRequest request(int member) const;
};

} // namespace knockscape::ui
