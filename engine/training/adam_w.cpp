#include "engine/training/adam_w.h"

#include <c10/core/GradMode.h>

#include <cmath>

namespace knockscape
{

namespace
{

constexpr double Beta1 = 0.9;
constexpr double Beta2 = 0.999;
constexpr double Epsilon = 1e-8;

} // namespace

AdamW::AdamW(std::vector<at::Tensor> parameters, std::vector<double> rateFactors, double weightDecay)
    : parameters_(std::move(parameters)), rateFactors_(std::move(rateFactors)), weightDecay_(weightDecay)
{
    for (const at::Tensor &parameter : parameters_) {
        firstMoments_.push_back(at::zeros_like(parameter));
        secondMoments_.push_back(at::zeros_like(parameter));
    }
}

double AdamW::clipGradients(double limit)
{
    const c10::NoGradGuard noGrad;
    std::vector<at::Tensor> norms;
    for (const at::Tensor &parameter : parameters_) {
        if (parameter.grad().defined()) {
            norms.push_back(parameter.grad().norm());
        }
    }
    if (norms.empty()) {
        return 0.0;
    }
    const double norm = at::stack(norms).norm().item<double>();
    if (limit > 0.0 && norm > limit) {
        for (const at::Tensor &parameter : parameters_) {
            if (parameter.grad().defined()) {
                parameter.grad().mul_(limit / norm);
            }
        }
    }
    return norm;
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
        const double rate = learningRate * rateFactors_[i];
        if (parameters_[i].dim() > 1) {
            parameters_[i].mul_(1.0 - rate * weightDecay_);
        }
        firstMoments_[i].mul_(Beta1).add_(gradient, 1.0 - Beta1);
        secondMoments_[i].mul_(Beta2).addcmul_(gradient, gradient, 1.0 - Beta2);
        const at::Tensor scale = (secondMoments_[i].sqrt() / correction2).add_(Epsilon);
        parameters_[i].addcdiv_(firstMoments_[i], scale, -rate / correction1);
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
