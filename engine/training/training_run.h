#pragma once

#include "engine/core/job_control.h"
#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/adam_w.h"
#include "engine/training/best_epochs.h"
#include "engine/training/checkpoint.h"
#include "engine/training/factor_blend.h"
#include "engine/training/gene_profiles.h"
#include "engine/training/learning_rate.h"
#include "engine/training/trainable_model.h"
#include "engine/training/training.h"
#include "engine/training/training_data.h"
#include "engine/training/training_rows.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>

namespace knockscape
{

/// What a checkpoint must agree with to be gone on from: labels, genes, options and seed.
std::string trainingFingerprint(const TrainingRequest &request, const TrainingConfig &config,
                                const ModelConfig &modelConfig);

/// Trains one model; keeps a copy of its best epochs.
class Trainer
{
public:
    Trainer(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
            const ModelConfig &modelConfig, const at::Device &device);

    TrainingResult run(const TrainingObserver &observer, const JobControl &control);
    /// The weights of the best epochs, with the closed-form fits of interactions.
    CellLatentPerturbation best() const;
    /// What its learned vectors owe to the blocks of the cell's profile (ModelFile::evidence); none without profiles.
    std::map<std::string, at::Tensor> evidence() const;
    const CellTensors &cell() const { return cell_; }

private:
    /// The weights of the best epochs alone.
    CellLatentPerturbation bestOfEpochs() const;

    using Clock = std::chrono::steady_clock;

    /// Tells the model the spread of its interaction labels, the unit it computes in.
    void setUnits();
    /// Fits interactions in closed form, for best().
    void fitFactors(const JobControl &control);
    /// Whether what is still learnt is interactions alone, which then need no pass of the encoder.
    bool fitnessIsDone() const;
    /// Whether nothing has become better for as long as patience lasts.
    bool isDone() const;
    /// The outputs of one step's genotypes, with gradients; no fitness once that is done.
    ModelOutputs stepOutputs(const GenotypeBatch &genotypes) const;
    /// Takes the step's weights into the average.
    void average();
    double trainEpoch(const JobControl &control);
    /// Trains and validates one epoch, and keeps its weights where they are the best so far.
    EpochReport runEpoch(const JobControl &control);
    void lowerRateOnPlateau();
    Checkpoint checkpoint() const;
    /// Throws InputError where the checkpoint lacks something or its shapes are others; nothing has changed then.
    void restore(const Checkpoint &checkpoint);
    void writeCheckpointWhenDue();
    /// Returns interactionAgreement() of the validation rows.
    double validate(EpochReport &report);
    at::Tensor jointLoss(const ModelOutputs &outputs, const TrainingRows &rows) const;

    const TrainingRequest &request_;
    const TrainingConfig &config_;
    const ModelConfig &modelConfig_;
    std::string fingerprint_;
    GeneProfiles profiles_;
    TrainableModel model_;
    TrainableModel averaged_;
    CellTensors cell_;
    TargetScale scale_;
    TrainingRows training_;
    TrainingRows validation_;
    std::span<const Label> validationRows_;
    AdamW optimiser_;
    std::mt19937_64 random_;
    std::int64_t batchSize_ = 0;
    std::int64_t stepsPerEpoch_ = 0;
    std::int64_t stepsDone_ = 0;
    LearningRate rate_;
    int epoch_ = 0;
    /// The epoch in which a plateau was last counted from.
    int reducedAt_ = 0;
    BestEpochs best_;
    std::optional<FactorBlend> fits_;
    Clock::time_point lastCheckpoint_{};
};

} // namespace knockscape
