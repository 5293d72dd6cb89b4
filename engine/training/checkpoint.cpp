#include "engine/training/checkpoint.h"

#include "engine/core/json_value.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <system_error>

namespace knockscape
{

namespace
{

constexpr const char *DropoutKey = "state.dropout";

NamedTensor toNamed(const std::string &name, const at::Tensor &tensor)
{
    NamedTensor result;
    result.name = name;
    result.shape = tensor.sizes().vec();
    const at::Tensor values = tensor.detach().to(at::kCPU);
    if (tensor.is_floating_point()) {
        const at::Tensor floats = values.to(at::kFloat).contiguous();
        result.floats.assign(floats.data_ptr<float>(), floats.data_ptr<float>() + floats.numel());
    } else {
        const at::Tensor integers = values.to(at::kLong).contiguous();
        result.integers.assign(integers.data_ptr<std::int64_t>(), integers.data_ptr<std::int64_t>() + integers.numel());
    }
    return result;
}

at::Tensor toTensor(const NamedTensor &named)
{
    at::Tensor tensor = at::empty(named.shape, named.isFloating() ? at::kFloat : at::kLong);
    if (named.isFloating()) {
        std::copy(named.floats.begin(), named.floats.end(), tensor.data_ptr<float>());
    } else {
        std::copy(named.integers.begin(), named.integers.end(), tensor.data_ptr<std::int64_t>());
    }
    return tensor;
}

void add(TensorFile &file, const std::string &prefix, const TensorMap &tensors)
{
    for (const auto &[name, tensor] : tensors) {
        file.tensors.emplace(prefix + name, toNamed(prefix + name, tensor));
    }
}

void add(TensorFile &file, const std::string &prefix, const std::vector<at::Tensor> &tensors)
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::string name = prefix + std::to_string(i);
        file.tensors.emplace(name, toNamed(name, tensors[i]));
    }
}

TensorMap take(const TensorFile &file, const std::string &prefix)
{
    TensorMap result;
    for (const auto &[name, tensor] : file.tensors) {
        if (name.starts_with(prefix)) {
            result.emplace(name.substr(prefix.size()), toTensor(tensor));
        }
    }
    return result;
}

std::vector<at::Tensor> takeList(const TensorFile &file, const std::string &prefix)
{
    std::vector<at::Tensor> result;
    for (std::size_t i = 0;; ++i) {
        const auto found = file.tensors.find(prefix + std::to_string(i));
        if (found == file.tensors.end()) {
            return result;
        }
        result.push_back(toTensor(found->second));
    }
}

void readFacts(const nlohmann::json &json, Checkpoint &checkpoint)
{
    const JsonPlace facts(json);
    checkpoint.steps = facts["steps"].integer<std::int64_t>();
    checkpoint.epoch = facts["epoch"].integer<int>();
    checkpoint.bestEpoch = facts["best_epoch"].integer<int>();
    checkpoint.reducedAt = facts["reduced_at"].integer<int>();
    checkpoint.bestEpochs = facts["best_epochs"].integers<int>();
    const JsonPlace scores = facts["best_scores"];
    for (std::size_t i = 0; i < scores.size(); ++i) {
        // A phenotype that is left out has no score, which is −∞ and which JSON has no number for.
        checkpoint.bestScores.push_back(
            json.at("best_scores").at(i).is_null() ? -std::numeric_limits<double>::infinity() : scores[i].real());
    }
    checkpoint.rateReduction = facts["rate_reduction"].real();
    checkpoint.shuffling = facts["shuffling"].text();
    checkpoint.fingerprint = facts["fingerprint"].text();
}

} // namespace

void writeCheckpoint(const std::filesystem::path &path, const Checkpoint &checkpoint)
{
    TensorFile file;
    add(file, "model.", checkpoint.model);
    add(file, "averaged.", checkpoint.averaged);
    add(file, "best.", checkpoint.best);
    add(file, "first.", checkpoint.firstMoments);
    add(file, "second.", checkpoint.secondMoments);
    file.tensors.emplace(DropoutKey, toNamed(DropoutKey, checkpoint.dropout));
    const nlohmann::json facts{{"fingerprint", checkpoint.fingerprint},
                               {"steps", checkpoint.steps},
                               {"epoch", checkpoint.epoch},
                               {"best_epoch", checkpoint.bestEpoch},
                               {"reduced_at", checkpoint.reducedAt},
                               {"best_epochs", checkpoint.bestEpochs},
                               {"best_scores", checkpoint.bestScores},
                               {"rate_reduction", checkpoint.rateReduction},
                               {"shuffling", checkpoint.shuffling}};
    file.metadata[checkpointMetadataKey] = facts.dump();
    writeSafetensors(path, file);
}

std::optional<Checkpoint> readCheckpoint(const std::filesystem::path &path, const std::string &fingerprint)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return std::nullopt;
    }
    const TensorFile file = readSafetensors(path);
    Checkpoint checkpoint;
    try {
        const nlohmann::json facts = parseJson(file.metadata.at(checkpointMetadataKey));
        readFacts(facts, checkpoint);
        checkpoint.dropout = toTensor(file.tensors.at(DropoutKey)).to(at::kByte);
    } catch (const std::exception &) {
        refuseCheckpoint(path, translate("Engine", "this is not the checkpoint of a training"));
    }
    if (checkpoint.fingerprint != fingerprint) {
        refuseCheckpoint(path, translate("Engine",
                                         "this checkpoint belongs to a training with other labels, genes, options or "
                                         "seed"));
    }
    checkpoint.model = take(file, "model.");
    checkpoint.averaged = take(file, "averaged.");
    checkpoint.best = take(file, "best.");
    checkpoint.firstMoments = takeList(file, "first.");
    checkpoint.secondMoments = takeList(file, "second.");
    return checkpoint;
}

} // namespace knockscape
