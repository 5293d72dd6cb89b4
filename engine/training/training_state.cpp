#include "engine/core/files.h"
#include "engine/core/translate.h"
#include "engine/training/training_data.h"
#include "engine/training/training_run.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <sstream>

namespace knockscape
{

namespace
{

at::Generator dropoutGenerator()
{
    return at::detail::getDefaultCPUGenerator();
}

TensorMap onCpu(const TensorMap &tensors)
{
    TensorMap result;
    for (const auto &[name, tensor] : tensors) {
        result.emplace(name, tensor.detach().to(at::kCPU));
    }
    return result;
}

/// Copies values in place: the optimiser holds these very tensors.
void assign(const TensorMap &tensors, const TensorMap &values)
{
    const c10::NoGradGuard noGrad;
    for (const auto &[name, tensor] : tensors) {
        tensor.copy_(values.at(name));
    }
}

bool sameShapes(const TensorMap &values, const TensorMap &expected)
{
    return values.size() == expected.size() &&
           std::equal(values.begin(), values.end(), expected.begin(), [](const auto &value, const auto &wanted) {
               return value.first == wanted.first && value.second.sizes() == wanted.second.sizes();
           });
}

bool sameShapes(const std::vector<at::Tensor> &values, const std::vector<at::Tensor> &expected)
{
    return std::equal(
        values.begin(), values.end(), expected.begin(), expected.end(),
        [](const at::Tensor &value, const at::Tensor &wanted) { return value.sizes() == wanted.sizes(); });
}

} // namespace

std::string trainingFingerprint(const TrainingRequest &request, const TrainingConfig &config,
                                const ModelConfig &modelConfig)
{
    std::ostringstream text;
    text << request.labels.sha256 << '\n'
         << request.labels.labels.size() << '\n'
         << request.cell->genes.idsSha256() << '\n'
         << toJson(config, splitOptions(request, config)) << '\n'
         << toJson(modelConfig) << '\n'
         << request.seed;
    return sha256(text.str());
}

Checkpoint Trainer::checkpoint() const
{
    Checkpoint result;
    result.fingerprint = fingerprint_;
    result.model = onCpu(model_.state());
    result.averaged = onCpu(averaged_.state());
    result.best = onCpu(best_.kept());
    result.firstMoments = optimiser_.firstMoments();
    result.secondMoments = optimiser_.secondMoments();
    result.steps = stepsDone_;
    result.epoch = epoch_;
    result.bestEpoch = best_.latest();
    result.reducedAt = reducedAt_;
    for (const BestEpochs::Part &part : best_.parts()) {
        result.bestEpochs.push_back(part.epoch);
        result.bestScores.push_back(part.score);
    }
    result.rateReduction = rate_.reduction();
    std::ostringstream shuffling;
    shuffling << random_;
    result.shuffling = shuffling.str();
    result.dropout = dropoutGenerator().get_state();
    return result;
}

void Trainer::restore(const Checkpoint &checkpoint)
{
    const TensorMap &tensors = model_.state();
    const TensorMap averaged = averaged_.tensorsWithMaps();
    std::mt19937_64 shuffling;
    std::istringstream state(checkpoint.shuffling);
    if (!(state >> shuffling) || !sameShapes(checkpoint.model, tensors) || !sameShapes(checkpoint.averaged, tensors) ||
        !sameShapes(checkpoint.best, averaged) || checkpoint.bestEpochs.size() != best_.parts().size() ||
        checkpoint.bestScores.size() != best_.parts().size() ||
        !sameShapes(checkpoint.firstMoments, optimiser_.firstMoments()) ||
        !sameShapes(checkpoint.secondMoments, optimiser_.secondMoments()) ||
        checkpoint.dropout.sizes() != dropoutGenerator().get_state().sizes()) {
        refuseCheckpoint(checkpointPath(request_.output),
                         translate("Engine", "this checkpoint lacks a part of the training's state"));
    }
    random_ = shuffling;
    assign(tensors, checkpoint.model);
    assign(averaged_.state(), checkpoint.averaged);
    TensorMap best;
    for (const auto &[name, tensor] : checkpoint.best) {
        best.emplace(name, tensor.to(averaged.at(name).options()));
    }
    best_.restore(checkpoint.bestEpochs, checkpoint.bestScores, best);
    optimiser_.restore(checkpoint.firstMoments, checkpoint.secondMoments, checkpoint.steps);
    stepsDone_ = checkpoint.steps;
    epoch_ = checkpoint.epoch;
    reducedAt_ = checkpoint.reducedAt;
    rate_.setReduction(checkpoint.rateReduction);
    dropoutGenerator().set_state(checkpoint.dropout);
}

void Trainer::writeCheckpointWhenDue()
{
    const bool first = lastCheckpoint_ == Clock::time_point{};
    if (request_.checkpointSeconds < 0.0 || best_.kept().empty() ||
        (!first &&
         std::chrono::duration<double>(Clock::now() - lastCheckpoint_).count() < request_.checkpointSeconds)) {
        return;
    }
    writeCheckpoint(checkpointPath(request_.output), checkpoint());
    lastCheckpoint_ = Clock::now();
}

} // namespace knockscape
