#pragma once

#include "engine/nn/cell_tensors.h"
#include "engine/nn/genotype_batch.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// What the encoder makes of a cell, one row per gene; none of it depends on a genotype.
struct EncodedCell {
    at::Tensor gene;       ///< step 1, [genes, hidden]
    at::Tensor metabolism; ///< step 2, [genes, hidden]
    at::Tensor combined;   ///< step 3, [genes, hidden]
};

/// What the model answers for a batch of genotypes.
struct ModelOutputs {
    at::Tensor fitness;     ///< relative to wild type = 1, [genotypes]
    at::Tensor interaction; ///< ε or τ, [genotypes]
    at::Tensor perturbed;   ///< z_pert, [genotypes, hidden]
};

/// The model of model.md: hyper-parameters and named tensors; every pass is a function of both.
///
/// Differentiable: train by setting requires_grad on trainable() and calling encode() and forward() with
/// `training` = true (dropout, batch statistics). Copying shares the tensors. Passes only read the tensors, except that
/// training updates running statistics in place, so several threads may predict with one model.
class CellLatentPerturbation
{
public:
    CellLatentPerturbation(ModelConfig config, TensorMap tensors);

    const ModelConfig &config() const noexcept { return config_; }
    const TensorMap &tensors() const noexcept { return tensors_; }
    /// The tensors that gradients train, in name order (running statistics left out).
    std::vector<at::Tensor> trainable() const;
    /// The same model with its tensors on `device`.
    CellLatentPerturbation to(const at::Device &device) const;
    /// A deep copy, detached: a snapshot of the best epoch.
    CellLatentPerturbation clone() const;

    /// Steps 1 to 3.
    EncodedCell encode(const CellTensors &cell, bool training = false) const;
    /// Steps 4 to 7 for a batch. `combined` is EncodedCell::combined.
    ModelOutputs forward(const at::Tensor &combined, const GenotypeBatch &batch, bool training = false) const;
    /// Steps 5 to 7 alone: the same perturbed and interaction, and no fitness.
    ModelOutputs forwardInteraction(const at::Tensor &combined, const GenotypeBatch &batch,
                                    bool training = false) const;

private:
    ModelConfig config_;
    TensorMap tensors_;
};

/// A model with random parameters for cells of these sizes. The same seed gives the same tensors with every libtorch.
CellLatentPerturbation makeModel(const ModelConfig &config, const CellSizes &sizes, std::uint64_t seed);

/// The same with every tensor random, also those that training starts at 0 or 1, and a fitness head that is not near 0:
/// for comparing implementations.
CellLatentPerturbation makeArbitraryModel(const ModelConfig &config, const CellSizes &sizes, std::uint64_t seed);

} // namespace knockscape
