#include "engine/training/training_run.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/training/evaluation.h"
#include "engine/training/model_output.h"
#include "engine/training/starting_model.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace knockscape
{

namespace
{

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

/// About 30 steps an epoch.
std::int64_t defaultBatchSize(std::int64_t rows)
{
    return std::clamp<std::int64_t>(rows / 30, 128, 4096);
}

} // namespace

Trainer::Trainer(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
                 const ModelConfig &modelConfig, const at::Device &device)
    : request_(request), config_(config), modelConfig_(modelConfig),
      fingerprint_(trainingFingerprint(request, config, modelConfig)),
      profiles_(config.profileComponents > 0 ? mappedProfiles(*request.cell, config.profileComponents)
                                             : GeneProfiles{}),
      model_(startingModel(*request.cell, modelConfig, config, profiles_.rows, request.seed, device)),
      averaged_(model_), cell_(makeCellTensors(*request.cell, modelConfig, device)),
      scale_(targetScale(data.training, config)),
      training_(makeTrainingRows(data.training, cell_.geneCount, scale_, device)),
      validation_(makeTrainingRows(data.validation, cell_.geneCount, scale_, device)), validationRows_(data.validation),
      optimiser_(model_.parameters(), model_.learningRules(config)), random_(request.seed),
      batchSize_(
          std::min(training_.size(), config.batchSize > 0 ? config.batchSize : defaultBatchSize(training_.size()))),
      stepsPerEpoch_((training_.size() + batchSize_ - 1) / batchSize_), rate_(config, config.epochs * stepsPerEpoch_),
      best_(interactionStandsAlone(modelConfig, config) && training_.interaction.weight.sum().item<double>() > 0.0)
{
    setUnits();
    averaged_ = model_.clone();
    model_.requireGradients();
}

at::Tensor Trainer::jointLoss(const ModelOutputs &outputs, const TrainingRows &rows) const
{
    const WeightedLoss interaction =
        weightedLoss(outputs.interaction, rows.interaction, scale_.interaction, config_.loss);
    // A batch may hold no row of one phenotype; the floor keeps its term 0 instead of 0/0.
    constexpr double floor = 1e-6;
    const at::Tensor ofInteraction = config_.interactionWeight * interaction.sum / interaction.weight.clamp_min(floor);
    if (!outputs.fitness.defined()) {
        return ofInteraction;
    }
    const WeightedLoss fitness = weightedLoss(outputs.fitness, rows.fitness, scale_.fitness, config_.loss);
    return config_.fitnessWeight * fitness.sum / fitness.weight.clamp_min(floor) + ofInteraction;
}

void Trainer::setUnits()
{
    const auto unit = model_.state().find("interaction_factors.unit");
    if (unit != model_.state().end()) {
        unit->second[0].fill_(scale_.pairUnit);
        unit->second[1].fill_(scale_.largerUnit);
    }
}

void Trainer::fitFactors(const JobControl &control)
{
    if (best_.parts().size() > 1 && config_.factorNoise > 0.0 && config_.interactionWeight > 0.0) {
        const at::Tensor profiles = model_.profiles().defined() ? model_.profiles().cpu() : at::Tensor();
        fits_.emplace(training_, validation_, validationRows_, scale_, profiles, cell_.geneCount, config_.factorNoise,
                      request_.seed, control);
    }
}

CellLatentPerturbation Trainer::bestOfEpochs() const
{
    TensorMap tensors = best_.kept();
    for (const std::string &name : TrainableModel::tiedTensors()) {
        tensors.erase(profileMapName(name));
    }
    return {modelConfig_, std::move(tensors)};
}

CellLatentPerturbation Trainer::best() const
{
    const CellLatentPerturbation model = bestOfEpochs();
    return fits_ ? fits_->into(model) : model;
}

std::map<std::string, at::Tensor> Trainer::evidence() const
{
    if (!profiles_.rows.defined()) {
        return {};
    }
    std::vector<at::Tensor> channels;
    for (const std::string &name : TrainableModel::tiedTensors()) {
        const auto map = best_.kept().find(profileMapName(name));
        if (map != best_.kept().end()) {
            channels.push_back(map->second.detach().to(at::kCPU));
        }
    }
    if (fits_) {
        channels.push_back(fits_->profileMap(bestOfEpochs(), profiles_.rows.size(1)));
    }
    return channels.empty() ? std::map<std::string, at::Tensor>{} : blockMaps(profiles_, at::cat(channels, 1));
}

void Trainer::average()
{
    const c10::NoGradGuard noGrad;
    // Early averages span only the steps there were: the start would weigh on them for long.
    const auto steps = static_cast<double>(++stepsDone_);
    const double decay = std::min(config_.averageDecay, steps / (steps + 10.0));
    for (const auto &[name, tensor] : averaged_.state()) {
        const at::Tensor &current = model_.state().at(name);
        if (config_.averageDecay == 0.0 || isBuffer(name) || !tensor.is_floating_point()) {
            tensor.copy_(current);
        } else {
            tensor.lerp_(current, 1.0 - decay);
        }
    }
}

bool Trainer::fitnessIsDone() const
{
    return best_.parts().size() > 1 &&
           (config_.fitnessWeight == 0.0 || best_.isStale(BestEpochs::Rest, epoch_, config_.patience));
}

bool Trainer::isDone() const
{
    constexpr int plateaus = 3;
    if (best_.parts().size() == 1) {
        return best_.isStale(BestEpochs::Rest, epoch_, config_.patience);
    }
    return fitnessIsDone() && best_.isStale(BestEpochs::Factors, epoch_, plateaus * config_.patience);
}

ModelOutputs Trainer::stepOutputs(const GenotypeBatch &genotypes) const
{
    const CellLatentPerturbation model = model_.model();
    if (fitnessIsDone()) {
        return forwardFactors(model, genotypes, true);
    }
    return model.forward(model.encode(cell_, true).combined, genotypes, true);
}

double Trainer::trainEpoch(const JobControl &control)
{
    const at::Tensor order = shuffledRows(training_.size(), random_);
    double sum = 0.0;
    for (std::int64_t step = 0; step < stepsPerEpoch_; ++step) {
        control.report(translate("Engine", "Training"), static_cast<std::uint64_t>(stepsDone_),
                       static_cast<std::uint64_t>(config_.epochs * stepsPerEpoch_));
        const std::int64_t first = step * batchSize_;
        const TrainingRows batch =
            training_.select(order.narrow(0, first, std::min(batchSize_, training_.size() - first)));
        optimiser_.clearGradients();
        const at::Tensor loss = jointLoss(stepOutputs(batch.genotypes), batch);
        loss.backward();
        optimiser_.clipGradients(config_.gradientClip);
        optimiser_.step(rate_.at(stepsDone_));
        average();
        sum += loss.item<double>() * static_cast<double>(batch.size());
    }
    return sum / static_cast<double>(training_.size());
}

double Trainer::validate(EpochReport &report)
{
    if (validationRows_.empty()) {
        report.validationLoss = report.trainLoss;
        return report.interactionPearson;
    }
    const c10::NoGradGuard noGrad;
    const ModelOutputs outputs = predictRows(averaged_.model(), cell_, validation_.genotypes);
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
    return interactionAgreement(values.interaction, validationRows_);
}

EpochReport Trainer::runEpoch(const JobControl &control)
{
    const auto start = Clock::now();
    EpochReport report;
    report.epoch = epoch_ + 1;
    report.epochs = config_.epochs;
    const bool fitnessLearns = !fitnessIsDone();
    report.trainLoss = trainEpoch(control);
    const double interaction = validate(report);
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    ++epoch_;
    constexpr double never = -std::numeric_limits<double>::infinity();
    const double fitness = fitnessLearns ? report.fitnessPearson : never;
    const double otherwise = -1.0 - report.validationLoss;
    if (std::isfinite(report.trainLoss) &&
        best_.offer(epoch_, fitness, interaction, otherwise, averaged_.tensorsWithMaps())) {
        reducedAt_ = epoch_;
    }
    report.bestEpoch = best_.latest();
    return report;
}

void Trainer::lowerRateOnPlateau()
{
    if (config_.schedule == Schedule::Plateau && epoch_ - reducedAt_ >= std::max(1, config_.patience / 4)) {
        rate_.reduce();
        reducedAt_ = epoch_;
    }
}

TrainingResult Trainer::run(const TrainingObserver &observer, const JobControl &control)
{
    TrainingResult result;
    if (request_.resume) {
        if (const auto saved = readCheckpoint(checkpointPath(request_.output), fingerprint_)) {
            restore(*saved);
        }
    }
    // Not in the checkpoint: a fit of the same rows is the same again.
    fitFactors(control);
    // Epochs become faster when fitness is done, so the last ones say more than the mean.
    double pace = 0.0;
    const int firstEpoch = epoch_;
    try {
        while (epoch_ < config_.epochs && !isDone()) {
            EpochReport report = runEpoch(control);
            if (!std::isfinite(report.trainLoss)) {
                break;
            }
            pace = epoch_ == firstEpoch + 1 ? report.seconds : 0.5 * (pace + report.seconds);
            report.secondsLeft = pace * (config_.epochs - epoch_);
            if (observer) {
                observer(report);
            }
            lowerRateOnPlateau();
            writeCheckpointWhenDue();
        }
        control.report(translate("Engine", "Training"), 1, 1);
    } catch (const Cancelled &) {
        if (best_.kept().empty()) {
            throw;
        }
        result.cancelled = true;
    }
    if (best_.kept().empty()) {
        throw InputError(errorAt("learning_rate", translate("Engine", "training diverged in its first epoch"),
                                 translate("Engine", "Lower the learning rate.")));
    }
    result.epochs = epoch_;
    result.bestEpoch = best_.latest();
    return result;
}

} // namespace knockscape
