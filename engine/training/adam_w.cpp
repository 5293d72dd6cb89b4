#include "engine/training/adam_w.h"

#include <c10/core/GradMode.h>

#include <cmath>
#include <map>

namespace knockscape
{

namespace
{

constexpr double Beta1 = 0.9;
constexpr double Beta2 = 0.999;
constexpr double Epsilon = 1e-8;

} // namespace

AdamW::AdamW(std::vector<at::Tensor> parameters, std::vector<LearningRule> rules)
    : parameters_(std::move(parameters)), rules_(std::move(rules))
{
    for (const at::Tensor &parameter : parameters_) {
        firstMoments_.push_back(at::zeros_like(parameter));
        secondMoments_.push_back(at::zeros_like(parameter));
    }
}

void AdamW::clipGradients(double limit)
{
    const c10::NoGradGuard noGrad;
    if (limit <= 0.0) {
        return;
    }
    std::map<std::size_t, std::vector<at::Tensor>> groups;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        if (parameters_[i].grad().defined()) {
            groups[rules_[i].clipGroup].push_back(parameters_[i].grad());
        }
    }
    for (const auto &[group, gradients] : groups) {
        std::vector<at::Tensor> norms;
        for (const at::Tensor &gradient : gradients) {
            norms.push_back(gradient.norm());
        }
        const double norm = at::stack(norms).norm().item<double>();
        if (norm > limit) {
            for (const at::Tensor &gradient : gradients) {
                gradient.mul_(limit / norm);
            }
        }
    }
}

void AdamW::step(double learningRate)
{
    const c10::NoGradGuard noGrad;
    ++stepCount_;
    const auto steps = static_cast<double>(stepCount_);
    const double correction1 = 1.0 - std::pow(Beta1, steps);
    const double correction2 = std::sqrt(1.0 - std::pow(Beta2, steps));
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        const at::Tensor &gradient = parameters_[i].grad();
        if (!gradient.defined()) {
            continue;
        }
        if (parameters_[i].dim() > 1) {
            parameters_[i].mul_(1.0 - learningRate * rules_[i].weightDecay);
        }
        firstMoments_[i].mul_(Beta1).add_(gradient, 1.0 - Beta1);
        secondMoments_[i].mul_(Beta2).addcmul_(gradient, gradient, 1.0 - Beta2);
        const at::Tensor scale = (secondMoments_[i].sqrt() / correction2).add_(Epsilon);
        parameters_[i].addcdiv_(firstMoments_[i], scale, -learningRate / correction1);
    }
}

void AdamW::restore(const std::vector<at::Tensor> &first, const std::vector<at::Tensor> &second, std::int64_t steps)
{
    const c10::NoGradGuard noGrad;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        firstMoments_[i].copy_(first.at(i));
        secondMoments_[i].copy_(second.at(i));
    }
    stepCount_ = steps;
}

void AdamW::clearGradients()
{
    for (at::Tensor &parameter : parameters_) {
        parameter.mutable_grad() = at::Tensor();
    }
}

} // namespace knockscape
