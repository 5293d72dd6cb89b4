#include "engine/nn/reference/readout.h"

#include "engine/nn/reference/layers.h"

#include <algorithm>
#include <cmath>

namespace knockscape::reference
{

namespace
{

const std::string processorName = "whole_intact_processor";

/// The node MLP of the whole/intact set network on each gene.
Matrix contributions(const Parameters &parameters, const ModelConfig &config, const Matrix &genes)
{
    return blocks(parameters, processorName + ".node_mlp", config.setNetNodeLayers, ActivationType::Relu, genes);
}

/// The set MLP on a pooled set: z_whole or z_intact.
Vector latent(const Parameters &parameters, const ModelConfig &config, const Vector &pooled)
{
    return blocksAndLinear(parameters, processorName + ".set_mlp", config.setNetSetLayers - 1, ActivationType::Relu,
                           {pooled})
        .front();
}

double head(const Parameters &parameters, const std::string &name, const ModelConfig &config, const Vector &z)
{
    return blocksAndLinear(parameters, name, std::max(1, config.headLayers - 1), ActivationType::Relu, {z})
        .front()
        .front();
}

double softplus(double x)
{
    return std::log1p(std::exp(x));
}

/// torchcell: the mean of each set, and the ratio of what the head makes of them.
void torchcellFitness(const Parameters &parameters, const ModelConfig &config, const Matrix &all, const Matrix &intact,
                      Answer &result)
{
    const std::size_t channels = all.front().size();
    result.whole = latent(parameters, config, meanOfRows(contributions(parameters, config, all), channels));
    result.intact = latent(parameters, config, meanOfRows(contributions(parameters, config, intact), channels));
    result.fitness = head(parameters, "fitness_head", config, result.intact) /
                     (head(parameters, "fitness_head", config, result.whole) + 1e-8);
}

/// Ours (engine/nn/README.md): Δ = f(S̄ − D) − f(S̄) − a·D through softplus.
void nativeFitness(const Parameters &parameters, const ModelConfig &config, const Matrix &all, const Matrix &deleted,
                   Answer &result)
{
    const Vector mean = meanOfRows(contributions(parameters, config, all), all.front().size());
    Vector sum(mean.size(), 0.0);
    for (const Vector &row : contributions(parameters, config, deleted)) {
        addScaled(sum, 1.0, row);
    }
    Vector left = mean;
    addScaled(left, -1.0, sum);
    result.whole = latent(parameters, config, mean);
    result.intact = latent(parameters, config, left);
    const double delta = head(parameters, "fitness_head", config, result.intact) -
                         head(parameters, "fitness_head", config, result.whole) -
                         dot(parameters.vector(processorName + ".additive.weight"), sum);
    result.fitness = softplus(std::clamp(delta + std::log(std::expm1(1.0)), -60.0, 60.0));
}

/// The factor part of the interaction (engine/nn/README.md), pair by pair and triple by triple.
double factorTerm(const Parameters &parameters, const Matrix &combined, const Genotype &genotype)
{
    Matrix rows;
    const Matrix own = parameters.matrix("interaction_factors.gene.weight");
    const Matrix projected = linear(parameters, "interaction_factors.project", combined);
    for (const GeneIndex gene : genotype.genes()) {
        rows.push_back(projected[static_cast<std::size_t>(gene)]);
        addScaled(rows.back(), 1.0, own[static_cast<std::size_t>(gene)]);
    }
    const std::size_t larger = genotype.size() > 2 ? 1 : 0;
    const Vector weights = parameters.matrix("interaction_factors.weight")[larger];
    double sum = parameters.vector("interaction_factors.bias")[larger];
    const std::size_t factors = own.front().size();
    for (std::size_t factor = 0; factor < factors; ++factor) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sum += weights[factor] * rows[i][factor];
            for (std::size_t j = i + 1; j < rows.size(); ++j) {
                sum += weights[factors + factor] * rows[i][factor] * rows[j][factor];
                for (std::size_t k = j + 1; k < rows.size(); ++k) {
                    sum += weights[2 * factors + factor] * rows[i][factor] * rows[j][factor] * rows[k][factor];
                }
            }
        }
    }
    return sum;
}

} // namespace

Answer answer(const Parameters &parameters, const ModelConfig &config, const Matrix &combined, const Genotype &genotype)
{
    Matrix intact;
    Matrix deleted;
    for (std::size_t gene = 0; gene < combined.size(); ++gene) {
        (genotype.contains(static_cast<GeneIndex>(gene)) ? deleted : intact).push_back(combined[gene]);
    }
    Answer result;
    result.perturbed = encodePerturbed(parameters, config, deleted);
    result.interaction = head(parameters, "gene_interaction_head", config, result.perturbed);
    if (config.flavour == Flavour::Torchcell) {
        torchcellFitness(parameters, config, combined, intact, result);
        return result;
    }
    nativeFitness(parameters, config, combined, deleted, result);
    if (config.interactionFactors > 0) {
        result.interaction += factorTerm(parameters, combined, genotype);
        result.interaction *= parameters.vector("interaction_factors.unit")[genotype.size() > 2 ? 1 : 0];
    }
    if (genotype.size() < 2) {
        result.interaction = 0.0;
    }
    return result;
}

} // namespace knockscape::reference
