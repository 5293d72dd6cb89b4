#include "engine/nn/cell_latent_perturbation.h"

#include "engine/nn/gene_encoder.h"
#include "engine/nn/layers.h"
#include "engine/nn/metabolism.h"
#include "engine/nn/readout.h"

#include <utility>

namespace knockscape
{

CellLatentPerturbation::CellLatentPerturbation(ModelConfig config, TensorMap tensors)
    : config_(std::move(config)), tensors_(std::move(tensors))
{
}

std::vector<at::Tensor> CellLatentPerturbation::trainable() const
{
    std::vector<at::Tensor> result;
    for (const auto &[name, tensor] : tensors_) {
        if (!isBuffer(name) && tensor.is_floating_point()) {
            result.push_back(tensor);
        }
    }
    return result;
}

CellLatentPerturbation CellLatentPerturbation::to(const at::Device &device) const
{
    TensorMap moved;
    for (const auto &[name, tensor] : tensors_) {
        moved.emplace(name, tensor.to(device));
    }
    return {config_, std::move(moved)};
}

CellLatentPerturbation CellLatentPerturbation::clone() const
{
    TensorMap copies;
    for (const auto &[name, tensor] : tensors_) {
        copies.emplace(name, tensor.detach().clone());
    }
    return {config_, std::move(copies)};
}

EncodedCell CellLatentPerturbation::encode(const CellTensors &cell, bool training) const
{
    const Scope model(tensors_);
    EncodedCell result;
    result.gene = layers::encodeGenes(model.sub("gene_encoder"), cell, config_, training);
    result.metabolism = layers::encodeMetabolism(model.sub("metabolism_processor"), cell, config_, training);
    result.combined = layers::mlp(model.sub("combiner"), at::cat({result.gene, result.metabolism}, 1),
                                  config_.combinerLayers, true, ActivationType::Relu, {training, config_.dropout});
    return result;
}

ModelOutputs CellLatentPerturbation::forward(const at::Tensor &combined, const GenotypeBatch &batch,
                                             bool training) const
{
    ModelOutputs result = forwardInteraction(combined, batch, training);
    result.fitness = layers::predictFitness(Scope(tensors_), combined, batch, config_, {training, config_.dropout});
    return result;
}

ModelOutputs CellLatentPerturbation::forwardInteraction(const at::Tensor &combined, const GenotypeBatch &batch,
                                                        bool training) const
{
    const Scope model(tensors_);
    const layers::Mode mode{training, config_.dropout};
    const at::Tensor rows =
        combined.index_select(0, batch.genes.reshape({-1})).view({batch.genes.size(0), batch.genes.size(1), -1});
    ModelOutputs result;
    result.perturbed = layers::encodePerturbed(model.sub("perturbed_processor"), rows, batch.mask, config_, mode);
    result.interaction = layers::interactionOf(model, result.perturbed,
                                               layers::interactionFactorTerm(model, combined, batch, config_, mode),
                                               batch.counts(), config_, mode);
    return result;
}

} // namespace knockscape
