#include "engine/training/trainer.h"

#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/adam_w.h"
#include "engine/training/derived_labels.h"
#include "engine/training/evaluation.h"
#include "engine/training/model_output.h"
#include "engine/training/splits.h"
#include "engine/training/training_config.h"
#include "engine/training/training_data.h"
#include "engine/training/training_rows.h"

#include <c10/core/GradMode.h>

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <random>
#include <thread>

namespace knockscape
{

namespace
{

using Clock = std::chrono::steady_clock;

/// Last learning rate of the cosine schedule, relative to the highest.
constexpr double FinalRate = 0.01;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The learning rate of each step.
class LearningRate
{
public:
    LearningRate(const TrainingConfig &config, std::int64_t totalSteps)
        : config_(config), totalSteps_(static_cast<double>(std::max<std::int64_t>(1, totalSteps)))
    {
    }

    double at(std::int64_t step) const
    {
        const double done = static_cast<double>(step) / totalSteps_;
        if (done < config_.warmup) {
            return config_.learningRate * static_cast<double>(step + 1) / std::max(1.0, config_.warmup * totalSteps_);
        }
        if (config_.schedule == Schedule::Cosine) {
            const double part = (done - config_.warmup) / std::max(1e-9, 1.0 - config_.warmup);
            const double wave = 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(1.0, part)));
            return config_.learningRate * (FinalRate + (1.0 - FinalRate) * wave);
        }
        return config_.learningRate * reduction_;
    }

    /// For the plateau schedule: tells that the validation loss has not fallen for some epochs.
    void reduce() { reduction_ = std::max(reduction_ * 0.5, FinalRate); }

private:
    const TrainingConfig &config_;
    double totalSteps_;
    double reduction_ = 1.0;
};

/// Row numbers 0 … count − 1 in an order drawn by `random` (std::shuffle differs between standard libraries).
at::Tensor shuffledRows(std::int64_t count, std::mt19937_64 &random)
{
    at::Tensor order = at::arange(count, at::kLong);
    auto *data = order.data_ptr<std::int64_t>();
    for (std::int64_t i = count; i > 1; --i) {
        std::swap(data[i - 1], data[random() % static_cast<std::uint64_t>(i)]);
    }
    return order;
}

/// What the best epoch is chosen by: the mean of the validation rows' Pearson correlations, or where none is defined
/// minus the loss. The joint loss would stop at the epoch at which the noisier phenotype begins to overfit.
double score(const EpochReport &report)
{
    const bool hasFitness = !std::isnan(report.fitnessPearson);
    const bool hasInteraction = !std::isnan(report.interactionPearson);
    if (!hasFitness && !hasInteraction) {
        return -1.0 - report.validationLoss;
    }
    const double sum = (hasFitness ? report.fitnessPearson : 0.0) + (hasInteraction ? report.interactionPearson : 0.0);
    return sum / (static_cast<double>(hasFitness) + static_cast<double>(hasInteraction));
}

/// Makes the heads' last layers small, so that training starts near fitness 1 and interaction 0 instead of spending its
/// first epochs on getting there.
CellLatentPerturbation withQuietHeads(const CellLatentPerturbation &model)
{
    constexpr double part = 0.05;
    for (const auto &[name, tensor] : model.tensors()) {
        const bool isHead = name.starts_with("fitness_head.") || name.starts_with("gene_interaction_head.");
        if (isHead && tensor.dim() == 2 && tensor.size(0) == 1) {
            tensor.mul_(part);
        }
    }
    return model;
}

/// About 30 steps an epoch; half of that where the encoder's pass over a whole genome is what a step costs.
std::int64_t defaultBatchSize(std::int64_t rows, std::int64_t geneCount)
{
    constexpr std::int64_t largeGenome = 2'000;
    return std::clamp<std::int64_t>(rows / (geneCount > largeGenome ? 15 : 30), 128, 4096);
}

/// Trains one model; keeps a copy of its best epoch.
class Trainer
{
public:
    Trainer(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
            const ModelConfig &modelConfig, const at::Device &device)
        : config_(config),
          model_(withQuietHeads(makeModel(modelConfig, cellSizes(*request.cell), request.seed)).to(device)),
          cell_(makeCellTensors(*request.cell, modelConfig, device)), scale_(targetScale(data.training, config)),
          training_(makeTrainingRows(data.training, cell_.geneCount, scale_, device)),
          validation_(makeTrainingRows(data.validation, cell_.geneCount, scale_, device)),
          validationRows_(data.validation), optimiser_(model_.trainable(), config.weightDecay), random_(request.seed)
    {
        for (const at::Tensor &parameter : model_.trainable()) {
            parameter.requires_grad_(true);
        }
        batchSize_ = config.batchSize > 0 ? config.batchSize : defaultBatchSize(training_.size(), cell_.geneCount);
        batchSize_ = std::min(batchSize_, training_.size());
        stepsPerEpoch_ = (training_.size() + batchSize_ - 1) / batchSize_;
    }

    TrainingResult run(const TrainingObserver &observer, const JobControl &control);
    const CellLatentPerturbation &best() const { return *best_; }
    const CellTensors &cell() const { return cell_; }

private:
    double trainEpoch(std::int64_t firstStep, const LearningRate &rate, const JobControl &control);
    void validate(EpochReport &report);
    at::Tensor jointLoss(const ModelOutputs &outputs, const TrainingRows &rows) const;

    const TrainingConfig &config_;
    CellLatentPerturbation model_;
    CellTensors cell_;
    TargetScale scale_;
    TrainingRows training_;
    TrainingRows validation_;
    std::span<const Label> validationRows_;
    AdamW optimiser_;
    std::mt19937_64 random_;
    std::int64_t batchSize_ = 0;
    std::int64_t stepsPerEpoch_ = 0;
    std::optional<CellLatentPerturbation> best_;
};

