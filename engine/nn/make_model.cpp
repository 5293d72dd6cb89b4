#include "engine/nn/cell_latent_perturbation.h"
#include "engine/nn/parameter_specs.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <utility>

namespace knockscape
{

namespace
{

/// SplitMix64 (Steele et al. 2014): libtorch's and the standard library's distributions differ between versions.
class RandomNumbers
{
public:
    explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

    /// Uniform in [0, 1).
    double uniform()
    {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
    }

    /// Standard normal (Box and Muller 1958).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t state_;
};

at::Tensor makeParameter(const ParameterSpec &spec, RandomNumbers &random)
{
    if (spec.initialisation == Initialisation::Ones) {
        return at::ones(spec.shape, at::kFloat);
    }
    at::Tensor tensor = at::zeros(spec.shape, at::kFloat);
    if (spec.initialisation != Initialisation::Zeros) {
        auto *data = tensor.data_ptr<float>();
        for (std::int64_t i = 0; i < tensor.numel(); ++i) {
            data[i] = static_cast<float>(spec.initialisation == Initialisation::Normal
                                             ? random.normal()
                                             : (2.0 * random.uniform() - 1.0) * spec.bound);
        }
    }
    return tensor;
}

/// Random values also for what training starts at 0 or 1, so that no tensor can be forgotten unseen.
void makeArbitrary(const std::string &name, at::Tensor &tensor, Initialisation start, RandomNumbers &random)
{
    if (start != Initialisation::Ones && start != Initialisation::Zeros) {
        return;
    }
    const bool variance = std::string_view(name).ends_with(".running_var");
    auto *data = tensor.data_ptr<float>();
    for (std::int64_t i = 0; i < tensor.numel(); ++i) {
        const double offset = variance ? random.uniform() : 0.3 * random.normal();
        data[i] += static_cast<float>(offset);
    }
}

} // namespace

CellLatentPerturbation makeArbitraryModel(const ModelConfig &config, const CellSizes &sizes, std::uint64_t seed)
{
    RandomNumbers random(seed);
    TensorMap tensors;
    for (const ParameterSpec &spec : parameterSpecs(config, sizes)) {
        at::Tensor tensor = makeParameter(spec, random);
        makeArbitrary(spec.name, tensor, spec.initialisation, random);
        tensors.emplace(spec.name, std::move(tensor));
    }
    // torchcell's ratio is unbounded: a wild-type head near 0 would magnify the rounding of every float32 path.
    const std::string last = "fitness_head." + std::to_string(4 * std::max(1, config.headLayers - 1)) + ".bias";
    tensors.at(last).fill_(4.0);
    return {config, std::move(tensors)};
}

CellLatentPerturbation makeModel(const ModelConfig &config, const CellSizes &sizes, std::uint64_t seed)
{
    RandomNumbers random(seed);
    TensorMap tensors;
    for (const ParameterSpec &spec : parameterSpecs(config, sizes)) {
        tensors.emplace(spec.name, makeParameter(spec, random));
    }
    return {config, std::move(tensors)};
}

} // namespace knockscape
