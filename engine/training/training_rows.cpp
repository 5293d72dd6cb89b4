#include "engine/training/training_rows.h"

#include "engine/training/baselines.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace knockscape
{

namespace
{

/// Standard deviations smaller than this would turn rounding into residuals.
constexpr double SmallestScale = 1e-4;

/// Groups with fewer values than this have no spread of their own worth counting by.
constexpr double SmallestGroup = 30.0;

/// Count, sum and sum of squares of the values that are there.
struct Moments {
    double count = 0.0;
    double sum = 0.0;
    double squares = 0.0;

    void add(double value)
    {
        count += 1.0;
        sum += value;
        squares += value * value;
    }
    double variance() const
    {
        return count > 0.0 ? std::max(0.0, squares / count - (sum / count) * (sum / count)) : 0.0;
    }
};

template <typename Include>
double variance(std::span<const Label> rows, Phenotype phenotype, const Include &include)
{
    Moments moments;
    for (const Label &row : rows) {
        const double value = valueOf(row, phenotype);
        if (!std::isnan(value) && include(row)) {
            moments.add(value);
        }
    }
    return moments.variance();
}

double variance(std::span<const Label> rows, Phenotype phenotype)
{
    return variance(rows, phenotype, [](const Label &) { return true; });
}

/// (variance of all / variance of the group)^balance, scaled so that the mean weight of a row is 1.
std::map<std::pair<std::string, std::size_t>, double> sourceWeights(std::span<const Label> rows, double balance)
{
    std::map<std::pair<std::string, std::size_t>, Moments> groups;
    Moments all;
    for (const Label &row : rows) {
        if (!std::isnan(row.interaction)) {
            groups[{row.source, row.genotype.size()}].add(row.interaction);
            all.add(row.interaction);
        }
    }
    std::map<std::pair<std::string, std::size_t>, double> weights;
    double sum = 0.0;
    for (const auto &[group, moments] : groups) {
        const double own = moments.count < SmallestGroup ? all.variance() : moments.variance();
        const double smallest = SmallestScale * SmallestScale;
        const double weight = std::pow(std::max(all.variance(), smallest) / std::max(own, smallest), balance);
        weights[group] = weight;
        sum += weight * moments.count;
    }
    for (auto &[group, weight] : weights) {
        weight *= all.count / sum;
    }
    return weights;
}

Targets makeTargets(std::span<const Label> rows, Phenotype phenotype, const TargetScale &scale,
                    const at::Device &device)
{
    const auto count = static_cast<std::int64_t>(rows.size());
    at::Tensor values = at::zeros({count}, at::kFloat);
    at::Tensor weights = at::zeros({count}, at::kFloat);
    auto *valueData = values.data_ptr<float>();
    auto *weightData = weights.data_ptr<float>();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double value = valueOf(rows[i], phenotype);
        if (std::isnan(value)) {
            continue;
        }
        double weight = rows[i].weight;
        const double sd = rows[i].fitnessSd;
        if (phenotype == Phenotype::Fitness && scale.fitnessVariance > 0.0 && !std::isnan(sd)) {
            weight *= scale.fitnessVariance / (scale.fitnessVariance + sd * sd);
        }
        if (phenotype == Phenotype::Interaction) {
            const auto found = scale.interactionWeights.find({rows[i].source, rows[i].genotype.size()});
            weight *= found == scale.interactionWeights.end() ? 1.0 : found->second;
        }
        valueData[i] = static_cast<float>(value);
        weightData[i] = static_cast<float>(weight);
    }
    return {values.to(device), weights.to(device)};
}

at::Tensor elementwise(const at::Tensor &residual, LossKind kind)
{
    switch (kind) {
    case LossKind::Mse:
        return residual.square();
    case LossKind::LogCosh:
        // log(cosh(r)) without overflow; doubled to match r² near zero.
        return 2.0 * (residual + at::softplus(-2.0 * residual) - std::numbers::ln2);
    case LossKind::Huber: {
        const at::Tensor size = residual.abs();
        return at::where(size <= 1.0, residual.square(), 2.0 * size - 1.0);
    }
    }
    return residual.square();
}

} // namespace

TargetScale targetScale(std::span<const Label> training, const TrainingConfig &config)
{
    TargetScale scale;
    const double fitnessVariance = variance(training, Phenotype::Fitness);
    if (config.balanceByVariance) {
        scale.fitness = std::max(SmallestScale, std::sqrt(fitnessVariance));
        scale.interaction = std::max(SmallestScale, std::sqrt(variance(training, Phenotype::Interaction)));
    }
    if (config.sourceBalance > 0.0) {
        scale.interactionWeights = sourceWeights(training, config.sourceBalance);
    }
    const auto unit = [&](bool larger) {
        const double own = variance(training, Phenotype::Interaction,
                                    [&](const Label &row) { return (row.genotype.size() > 2) == larger; });
        return std::max(SmallestScale, std::sqrt(own > 0.0 ? own : variance(training, Phenotype::Interaction)));
    };
    scale.pairUnit = unit(false);
    scale.largerUnit = unit(true);
    scale.fitnessVariance = config.useUncertainty ? fitnessVariance : 0.0;
    return scale;
}

TrainingRows makeTrainingRows(std::span<const Label> rows, std::int64_t geneCount, const TargetScale &scale,
                              const at::Device &device)
{
    std::vector<Genotype> genotypes;
    TrainingRows result;
    for (const Label &row : rows) {
        genotypes.push_back(row.genotype);
        result.counts.push_back(static_cast<std::int64_t>(row.genotype.size()));
    }
    result.genotypes = makeGenotypeBatch(genotypes, geneCount, device);
    result.fitness = makeTargets(rows, Phenotype::Fitness, scale, device);
    result.interaction = makeTargets(rows, Phenotype::Interaction, scale, device);
    return result;
}

TrainingRows TrainingRows::select(const at::Tensor &indices) const
{
    TrainingRows result;
    std::int64_t longest = 1;
    const auto *index = indices.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < indices.numel(); ++i) {
        result.counts.push_back(counts[static_cast<std::size_t>(index[i])]);
        longest = std::max(longest, result.counts.back());
    }
    const at::Tensor rows = indices.to(genotypes.genes.device());
    result.genotypes.genes = genotypes.genes.index_select(0, rows).narrow(1, 0, longest).contiguous();
    result.genotypes.mask = genotypes.mask.index_select(0, rows).narrow(1, 0, longest).contiguous();
    result.fitness = {fitness.value.index_select(0, rows), fitness.weight.index_select(0, rows)};
    result.interaction = {interaction.value.index_select(0, rows), interaction.weight.index_select(0, rows)};
    return result;
}

WeightedLoss weightedLoss(const at::Tensor &prediction, const Targets &targets, double scale, LossKind kind)
{
    const at::Tensor loss = elementwise((prediction - targets.value) / scale, kind);
    return {(loss * targets.weight).sum(), targets.weight.sum()};
}

} // namespace knockscape