at::Tensor Trainer::jointLoss(const ModelOutputs &outputs, const TrainingRows &rows) const
{
    const WeightedLoss fitness = weightedLoss(outputs.fitness, rows.fitness, scale_.fitness, config_.loss);
    const WeightedLoss interaction =
        weightedLoss(outputs.interaction, rows.interaction, scale_.interaction, config_.loss);
    // A batch may hold no row of one phenotype; the floor keeps its term 0 instead of 0/0.
    constexpr double floor = 1e-6;
    return config_.fitnessWeight * fitness.sum / fitness.weight.clamp_min(floor) +
           config_.interactionWeight * interaction.sum / interaction.weight.clamp_min(floor);
}

double Trainer::trainEpoch(std::int64_t firstStep, const LearningRate &rate, const JobControl &control)
{
    const at::Tensor order = shuffledRows(training_.size(), random_);
    double sum = 0.0;
    for (std::int64_t step = 0; step < stepsPerEpoch_; ++step) {
        control.cancel.throwIfCancelled();
        const std::int64_t first = step * batchSize_;
        const TrainingRows batch =
            training_.select(order.narrow(0, first, std::min(batchSize_, training_.size() - first)));
        optimiser_.clearGradients();
        const EncodedCell encoded = model_.encode(cell_, true);
        const at::Tensor loss = jointLoss(model_.forward(encoded.combined, batch.genotypes, true), batch);
        loss.backward();
        optimiser_.clipGradients(config_.gradientClip);
        optimiser_.step(rate.at(firstStep + step));
        sum += loss.item<double>() * static_cast<double>(batch.size());
    }
    return sum / static_cast<double>(training_.size());
}

void Trainer::validate(EpochReport &report)
{
    if (validationRows_.empty()) {
        report.validationLoss = report.trainLoss;
        return;
    }
    const c10::NoGradGuard noGrad;
    const ModelOutputs outputs = predictRows(model_, cell_, validation_.genotypes);
    report.validationLoss = jointLoss(outputs, validation_).item<double>();
    const PhenotypeValues values = toValues(outputs);
    std::vector<double> fitness;
    std::vector<double> interaction;
    for (const Label &row : validationRows_) {
        fitness.push_back(row.fitness);
        interaction.push_back(row.interaction);
    }
    report.fitnessPearson = agreement(values.fitness, fitness).pearson;
    report.interactionPearson = agreement(values.interaction, interaction).pearson;
}

TrainingResult Trainer::run(const TrainingObserver &observer, const JobControl &control)
{
    const std::string stage = translate("Engine", "Training");
    const auto epochs = static_cast<std::int64_t>(config_.epochs);
    LearningRate rate(config_, epochs * stepsPerEpoch_);
    TrainingResult result;
    double bestScore = -std::numeric_limits<double>::infinity();
    int reduced = 0;
    try {
        control.report(stage, 0, static_cast<std::uint64_t>(epochs));
        for (int epoch = 1; epoch <= config_.epochs; ++epoch) {
            const auto start = Clock::now();
            EpochReport report;
            report.epoch = epoch;
            report.epochs = config_.epochs;
            report.trainLoss = trainEpoch((epoch - 1) * stepsPerEpoch_, rate, control);
            validate(report);
            report.seconds = secondsSince(start);
            result.epochs = epoch;
            if (!std::isfinite(report.trainLoss)) {
                break;
            }
            if (score(report) > bestScore) {
                bestScore = score(report);
                result.bestEpoch = epoch;
                reduced = epoch;
                best_.emplace(model_.clone());
            }
            if (observer) {
                observer(report);
            }
            control.report(stage, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(epochs));
            if (config_.schedule == Schedule::Plateau && epoch - reduced >= std::max(1, config_.patience / 4)) {
                rate.reduce();
                reduced = epoch;
            }
            if (config_.patience > 0 && epoch - result.bestEpoch >= config_.patience) {
                break;
            }
        }
    } catch (const Cancelled &) {
        if (!best_) {
            throw;
        }
        result.cancelled = true;
    }
    if (!best_) {
        throw InputError(errorAt("learning_rate", translate("Engine", "training diverged in its first epoch"),
                                 translate("Engine", "Lower the learning rate.")));
    }
    return result;
}

} // namespace

TrainingResult trainModel(const TrainingRequest &request, const std::string &device, int threads,
                          const TrainingObserver &observer, const JobControl &control)
{
    const SplitConfig split = parseTrainingConfig(request.configJson, "config");
    TrainingConfig config = split.training;
    if (request.epochs > 0) {
        config.epochs = request.epochs;
    }
    std::vector<Issue> issues;
    ModelConfig defaults = nativeDefaults();
    defaults.geneInput = GeneInput::Combined;
    defaults.dropout = 0.05;
    const ModelConfig modelConfig =
        configForCell(parseModelConfig(split.modelJson, "config", issues, defaults), *request.cell);
    if (modelConfig.flavour != Flavour::Native) {
        throw InputError(errorAt("config: flavour", translate("Engine", "only the native flavour is trained here"),
                                 translate("Engine", "Remove the key, or write \"native\".")));
    }
    const TrainingData data = prepareTrainingData(request, config);
    at::set_num_threads(threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    at::manual_seed(request.seed);
    Trainer trainer(request, data, config, modelConfig, at::Device(device));
    TrainingResult result = trainer.run(observer, control);
    writeTrainedModel(request, data, config, trainer.best(), trainer.cell(), result);
    return result;
}

} // namespace knockscape
