#include "engine/nn/layers.h"

namespace knockscape::layers
{

namespace
{

constexpr double epsilon = 1e-5;

} // namespace

at::Tensor linear(const Scope &scope, const at::Tensor &x)
{
    const at::Tensor bias = scope.optional("bias");
    return bias.defined() ? at::linear(x, scope["weight"], bias) : at::linear(x, scope["weight"]);
}

at::Tensor layerNorm(const Scope &scope, const at::Tensor &x)
{
    const at::Tensor &weight = scope["weight"];
    return at::layer_norm(x, weight.sizes(), weight, scope["bias"], epsilon);
}

at::Tensor activate(const at::Tensor &x, ActivationType type)
{
    switch (type) {
    case ActivationType::Relu:
        return at::relu(x);
    case ActivationType::Gelu:
        return at::gelu(x);
    case ActivationType::Sigmoid:
        return at::sigmoid(x);
    case ActivationType::LeakyRelu:
        return at::leaky_relu(x, 0.01);
    case ActivationType::Tanh:
        return at::tanh(x);
    }
    return x;
}

at::Tensor dropOut(const at::Tensor &x, double p, bool training)
{
    return training && p > 0.0 ? at::dropout(x, p, true) : x;
}

at::Tensor mlp(const Scope &scope, const at::Tensor &x, int blocks, bool finalLinear, ActivationType activation,
               const Mode &mode)
{
    at::Tensor value = x;
    for (int block = 0; block < blocks; ++block) {
        value = layerNorm(scope.sub(4 * block + 1), linear(scope.sub(4 * block), value));
        value = dropOut(activate(value, activation), mode.dropout, mode.training);
    }
    return finalLinear ? linear(scope.sub(4 * blocks), value) : value;
}

at::Tensor batchNorm(const Scope &scope, const at::Tensor &x, bool training)
{
    return at::batch_norm(x, scope.optional("weight"), scope.optional("bias"), scope["running_mean"],
                          scope["running_var"], training, 0.1, epsilon, false);
}

at::Tensor geneNorm(const Scope &scope, const at::Tensor &x, NormType type, bool training)
{
    switch (type) {
    case NormType::None:
        return x;
    case NormType::Batch:
        return batchNorm(scope.sub("module"), x, training);
    case NormType::Layer: {
        // One mean and one deviation over all genes and channels; eps is added to the deviation, not the variance.
        const at::Tensor centred = x - x.mean();
        const at::Tensor deviation = centred.square().mean().sqrt() + epsilon;
        return centred / deviation * scope["weight"] + scope["bias"];
    }
    case NormType::Instance: {
        const at::Tensor centred = x - x.mean(0, true);
        return centred / (centred.square().mean(0, true) + epsilon).sqrt();
    }
    case NormType::Pair: {
        const at::Tensor centred = x - x.mean(0, true);
        return centred / (centred.square().sum(-1).mean() + epsilon).sqrt();
    }
    case NormType::MeanSubtraction:
        return x - x.mean(0, true);
    }
    return x;
}

} // namespace knockscape::layers
