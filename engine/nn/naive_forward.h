#pragma once

#include "engine/core/genotype.h"
#include "engine/nn/cell_latent_perturbation.h"

namespace knockscape
{

/// What the slow, obvious way answers for one genotype.
struct NaiveOutputs {
    double fitness = 0.0;
    double interaction = 0.0;
    at::Tensor perturbed; ///< z_pert, [hidden]
};

/// The model exactly as model.md words it, for one genotype at a time: encodes the whole cell, splits its rows into
/// whole, intact and perturbed, and runs each set through its network without padding, tables or decomposition. What
/// every faster path is compared with.
NaiveOutputs naiveForward(const CellLatentPerturbation &model, const CellTensors &cell, const Genotype &genotype);

/// The same from rows that were encoded before (EncodedCell::combined).
NaiveOutputs naiveReadout(const CellLatentPerturbation &model, const at::Tensor &combined, const Genotype &genotype);

} // namespace knockscape
