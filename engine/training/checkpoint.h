#pragma once

#include "engine/nn/tensor_map.h"
#include "engine/training/checkpoint_file.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// All that training needs to go on after the end of an epoch as if nothing had happened. Tensors are on the CPU.
struct Checkpoint {
    /// What it belongs to: labels, genes, hyper-parameters, seeds. Another training does not go on from here.
    std::string fingerprint;
    TensorMap model;
    TensorMap averaged;
    TensorMap best;
    std::vector<at::Tensor> firstMoments;
    std::vector<at::Tensor> secondMoments;
    std::int64_t steps = 0;
    int epoch = 0;
    /// The latest of bestEpochs.
    int bestEpoch = 0;
    int reducedAt = 0;
    /// Of the parts of BestEpochs, in their order.
    std::vector<int> bestEpochs;
    std::vector<double> bestScores;
    double rateReduction = 1.0;
    /// States of the generators that shuffle rows (as text) and draw dropout (uint8).
    std::string shuffling;
    at::Tensor dropout;
};

/// Writes it atomically, as a safetensors file. Throws EngineError.
void writeCheckpoint(const std::filesystem::path &path, const Checkpoint &checkpoint);

/// Nothing where there is no such file. Throws InputError for a file that cannot be used or belongs to a training with
/// another fingerprint.
std::optional<Checkpoint> readCheckpoint(const std::filesystem::path &path, const std::string &fingerprint);

} // namespace knockscape
