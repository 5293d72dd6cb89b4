#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/nn/cell_latent_perturbation.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace knockscape::tests
{

/// What a model says about a cell and some genotypes, with the intermediate tensors in row-major order. A tensor that
/// an implementation does not show is empty.
struct Outputs {
    std::vector<double> gene;
    std::vector<double> metabolism;
    std::vector<double> combined;
    std::vector<double> perturbed; ///< z_pert, [genotypes, hidden]
    std::vector<double> fitness;
    std::vector<double> interaction;
};

/// A way to compute the model.
struct Implementation {
    std::string name;
    /// How much it may deviate from doubles; relative where the values of a tensor are beyond 1.
    double tolerance = 0.0;
    std::function<Outputs(const CellLatentPerturbation &model, const std::shared_ptr<const Cell> &cell,
                          const std::vector<Genotype> &genotypes)>
        run;
};

/// The independent reference in doubles.
Implementation referenceImplementation();
/// The full forward pass, the tables (as a batch, one by one and in another order) and the screen on the CPU and, where
/// there is a CUDA device, the first two on that.
std::vector<Implementation> fastImplementations();
bool cudaIsThere();

/// Empty where every tensor that both show agrees; else what deviates and by how much.
QString difference(const Outputs &actual, const Outputs &expected, double tolerance);

} // namespace knockscape::tests
