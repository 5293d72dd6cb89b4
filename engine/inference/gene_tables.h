#pragma once

#include "engine/inference/table_snapshot.h"
#include "engine/nn/cell_latent_perturbation.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace knockscape
{

/// Linear, LayerNorm and ReLU of one block, or a last Linear, ready to run.
struct FoldedLinear {
    at::Tensor weight; ///< [in, out]: transposed, as addmm wants it
    at::Tensor bias;
};
struct FoldedBlock {
    FoldedLinear linear;
    at::Tensor normWeight;
    at::Tensor normBias;
};
/// One self-attention layer of the perturbed network.
struct AttentionLayer {
    FoldedLinear input; ///< [h, 3h], queries already scaled by 1/√d
    FoldedLinear output;
    at::Tensor normWeight;
    at::Tensor normBias;
};

/// Everything about a model and a cell that does not depend on the genotype, as one row per gene, so that a genotype
/// costs a few rows instead of a pass over the cell (model.md, "Why one knockout costs almost nothing"). Exact: only
/// sums are reordered and adjacent linear maps multiplied.
class GeneTables
{
public:
    /// `combined` is EncodedCell::combined; everything stays on its device.
    GeneTables(const CellLatentPerturbation &model, const at::Tensor &combined);

    struct Answers {
        at::Tensor fitness;     ///< [genotypes]
        at::Tensor interaction; ///< [genotypes]
    };
    /// Genotypes of one size: genes [genotypes, size] int64 on the tables' device.
    Answers answer(const at::Tensor &genes) const;

    /// Where such genotypes lie in the model's own space (Predictor::latent()), without its scale: mean over the
    /// deleted genes of what fitness is told of them, beside z_pert, or the mean of their factors where attention is
    /// silent, [genotypes, dimensions]; 0 for no deletions.
    struct Latent {
        at::Tensor fitness;
        at::Tensor interaction;
    };
    Latent latent(const at::Tensor &genes) const;

    /// The tables as plain numbers, for the fused kernel.
    TableSnapshot snapshot() const;

    at::Device device() const { return pool_.device(); }
    std::int64_t geneCount() const { return pool_.size(0); }

private:
    void buildFitness(const Scope &model, const at::Tensor &combined);
    void buildPerturbed(const Scope &model, const at::Tensor &combined);
    at::Tensor fitness(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const;
    at::Tensor interaction(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const;
    at::Tensor perturbed(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const;
    at::Tensor firstAttention(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const;
    /// The fitness head from the first pre-normalisation [rows, channels], which it overwrites.
    at::Tensor fitnessHead(at::Tensor value) const;

    ModelConfig config_;
    // Fitness: the first Linear after the pool, applied to each gene's contribution and to their sum.
    at::Tensor pool_;     ///< [genes, channels]
    at::Tensor poolSum_;  ///< [channels]
    at::Tensor poolBias_; ///< [channels]
    std::vector<FoldedBlock> fitnessBlocks_;
    FoldedLinear fitnessLast_;
    at::Tensor wholeHead_; ///< [1]
    at::Tensor additive_;  ///< [genes], native
    // Interaction: rows of the perturbed network's input and of its first layer.
    at::Tensor input_; ///< [genes, h]
    at::Tensor query_; ///< [genes, heads·d], scaled
    at::Tensor key_;   ///< [genes, heads·d]
    at::Tensor value_; ///< [genes, heads, h]: through the output projection of each head
    at::Tensor firstBias_;
    std::vector<AttentionLayer> attention_;
    at::Tensor outputNormWeight_;
    at::Tensor outputNormBias_;
    std::vector<FoldedBlock> interactionBlocks_;
    FoldedLinear interactionLast_;
    // The factor part of the interaction, where the model has one.
    at::Tensor factors_; ///< [genes, factors]
    TensorMap factorTensors_;
};

} // namespace knockscape
