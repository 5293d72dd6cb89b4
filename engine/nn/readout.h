#pragma once

#include "engine/nn/genotype_batch.h"
#include "engine/nn/layers.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_map.h"

#include <ATen/ATen.h>

namespace knockscape::layers
{

/// φ: the node MLP of the whole/intact set network on each gene, [genes, hidden]. Independent of the genotype.
at::Tensor geneContributions(const Scope &model, const at::Tensor &combined, const ModelConfig &config,
                             const Mode &mode);

/// The fitness head on a pooled set of contributions [rows, hidden] → [rows].
at::Tensor fitnessOfPool(const Scope &model, const at::Tensor &pooled, const ModelConfig &config, const Mode &mode);

/// Fitness relative to wild type from the two heads and, in the native flavour, the deleted genes' additive terms
/// [rows] (undefined otherwise): the link functions of both flavours (engine/nn/README.md).
at::Tensor linkFitness(const at::Tensor &intact, const at::Tensor &whole, const at::Tensor &additive,
                       const ModelConfig &config);

/// The same with the additive term taken from the summed contributions of the deleted genes [rows, hidden].
at::Tensor relativeFitness(const Scope &model, const at::Tensor &intact, const at::Tensor &whole,
                           const at::Tensor &deleted, const ModelConfig &config);

/// Fitness of each genotype, [genotypes], with pools taken as Σ over all genes minus the deleted ones.
at::Tensor predictFitness(const Scope &model, const at::Tensor &combined, const GenotypeBatch &batch,
                          const ModelConfig &config, const Mode &mode);

/// The perturbed Set Transformer: rows [genotypes, longest, hidden] of `combined` under a mask → z_pert
/// [genotypes, hidden]; 0 for an empty set. `scope` is "perturbed_processor.".
at::Tensor encodePerturbed(const Scope &scope, const at::Tensor &rows, const at::Tensor &mask,
                           const ModelConfig &config, const Mode &mode);

/// The interaction head on z_pert → [genotypes], plus `factorTerm` [genotypes] where the model has one (undefined
/// otherwise). Native: exactly 0 for fewer than two deletions.
at::Tensor interactionOf(const Scope &model, const at::Tensor &perturbed, const at::Tensor &factorTerm,
                         const at::Tensor &counts, const ModelConfig &config, const Mode &mode);

/// The factor part of the interaction (interaction_factors.h) of each genotype; undefined where the model has none.
at::Tensor interactionFactorTerm(const Scope &model, const at::Tensor &combined, const GenotypeBatch &batch,
                                 const ModelConfig &config, const Mode &mode);

} // namespace knockscape::layers
