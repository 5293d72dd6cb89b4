#pragma once

#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/adam_w.h"
#include "engine/training/training_config.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace knockscape
{

/// "gene_encoder.node_embedding.weight" → "gene_encoder.node_embedding.weight.profile_map".
std::string profileMapName(const std::string &tensor);

/// A model while it is trained. Its learned vectors per gene (of the encoder's input and of the interaction factors)
/// are not free: each is an own part plus a linear map of the gene's profile, T = V + X·W, of which V and W are
/// learned. V is pulled to 0 by weight decay, so that a gene without labels is what its profile says. What is saved is
/// T, and the model that comes of it knows nothing of profiles. (Matrix factorisation with side information: Agarwal &
/// Chen 2009, doi:10.1145/1557019.1557029.)
class TrainableModel
{
public:
    /// `profiles` [genes, columns], see geneProfiles(); undefined leaves the vectors free. Deep copies the model.
    TrainableModel(const CellLatentPerturbation &model, at::Tensor profiles, std::uint64_t seed);

    /// Leaves every parameter whose name begins with `prefix` as it is.
    void freeze(const std::string &prefix) { frozen_.push_back(prefix); }
    /// The model of the present parameters. Gradients reach parameters() through it.
    CellLatentPerturbation model() const;
    /// Its tensors, and beside each that is tied to profiles the map W [columns, channels], under the name that
    /// profileMapName() gives: what a training keeps of its best epochs.
    TensorMap tensorsWithMaps() const;
    /// What gradients train, in name order.
    std::vector<at::Tensor> parameters() const;
    /// How each of parameters() learns.
    std::vector<LearningRule> learningRules(const TrainingConfig &config) const;
    /// Parameters and running statistics by name: what a checkpoint holds. Tensors are shared.
    const TensorMap &state() const noexcept { return state_; }
    /// Asks for gradients of parameters().
    void requireGradients() const;
    /// [genes, columns]; undefined where vectors are free.
    const at::Tensor &profiles() const noexcept { return profiles_; }
    /// A deep copy, detached.
    TrainableModel clone() const;

    /// The learned vectors that profiles can be part of, in the order of the channels of a model file's evidence
    /// (ModelFile::evidence).
    static std::vector<std::string> tiedTensors();

private:
    std::vector<std::string> trainedNames() const;

    ModelConfig config_;
    TensorMap state_;
    at::Tensor profiles_;
    std::vector<std::string> frozen_;
};

} // namespace knockscape
