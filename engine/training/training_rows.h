#pragma once

#include "engine/nn/genotype_batch.h"
#include "engine/training/labels.h"
#include "engine/training/training_config.h"

#include <ATen/ATen.h>

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// Standard deviations by which residuals are divided, and how much a row counts by its uncertainty. Taken from the
/// training rows and used for validation rows as well.
struct TargetScale {
    double fitness = 1.0;
    double interaction = 1.0;
    /// Variance of the fitness labels; 0 when uncertainties do not count.
    double fitnessVariance = 0.0;
    /// How much an interaction of one source and order counts; 1 where it is not named. Sources whose values spread
    /// less than others count more (TrainingConfig::sourceBalance).
    std::map<std::pair<std::string, std::size_t>, double> interactionWeights;
    /// Standard deviation of the interactions of pairs and of larger sets: the units the model computes in.
    double pairUnit = 1.0;
    double largerUnit = 1.0;
};

TargetScale targetScale(std::span<const Label> training, const TrainingConfig &config);

/// One phenotype's targets of a set of rows: a value and a weight each, [rows]; the weight is 0 where the value is
/// missing.
struct Targets {
    at::Tensor value;
    at::Tensor weight;
};

/// Rows as tensors on the device.
struct TrainingRows {
    GenotypeBatch genotypes;
    Targets fitness;
    Targets interaction;
    /// Knocked-out genes per row, on the CPU side.
    std::vector<std::int64_t> counts;

    std::int64_t size() const { return genotypes.size(); }
    /// The rows `indices` (int64, on the CPU), their genotypes padded to the longest among them.
    TrainingRows select(const at::Tensor &indices) const;
};

TrainingRows makeTrainingRows(std::span<const Label> rows, std::int64_t geneCount, const TargetScale &scale,
                              const at::Device &device);

/// Σ weight · loss((prediction − value) / scale) over the rows with a value, and Σ weight. Rows without a value pass no
/// gradient.
struct WeightedLoss {
    at::Tensor sum;
    at::Tensor weight;
};

WeightedLoss weightedLoss(const at::Tensor &prediction, const Targets &targets, double scale, LossKind kind);

} // namespace knockscape
