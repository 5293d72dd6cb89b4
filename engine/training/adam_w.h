#pragma once

#include <ATen/ATen.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace knockscape
{

/// How one parameter learns beside the others.
struct LearningRule {
    double weightDecay = 0.0;
    /// Parameters of one group have their gradients clipped together. Parts of a model that learn apart must not share
    /// one: a large gradient of one would silence the other for a step, and Adam's moments with it.
    std::size_t clipGroup = 0;
};

/// AdamW: Adam with decoupled weight decay (Loshchilov & Hutter 2019, arXiv:1711.05101), β = (0.9, 0.999), ε = 1e-8.
/// Decay applies to matrices only, not to biases and norms. Parameters without a gradient are left alone.
class AdamW
{
public:
    /// One rule a parameter.
    AdamW(std::vector<at::Tensor> parameters, std::vector<LearningRule> rules);

    /// Scales the gradients of each group so that their joint norm is at most `limit` (0: no limit).
    void clipGradients(double limit);
    /// One update in place with this learning rate.
    void step(double learningRate);
    void clearGradients();

    /// The running moments and the number of steps, for checkpoints.
    const std::vector<at::Tensor> &firstMoments() const noexcept { return firstMoments_; }
    const std::vector<at::Tensor> &secondMoments() const noexcept { return secondMoments_; }
    std::int64_t stepCount() const noexcept { return stepCount_; }
    /// Goes on from there. The moments are copied; they must have the parameters' shapes.
    void restore(const std::vector<at::Tensor> &first, const std::vector<at::Tensor> &second, std::int64_t steps);

private:
    std::vector<at::Tensor> parameters_;
    std::vector<LearningRule> rules_;
    std::vector<at::Tensor> firstMoments_;
    std::vector<at::Tensor> secondMoments_;
    std::int64_t stepCount_ = 0;
};

} // namespace knockscape
