#include "engine/training/learning_rate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace knockscape
{

namespace
{

/// Last learning rate of the cosine schedule, relative to the highest.
constexpr double FinalRate = 0.01;

} // namespace

LearningRate::LearningRate(const TrainingConfig &config, std::int64_t totalSteps)
    : config_(config), totalSteps_(static_cast<double>(std::max<std::int64_t>(1, totalSteps)))
{
}

double LearningRate::at(std::int64_t step) const
{
    const double done = static_cast<double>(step) / totalSteps_;
    if (done < config_.warmup) {
        return config_.learningRate * static_cast<double>(step + 1) / std::max(1.0, config_.warmup * totalSteps_);
    }
    if (config_.schedule == Schedule::Cosine) {
        const double part = (done - config_.warmup) / std::max(1e-9, 1.0 - config_.warmup);
        const double wave = 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(1.0, part)));
        return config_.learningRate * (FinalRate + (1.0 - FinalRate) * wave);
    }
    return config_.learningRate * reduction_;
}

void LearningRate::reduce()
{
    reduction_ = std::max(reduction_ * 0.5, FinalRate);
}

} // namespace knockscape
