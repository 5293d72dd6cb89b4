#pragma once

#include "engine/cell/cell.h"
#include "engine/training/trainable_model.h"
#include "engine/training/training_config.h"

#include <cstdint>

namespace knockscape
{

/// Whether the interactions of such a model share no learned weight with its fitness: factors alone explain them, and
/// they come from profiles alone.
bool interactionStandsAlone(const ModelConfig &modelConfig, const TrainingConfig &config);

/// The model that training begins with, on `device`. Its heads are small, so that the first step is near fitness 1 and
/// interaction 0 instead of far from both. Where factors explain interactions, attention over the deleted genes is
/// silenced for good unless TrainingConfig::interactionAttention asks for it, and so is what the encoder says to the
/// factors unless TrainingConfig::interactionEncoder does. Learned vectors are tied to `profiles`, the
/// rows of geneProfiles(); undefined where TrainingConfig::profileComponents is 0.
TrainableModel startingModel(const Cell &cell, const ModelConfig &modelConfig, const TrainingConfig &config,
                             const at::Tensor &profiles, std::uint64_t seed, const at::Device &device);

} // namespace knockscape
