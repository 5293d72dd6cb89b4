#pragma once

#include "engine/core/genotype.h"
#include "engine/nn/model_config.h"
#include "engine/nn/reference/parameters.h"

namespace knockscape::reference
{

/// What the model says about one genotype, and the latent vectors on the way.
struct Answer {
    Vector whole;     ///< z_whole, [hidden]
    Vector intact;    ///< z_intact, [hidden]
    Vector perturbed; ///< z_pert, [hidden]
    double fitness = 0.0;
    double interaction = 0.0;
};

/// Steps 4 to 7: splits the rows of `combined` into whole, intact and perturbed, and runs each set through its network.
Answer answer(const Parameters &parameters, const ModelConfig &config, const Matrix &combined,
              const Genotype &genotype);

/// Step 6: the perturbed Set Transformer on the rows of the deleted genes; zeros for none.
Vector encodePerturbed(const Parameters &parameters, const ModelConfig &config, const Matrix &rows);

} // namespace knockscape::reference
