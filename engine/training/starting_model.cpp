#include "engine/training/starting_model.h"

#include <string>

namespace knockscape
{

namespace
{

constexpr const char *FitnessHead = "fitness_head.";
constexpr const char *InteractionHead = "gene_interaction_head.";
constexpr const char *FactorsOfEncoder = "interaction_factors.project.";

/// The weight [1, channels] or the bias [1] that a head's answer comes from.
bool isLastOf(const std::string &head, const std::string &name, const at::Tensor &tensor)
{
    return name.starts_with(head) && tensor.size(0) == 1;
}

void makeHeadsSmall(const TensorMap &tensors)
{
    constexpr double part = 0.05;
    for (const auto &[name, tensor] : tensors) {
        if (tensor.dim() == 2 && (isLastOf(FitnessHead, name, tensor) || isLastOf(InteractionHead, name, tensor))) {
            tensor.mul_(part);
        }
    }
}

void silence(TrainableModel &model, const std::string &prefix)
{
    for (const auto &[name, tensor] : model.state()) {
        if (name.starts_with(prefix)) {
            tensor.zero_();
        }
    }
    model.freeze(prefix);
}

void silenceAttention(TrainableModel &model)
{
    for (const auto &[name, tensor] : model.state()) {
        if (isLastOf(InteractionHead, name, tensor)) {
            tensor.zero_();
        }
    }
    model.freeze(InteractionHead);
    model.freeze("perturbed_processor.");
}

} // namespace

bool interactionStandsAlone(const ModelConfig &modelConfig, const TrainingConfig &config)
{
    return modelConfig.interactionFactors > 0 && !config.interactionAttention && !config.interactionEncoder &&
           config.profileComponents > 0;
}

TrainableModel startingModel(const Cell &cell, const ModelConfig &modelConfig, const TrainingConfig &config,
                             const at::Tensor &profiles, std::uint64_t seed, const at::Device &device)
{
    const CellLatentPerturbation model = makeModel(modelConfig, cellSizes(cell), seed).to(device);
    makeHeadsSmall(model.tensors());
    TrainableModel trainable(model, profiles, seed);
    if (modelConfig.interactionFactors > 0 && !config.interactionAttention) {
        silenceAttention(trainable);
    }
    if (interactionStandsAlone(modelConfig, config)) {
        silence(trainable, FactorsOfEncoder);
    }
    return trainable;
}

} // namespace knockscape
