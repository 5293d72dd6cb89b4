#pragma once

#include "engine/core/job_control.h"
#include "engine/nn/cell_latent_perturbation.h"
#include "engine/training/factor_fit.h"
#include "engine/training/labels.h"
#include "engine/training/training_rows.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <span>
#include <vector>

namespace knockscape
{

/// Closed-form fits of interactions (FactorFit), one for pairs and one for larger sets, that are put beside the factors
/// that gradients trained: they err differently, so that their mean is better than either, and of larger sets that
/// share two genes gradients find little. A model with them has that many factors more and is otherwise the same.
class FactorBlend
{
public:
    /// Fits the training rows. Of larger sets the best of several starts by the validation rows. Orders with few rows
    /// are left out. `profiles` [genes, columns] as of geneProfiles(), undefined for none; `validationLabels` are the
    /// rows of `validation`. Reports sweeps; throws Cancelled.
    FactorBlend(const TrainingRows &training, const TrainingRows &validation, std::span<const Label> validationLabels,
                const TargetScale &scale, const at::Tensor &profiles, std::int64_t genes, double noise,
                std::uint64_t seed, const JobControl &control);

    /// `model` with each fit's share of its order: half, or none or all where that agrees better with the validation
    /// rows by more than a standard error. `model` must be one whose interactions are factors alone
    /// (interactionStandsAlone()).
    CellLatentPerturbation into(const CellLatentPerturbation &model) const;

    /// What profiles say of the channels that into() adds to this model, [columns, channels], in their order. `columns`
    /// is that of the profiles.
    at::Tensor profileMap(const CellLatentPerturbation &model, std::int64_t columns) const;

private:
    /// Rows that judge one order.
    struct Judge {
        GenotypeBatch genotypes;
        std::vector<Label> labels;

        double agreement(const at::Tensor &predicted) const;
    };
    /// One order's fit; what it says is unit · (predict() + bias).
    struct Part {
        FactorVectors fit;
        double unit = 1.0;
        double bias = 0.0;
        Judge judge;

        /// Of the judge's genotypes.
        at::Tensor said() const;
    };

    static Judge judgeOf(const TrainingRows &validation, std::span<const Label> labels, FactorOrder order);
    static double share(const Part &part, const CellLatentPerturbation &model);

    std::vector<Part> parts_;
};

} // namespace knockscape
