#pragma once

#include "engine/nn/cell_tensors.h"
#include "engine/nn/model_config.h"

#include <cstdint>
#include <string>
#include <vector>

namespace knockscape
{

/// How a tensor starts before training.
enum class Initialisation {
    Uniform, ///< uniform in ±bound
    Normal,  ///< standard normal
    Ones,
    Zeros
};

/// One tensor a model must have.
struct ParameterSpec {
    std::string name;
    std::vector<std::int64_t> shape;
    Initialisation initialisation = Initialisation::Zeros;
    double bound = 0.0;
};

/// Every tensor that the forward pass of `config` reads on a cell of these sizes, with its shape.
std::vector<ParameterSpec> parameterSpecs(const ModelConfig &config, const CellSizes &sizes);

} // namespace knockscape
