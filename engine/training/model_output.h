#pragma once

#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/evaluation.h"
#include "engine/training/training.h"
#include "engine/training/training_config.h"
#include "engine/training/training_data.h"

namespace knockscape
{

/// The model's answers without gradients, the cell encoded once, in pieces that keep memory small.
ModelOutputs predictRows(const CellLatentPerturbation &model, const CellTensors &cell, const GenotypeBatch &genotypes);

/// The interactions of a model whose factors hear nothing of the encoder (interactionStandsAlone()), [genotypes],
/// without a pass of it.
ModelOutputs forwardFactors(const CellLatentPerturbation &model, const GenotypeBatch &genotypes, bool training);

/// What a training ends with.
struct TrainedModel {
    CellLatentPerturbation model;
    /// ModelFile::evidence.
    TensorMap evidence;
};

/// Outputs as plain numbers.
PhenotypeValues toValues(const ModelOutputs &outputs);

/// Measures the model on the held-out rows beside the baselines (into result.metrics), what its scores find among the
/// validation rows (into result.ranking), how far its predictions are off (into result.intervals), and writes it with
/// all facts of its training to request.output.
void writeTrainedModel(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
                       const TrainedModel &trained, const CellTensors &cell, TrainingResult &result);

} // namespace knockscape
