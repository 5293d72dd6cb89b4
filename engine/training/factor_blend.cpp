#include "engine/training/factor_blend.h"

#include "engine/core/translate.h"
#include "engine/training/best_epochs.h"
#include "engine/training/model_output.h"

#include <c10/core/GradMode.h>

#include <cmath>
#include <string>
#include <utility>

namespace knockscape
{

namespace
{

/// How one order is fitted. The ranks hold for yeast: more channels for larger sets overfit, more for pairs change
/// nothing.
struct Plan {
    FactorOrder order;
    std::int64_t rank;
    int sweeps;
    int starts;

    std::uint64_t steps() const { return static_cast<std::uint64_t>(sweeps) * static_cast<std::uint64_t>(starts); }
};

constexpr Plan Plans[] = {{FactorOrder::Pairs, 32, 12, 1}, {FactorOrder::Larger, 4, 25, 5}};

/// Rows of the order that have an interaction, as positions.
std::vector<std::int64_t> positions(const TrainingRows &rows, FactorOrder order)
{
    const at::Tensor weight = rows.interaction.weight.cpu();
    const auto weights = weight.accessor<float, 1>();
    std::vector<std::int64_t> result;
    for (std::int64_t row = 0; row < rows.size(); ++row) {
        const std::int64_t count = rows.counts[static_cast<std::size_t>(row)];
        if ((order == FactorOrder::Pairs ? count == 2 : count > 2) && weights[row] > 0.0F) {
            result.push_back(row);
        }
    }
    return result;
}

GenotypeBatch onCpu(const GenotypeBatch &genotypes)
{
    return {genotypes.genes.cpu(), genotypes.mask.cpu()};
}

/// What a fit explains: interactions in their unit, less their mean.
struct FitTargets {
    FactorRows rows;
    double bias = 0.0;
};

FitTargets targetsOf(const TrainingRows &training, const std::vector<std::int64_t> &chosen, double unit)
{
    const TrainingRows rows = training.select(at::tensor(chosen, at::kLong));
    const GenotypeBatch genotypes = onCpu(rows.genotypes);
    const at::Tensor value = rows.interaction.value.cpu() / unit;
    const at::Tensor weight = rows.interaction.weight.cpu();
    const double bias = ((value * weight).sum() / weight.sum()).item<double>();
    return {{genotypes.genes, genotypes.mask, value - bias, weight / weight.mean()}, bias};
}

/// Row of the model's weights (engine/nn/interaction_factors.h).
std::int64_t sizeClass(FactorOrder order)
{
    return order == FactorOrder::Pairs ? 0 : 1;
}

/// `tensor` [rows, 3 · old] with `more` channels that weigh nothing, [rows, 3 · (old + more)].
at::Tensor widened(const at::Tensor &tensor, std::int64_t more)
{
    const std::int64_t old = tensor.size(1) / 3;
    return at::constant_pad_nd(tensor.view({-1, 3, old}), {0, more}).reshape({tensor.size(0), 3 * (old + more)});
}

} // namespace

double FactorBlend::Judge::agreement(const at::Tensor &predicted) const
{
    const at::Tensor values = predicted.to(at::kCPU, at::kDouble).contiguous();
    return interactionAgreement({values.data_ptr<double>(), labels.size()}, labels);
}

FactorBlend::Judge FactorBlend::judgeOf(const TrainingRows &validation, std::span<const Label> labels,
                                        FactorOrder order)
{
    Judge judge;
    const std::vector<std::int64_t> rows = positions(validation, order);
    for (const std::int64_t row : rows) {
        judge.labels.push_back(labels[static_cast<std::size_t>(row)]);
    }
    if (!rows.empty()) {
        judge.genotypes = validation.select(at::tensor(rows, at::kLong)).genotypes;
    }
    return judge;
}

FactorBlend::FactorBlend(const TrainingRows &training, const TrainingRows &validation,
                         std::span<const Label> validationLabels, const TargetScale &scale, const at::Tensor &profiles,
                         std::int64_t genes, double noise, std::uint64_t seed, const JobControl &control)
{
    constexpr std::size_t fewest = 30;
    const FactorPrior prior{noise, 0.3, 0.09};
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    for (const Plan &plan : Plans) {
        total += plan.steps();
    }
    for (const Plan &plan : Plans) {
        const std::vector<std::int64_t> chosen = positions(training, plan.order);
        if (chosen.size() < fewest) {
            done += plan.steps();
            continue;
        }
        const double unit = plan.order == FactorOrder::Pairs ? scale.pairUnit : scale.largerUnit;
        const FitTargets targets = targetsOf(training, chosen, unit);
        Part part{{}, unit, targets.bias, judgeOf(validation, validationLabels, plan.order)};
        FactorVectors best;
        double highest = 0.0;
        for (int start = 0; start < plan.starts; ++start) {
            FactorFit fit(targets.rows, genes, profiles, plan.order, plan.rank, prior,
                          seed + static_cast<std::uint64_t>(start));
            for (int sweep = 0; sweep < plan.sweeps; ++sweep) {
                control.report(translate("Engine", "Fitting interaction factors"), done++, total);
                fit.sweep(control.cancel);
            }
            part.fit = fit.found();
            const double agreement = part.judge.labels.empty() ? 0.0 : part.judge.agreement(part.said());
            if (start == 0 || agreement > highest) {
                highest = agreement;
                best = part.fit;
            }
        }
        part.fit = best;
        parts_.push_back(std::move(part));
    }
}

at::Tensor FactorBlend::Part::said() const
{
    const GenotypeBatch genotypes = onCpu(judge.genotypes);
    return (fit.predict(genotypes.genes, genotypes.mask) + bias) * unit;
}

double FactorBlend::share(const Part &part, const CellLatentPerturbation &model)
{
    if (part.judge.labels.empty()) {
        return 0.5;
    }
    const at::Tensor ofModel = forwardFactors(model, part.judge.genotypes, false).interaction.cpu();
    const at::Tensor ofFit = part.said();
    // A choice by few rows is mostly noise: the mean of both unless another is better by a standard error.
    double best = 0.5;
    double highest =
        part.judge.agreement(0.5 * (ofModel + ofFit)) + 1.0 / std::sqrt(static_cast<double>(part.judge.labels.size()));
    for (const double candidate : {0.0, 1.0}) {
        const double agreement = part.judge.agreement(candidate > 0.0 ? ofFit : ofModel);
        if (agreement > highest) {
            highest = agreement;
            best = candidate;
        }
    }
    return best;
}

at::Tensor FactorBlend::profileMap(const CellLatentPerturbation &model, std::int64_t columns) const
{
    const c10::NoGradGuard noGrad;
    std::vector<at::Tensor> maps{at::zeros({columns, 0}, at::kFloat)};
    for (const Part &part : parts_) {
        if (FactorBlend::share(part, model) > 0.0) {
            maps.push_back(part.fit.coefficients);
        }
    }
    return at::cat(maps, 1);
}

CellLatentPerturbation FactorBlend::into(const CellLatentPerturbation &model) const
{
    const c10::NoGradGuard noGrad;
    const std::string prefix = "interaction_factors.";
    TensorMap tensors = model.clone().tensors();
    ModelConfig config = model.config();
    const at::Device device = tensors.begin()->second.device();
    for (const Part &part : parts_) {
        const double share = FactorBlend::share(part, model);
        if (share == 0.0) {
            continue;
        }
        const at::Tensor &vectors = part.fit.vectors;
        const std::int64_t more = vectors.size(1);
        const std::int64_t first = config.interactionFactors;
        config.interactionFactors += static_cast<int>(more);
        at::Tensor &rows = tensors.at(prefix + "gene.weight");
        rows = at::cat({rows, vectors.to(device)}, 1);
        for (const char *name : {"project.weight", "project.bias"}) {
            at::Tensor &tensor = tensors.at(prefix + name);
            std::vector<std::int64_t> shape = tensor.sizes().vec();
            shape[0] = more;
            tensor = at::cat({tensor, at::zeros(shape, tensor.options())});
        }
        at::Tensor &weight = tensors.at(prefix + "weight");
        weight = widened(weight, more);
        at::Tensor ofOrder = weight[sizeClass(part.fit.order)];
        ofOrder.mul_(1.0 - share);
        ofOrder[first].fill_(share);
        const std::int64_t polynomial = (part.fit.order == FactorOrder::Pairs ? 1 : 2) * config.interactionFactors;
        ofOrder.narrow(0, polynomial + first + 1, more - 1).copy_(share * part.fit.signs);
        at::Tensor bias = tensors.at(prefix + "bias")[sizeClass(part.fit.order)];
        bias.mul_(1.0 - share).add_(share * part.bias);
    }
    return {config, std::move(tensors)};
}

} // namespace knockscape
