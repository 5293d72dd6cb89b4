#include "engine/nn/naive_forward.h"

#include "engine/nn/interaction_factors.h"
#include "engine/nn/readout.h"

#include <vector>

namespace knockscape
{

namespace
{

using layers::Mode;

at::Tensor indexTensor(const std::vector<std::int64_t> &values, const at::Device &device)
{
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::kLong);
    std::copy(values.begin(), values.end(), tensor.data_ptr<std::int64_t>());
    return tensor.to(device);
}

at::Tensor poolOfRows(const Scope &model, const at::Tensor &rows, const ModelConfig &config)
{
    return layers::geneContributions(model, rows, config, Mode{}).sum(0, true);
}

/// Sums over all pairs and triples of the set, one by one.
at::Tensor factorTermOf(const Scope &model, const at::Tensor &combined, const at::Tensor &genes,
                        const ModelConfig &config)
{
    if (config.flavour == Flavour::Torchcell || config.interactionFactors == 0) {
        return {};
    }
    const Scope scope = model.sub("interaction_factors");
    const at::Tensor u = layers::geneFactors(scope, combined, Mode{}).index_select(0, genes);
    at::Tensor pairs = at::zeros({config.interactionFactors}, u.options());
    at::Tensor triples = at::zeros_like(pairs);
    for (std::int64_t i = 0; i < u.size(0); ++i) {
        for (std::int64_t j = i + 1; j < u.size(0); ++j) {
            pairs += u[i] * u[j];
            for (std::int64_t k = j + 1; k < u.size(0); ++k) {
                triples += u[i] * u[j] * u[k];
            }
        }
    }
    const std::int64_t row = u.size(0) > 2 ? 1 : 0;
    return (at::cat({u.sum(0), pairs, triples}) * scope["weight"][row]).sum() + scope["bias"][row];
}

} // namespace

NaiveOutputs naiveReadout(const CellLatentPerturbation &model, const at::Tensor &combined, const Genotype &genotype)
{
    const Scope scope(model.tensors());
    const ModelConfig &config = model.config();
    std::vector<std::int64_t> deletedRows(genotype.genes().begin(), genotype.genes().end());
    std::vector<std::int64_t> intactRows;
    for (std::int64_t gene = 0; gene < combined.size(0); ++gene) {
        if (!genotype.contains(static_cast<GeneIndex>(gene))) {
            intactRows.push_back(gene);
        }
    }
    const at::Tensor perturbedRows = combined.index_select(0, indexTensor(deletedRows, combined.device()));
    const at::Tensor intact = combined.index_select(0, indexTensor(intactRows, combined.device()));

    const auto genes = static_cast<double>(combined.size(0));
    const at::Tensor whole = poolOfRows(scope, combined, config) / genes;
    const at::Tensor deleted = poolOfRows(scope, perturbedRows, config);
    const at::Tensor left =
        config.flavour == Flavour::Torchcell
            ? poolOfRows(scope, intact, config) / static_cast<double>(std::max<std::size_t>(1, intactRows.size()))
            : whole - deleted;
    const at::Tensor fitness =
        layers::relativeFitness(scope, layers::fitnessOfPool(scope, left, config, Mode{}),
                                layers::fitnessOfPool(scope, whole, config, Mode{}), deleted, config);

    const at::Tensor counts = at::full({1}, static_cast<std::int64_t>(genotype.size()), at::kLong);
    const at::Tensor perturbed =
        genotype.empty()
            ? at::zeros({1, config.hiddenChannels}, combined.options())
            : layers::encodePerturbed(scope.sub("perturbed_processor"), perturbedRows.unsqueeze(0),
                                      at::ones({1, perturbedRows.size(0)}, combined.options().dtype(at::kBool)), config,
                                      Mode{});
    const at::Tensor interaction = layers::interactionOf(
        scope, perturbed, factorTermOf(scope, combined, indexTensor(deletedRows, combined.device()), config),
        counts.to(combined.device()), config, Mode{});
    return {fitness.item<double>(), interaction.item<double>(), perturbed.squeeze(0)};
}

NaiveOutputs naiveForward(const CellLatentPerturbation &model, const CellTensors &cell, const Genotype &genotype)
{
    return naiveReadout(model, model.encode(cell).combined, genotype);
}

} // namespace knockscape
