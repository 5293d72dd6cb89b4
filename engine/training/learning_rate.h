#pragma once

#include "engine/training/training_config.h"

#include <cstdint>

namespace knockscape
{

/// The learning rate of each step: a linear warm-up, then what the configuration's schedule says.
class LearningRate
{
public:
    LearningRate(const TrainingConfig &config, std::int64_t totalSteps);

    double at(std::int64_t step) const;

    /// For the plateau schedule: tells that the validation score has not risen for some epochs.
    void reduce();

    /// What reduce() made of the rate so far, relative to the start; for checkpoints.
    double reduction() const noexcept { return reduction_; }
    void setReduction(double reduction) noexcept { reduction_ = reduction; }

private:
    const TrainingConfig &config_;
    double totalSteps_;
    double reduction_ = 1.0;
};

} // namespace knockscape
