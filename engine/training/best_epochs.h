#pragma once

#include "engine/core/genotype.h"
#include "engine/nn/tensor_map.h"
#include "engine/training/labels.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Which epoch's weights a training keeps. Where fitness and interaction share no weights, each phenotype keeps its own
/// best epoch: fitness overfits before small interactions are learnt, and one end for both would be wrong for one.
class BestEpochs
{
public:
    /// One part of the model: the weights whose names begin with `prefix`, or with several parts those that no other
    /// part names.
    struct Part {
        std::string prefix;
        /// Counted from 1; 0 where no epoch was better than nothing.
        int epoch = 0;
        double score = 0.0;
    };

    /// Places in parts().
    static constexpr std::size_t Rest = 0;
    static constexpr std::size_t Factors = 1;

    /// `separate`: fitness and interaction share no weights.
    explicit BestEpochs(bool separate);

    /// Takes from `weights` into kept() the parts whose score is better than ever. `fitness` and `interaction` are
    /// agreements, higher is better, NaN where there are no such rows; `otherwise` is the score where neither is.
    /// Returns whether anything was taken.
    bool offer(int epoch, double fitness, double interaction, double otherwise, const TensorMap &weights);

    /// Whether the part has not become better for `patience` epochs; never where `patience` is 0.
    bool isStale(std::size_t part, int epoch, int patience) const;

    /// Deep copies, complete after the first offer; empty before.
    const TensorMap &kept() const noexcept { return kept_; }
    /// The latest epoch of which anything is kept.
    int latest() const;

    const std::vector<Part> &parts() const noexcept { return parts_; }
    /// Goes on from what parts() and kept() were. False where these are not for as many parts; nothing has changed
    /// then.
    bool restore(const std::vector<int> &epochs, const std::vector<double> &scores, const TensorMap &kept);

private:
    void take(std::size_t part, const TensorMap &weights);

    std::vector<Part> parts_;
    TensorMap kept_;
};

/// Agreement of predicted with measured interactions: the mean of the Pearson correlations within each source and
/// order, weighted by their rows. One correlation over all of them would say what the source with the widest spread
/// says. Groups of fewer than 30 rows are one group together. NaN where no correlation is defined. `predicted` has one
/// value a row.
double interactionAgreement(std::span<const double> predicted, std::span<const Label> rows);

} // namespace knockscape
