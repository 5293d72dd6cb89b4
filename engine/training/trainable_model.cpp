#include "engine/training/trainable_model.h"

#include "engine/training/uniform_matrix.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace knockscape
{

namespace
{

constexpr const char *PerGene[] = {"gene_encoder.node_embedding.weight", "interaction_factors.gene.weight"};
constexpr const char *MapPrefix = "profile_map.";

} // namespace

std::string profileMapName(const std::string &tensor)
{
    return tensor + ".profile_map";
}

std::vector<std::string> TrainableModel::tiedTensors()
{
    return {std::begin(PerGene), std::end(PerGene)};
}

TensorMap TrainableModel::tensorsWithMaps() const
{
    TensorMap tensors = model().tensors();
    for (const char *name : PerGene) {
        const auto map = state_.find(MapPrefix + std::string(name));
        if (map != state_.end()) {
            tensors.emplace(profileMapName(name), map->second);
        }
    }
    return tensors;
}

TrainableModel::TrainableModel(const CellLatentPerturbation &model, at::Tensor profiles, std::uint64_t seed)
    : config_(model.config()), state_(model.clone().tensors()), profiles_(std::move(profiles))
{
    if (!profiles_.defined()) {
        return;
    }
    std::mt19937_64 random(seed);
    for (const char *name : PerGene) {
        const auto found = state_.find(name);
        if (found != state_.end() && found->second.size(1) > 0) {
            // Variance 1/rows: a profile whose squares sum to `rows` is mapped to variance 1.
            const std::int64_t rows = profiles_.size(1);
            const double bound = std::sqrt(3.0 / static_cast<double>(rows));
            const at::Tensor map = uniformMatrix(rows, found->second.size(1), bound, random);
            state_.emplace(MapPrefix + std::string(name), map.to(found->second.device()));
            found->second.zero_();
        }
    }
    profiles_ = profiles_.to(state_.begin()->second.device());
}

CellLatentPerturbation TrainableModel::model() const
{
    TensorMap tensors;
    for (const auto &[name, tensor] : state_) {
        if (name.starts_with(MapPrefix)) {
            continue;
        }
        const auto map = state_.find(MapPrefix + name);
        tensors.emplace(name, map == state_.end() ? tensor : at::addmm(tensor, profiles_, map->second));
    }
    return {config_, std::move(tensors)};
}

std::vector<std::string> TrainableModel::trainedNames() const
{
    std::vector<std::string> names;
    for (const auto &[name, tensor] : state_) {
        const std::string &key = name;
        const bool frozen = std::any_of(frozen_.begin(), frozen_.end(),
                                        [&](const std::string &prefix) { return key.starts_with(prefix); });
        if (!frozen && !isBuffer(name) && tensor.is_floating_point()) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<at::Tensor> TrainableModel::parameters() const
{
    std::vector<at::Tensor> result;
    for (const std::string &name : trainedNames()) {
        result.push_back(state_.at(name));
    }
    return result;
}

std::vector<LearningRule> TrainableModel::learningRules(const TrainingConfig &config) const
{
    constexpr std::size_t rest = 0;
    constexpr std::size_t factors = 1;
    std::vector<LearningRule> result;
    for (const std::string &name : trainedNames()) {
        const bool isFactor = name.find("interaction_factors.") != std::string::npos;
        result.push_back(isFactor ? LearningRule{config.factorWeightDecay, factors}
                                  : LearningRule{config.weightDecay, rest});
    }
    return result;
}

void TrainableModel::requireGradients() const
{
    for (const at::Tensor &parameter : parameters()) {
        parameter.requires_grad_(true);
    }
}

TrainableModel TrainableModel::clone() const
{
    TrainableModel copy(*this);
    copy.state_ = CellLatentPerturbation(config_, state_).clone().tensors();
    return copy;
}

} // namespace knockscape
