#include "engine/nn/readout.h"

#include "engine/nn/interaction_factors.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape::layers
{

namespace
{

/// softplus(x + ln(e − 1)) is 1 at x = 0. The bounds keep float32 positive and finite; no gradient is lost inside.
at::Tensor positiveLink(const at::Tensor &logRatio)
{
    const double offset = std::log(std::expm1(1.0));
    const at::Tensor value = at::softplus((logRatio + offset).clamp(-60.0, 60.0));
    // Dividing by the same expression at 0, rather than by 1, makes the wild type exactly 1 in float32.
    const at::Tensor one = at::softplus(at::zeros({1}, logRatio.options()) + offset);
    return value / one;
}

at::Tensor head(const Scope &scope, const at::Tensor &z, const ModelConfig &config, const Mode &mode)
{
    return mlp(scope, z, std::max(1, config.headLayers - 1), true, ActivationType::Relu, mode).squeeze(-1);
}

/// [B, K, h] → [B, heads, K, h / heads]
at::Tensor splitHeads(const at::Tensor &x, std::int64_t heads)
{
    return x.reshape({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

at::Tensor selfAttention(const Scope &scope, const at::Tensor &x, const at::Tensor &forbidden,
                         const ModelConfig &config, const Mode &mode)
{
    const at::Tensor projected = at::linear(x, scope["in_proj_weight"], scope["in_proj_bias"]);
    const std::int64_t heads = config.setTransformerHeads;
    const std::int64_t width = x.size(2);
    const at::Tensor query = splitHeads(projected.narrow(2, 0, width), heads);
    const at::Tensor key = splitHeads(projected.narrow(2, width, width), heads);
    const at::Tensor value = splitHeads(projected.narrow(2, 2 * width, width), heads);
    const double scale = 1.0 / std::sqrt(static_cast<double>(width / heads));
    const at::Tensor logits = at::matmul(query * scale, key.transpose(-2, -1))
                                  .masked_fill(forbidden, -std::numeric_limits<float>::infinity());
    const at::Tensor weights = dropOut(at::softmax(logits, -1), mode.dropout, mode.training);
    const at::Tensor mixed = at::matmul(weights, value).transpose(1, 2).reshape(x.sizes());
    return linear(scope.sub("out_proj"), mixed);
}

} // namespace

at::Tensor geneContributions(const Scope &model, const at::Tensor &combined, const ModelConfig &config,
                             const Mode &mode)
{
    return mlp(model.sub("whole_intact_processor").sub("node_mlp"), combined, config.setNetNodeLayers, false,
               ActivationType::Relu, mode);
}

at::Tensor fitnessOfPool(const Scope &model, const at::Tensor &pooled, const ModelConfig &config, const Mode &mode)
{
    const at::Tensor z = mlp(model.sub("whole_intact_processor").sub("set_mlp"), pooled, config.setNetSetLayers - 1,
                             true, ActivationType::Relu, mode);
    return head(model.sub("fitness_head"), z, config, mode);
}

at::Tensor linkFitness(const at::Tensor &intact, const at::Tensor &whole, const at::Tensor &additive,
                       const ModelConfig &config)
{
    return config.flavour == Flavour::Torchcell ? intact / (whole + 1e-8) : positiveLink(intact - whole - additive);
}

at::Tensor relativeFitness(const Scope &model, const at::Tensor &intact, const at::Tensor &whole,
                           const at::Tensor &deleted, const ModelConfig &config)
{
    const at::Tensor additive = config.flavour == Flavour::Native
                                    ? at::mv(deleted, model["whole_intact_processor.additive.weight"].squeeze(0))
                                    : at::Tensor();
    return linkFitness(intact, whole, additive, config);
}

at::Tensor predictFitness(const Scope &model, const at::Tensor &combined, const GenotypeBatch &batch,
                          const ModelConfig &config, const Mode &mode)
{
    const at::Tensor contributions = geneContributions(model, combined, config, mode);
    const at::Tensor sum = contributions.sum(0, true);
    const auto genes = static_cast<double>(combined.size(0));
    const at::Tensor mean = sum / genes;
    const at::Tensor rows =
        contributions.index_select(0, batch.genes.reshape({-1})).view({batch.genes.size(0), batch.genes.size(1), -1});
    const at::Tensor deleted = (rows * batch.mask.unsqueeze(-1)).sum(1);
    if (config.flavour == Flavour::Torchcell) {
        const at::Tensor left = (genes - batch.counts()).clamp_min(1).to(combined.scalar_type()).unsqueeze(1);
        return relativeFitness(model, fitnessOfPool(model, (sum - deleted) / left, config, mode),
                               fitnessOfPool(model, mean, config, mode), deleted, config);
    }
    // One pass over both pools, so that a genotype without deletions goes through the very same arithmetic as the
    // wild type and cancels it exactly.
    const at::Tensor pools = mean - at::cat({deleted, at::zeros_like(mean)}, 0);
    // No dropout here: it would make the two pools differ by noise.
    const at::Tensor heads = fitnessOfPool(model, pools, config, Mode{});
    const at::Tensor fitness =
        relativeFitness(model, heads.narrow(0, 0, batch.size()), heads.narrow(0, batch.size(), 1), deleted, config);
    return at::where(batch.mask.any(1), fitness, at::ones_like(fitness));
}

at::Tensor encodePerturbed(const Scope &scope, const at::Tensor &rows, const at::Tensor &mask,
                           const ModelConfig &config, const Mode &mode)
{
    at::Tensor x = linear(scope.sub("input_proj"), rows);
    // An empty set attends to its padding instead of to nothing, which would be NaN; its result is zeroed below.
    const at::Tensor empty = mask.any(1, true).logical_not();
    const at::Tensor forbidden = (mask.logical_or(empty)).logical_not().unsqueeze(1).unsqueeze(1);
    for (int layer = 0; layer < config.setTransformerLayers; ++layer) {
        const at::Tensor attended = dropOut(selfAttention(scope.sub("layers").sub(layer), x, forbidden, config, mode),
                                            mode.dropout, mode.training);
        x = layerNorm(scope.sub("norm_layers").sub(layer), x + attended);
    }
    x = layerNorm(scope.sub("output_norm"), x) * mask.unsqueeze(-1);
    return x.sum(1) / mask.sum(1, true).clamp_min(1);
}

at::Tensor interactionOf(const Scope &model, const at::Tensor &perturbed, const at::Tensor &factorTerm,
                         const at::Tensor &counts, const ModelConfig &config, const Mode &mode)
{
    at::Tensor interaction = head(model.sub("gene_interaction_head"), perturbed, config, mode);
    if (config.flavour == Flavour::Torchcell) {
        return interaction;
    }
    if (factorTerm.defined()) {
        interaction = (interaction + factorTerm) * interactionUnit(model.sub("interaction_factors"), counts);
    }
    return at::where(counts >= 2, interaction, at::zeros_like(interaction));
}

at::Tensor interactionFactorTerm(const Scope &model, const at::Tensor &combined, const GenotypeBatch &batch,
                                 const ModelConfig &config, const Mode &mode)
{
    if (config.flavour == Flavour::Torchcell || config.interactionFactors == 0) {
        return {};
    }
    const Scope scope = model.sub("interaction_factors");
    const at::Tensor rows = geneFactors(scope, combined, {mode.training, config.factorDropout})
                                .index_select(0, batch.genes.reshape({-1}))
                                .view({batch.genes.size(0), batch.genes.size(1), -1});
    return factorTerm(scope, rows, batch.mask, batch.counts());
}

} // namespace knockscape::layers
