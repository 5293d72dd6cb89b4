#include "engine/nn/reference/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape::reference
{

Matrix zeros(std::size_t rows, std::size_t columns)
{
    return Matrix(rows, Vector(columns, 0.0));
}

void addScaled(Vector &sum, double factor, const Vector &x)
{
    for (std::size_t channel = 0; channel < x.size(); ++channel) {
        sum[channel] += factor * x[channel];
    }
}

double dot(const Vector &a, const Vector &b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

Vector softmax(const Vector &logits)
{
    if (logits.empty()) {
        return {};
    }
    const double largest = *std::max_element(logits.begin(), logits.end());
    Vector weights;
    double sum = 0.0;
    for (const double logit : logits) {
        weights.push_back(std::exp(logit - largest));
        sum += weights.back();
    }
    for (double &weight : weights) {
        weight /= sum;
    }
    return weights;
}

Matrix linear(const Parameters &parameters, const std::string &name, const Matrix &x)
{
    const Matrix weight = parameters.matrix(name + ".weight");
    const Vector bias = parameters.has(name + ".bias") ? parameters.vector(name + ".bias") : Vector(weight.size(), 0.0);
    Matrix result;
    for (const Vector &row : x) {
        Vector out = bias;
        for (std::size_t channel = 0; channel < weight.size(); ++channel) {
            out[channel] += dot(weight[channel], row);
        }
        result.push_back(std::move(out));
    }
    return result;
}

Vector layerNorm(const Parameters &parameters, const std::string &name, const Vector &x)
{
    const Vector &weight = parameters.vector(name + ".weight");
    const Vector &bias = parameters.vector(name + ".bias");
    const auto count = static_cast<double>(x.size());
    double mean = 0.0;
    for (const double value : x) {
        mean += value / count;
    }
    double variance = 0.0;
    for (const double value : x) {
        variance += (value - mean) * (value - mean) / count;
    }
    Vector result;
    for (std::size_t channel = 0; channel < x.size(); ++channel) {
        result.push_back((x[channel] - mean) / std::sqrt(variance + 1e-5) * weight[channel] + bias[channel]);
    }
    return result;
}

double activate(ActivationType type, double x)
{
    switch (type) {
    case ActivationType::Relu:
        return std::max(x, 0.0);
    case ActivationType::Gelu:
        return 0.5 * x * (1.0 + std::erf(x / std::sqrt(2.0)));
    case ActivationType::Sigmoid:
        return 1.0 / (1.0 + std::exp(-x));
    case ActivationType::LeakyRelu:
        return x < 0.0 ? 0.01 * x : x;
    case ActivationType::Tanh:
        return std::tanh(x);
    }
    return x;
}

Matrix activate(ActivationType type, Matrix x)
{
    for (Vector &row : x) {
        for (double &value : row) {
            value = activate(type, value);
        }
    }
    return x;
}

Matrix blocks(const Parameters &parameters, const std::string &name, int count, ActivationType type, Matrix x)
{
    for (int block = 0; block < count; ++block) {
        x = linear(parameters, name + '.' + std::to_string(4 * block), x);
        for (Vector &row : x) {
            row = layerNorm(parameters, name + '.' + std::to_string(4 * block + 1), row);
        }
        x = activate(type, std::move(x));
    }
    return x;
}

Matrix blocksAndLinear(const Parameters &parameters, const std::string &name, int count, ActivationType type,
                       const Matrix &x)
{
    return linear(parameters, name + '.' + std::to_string(4 * count), blocks(parameters, name, count, type, x));
}

Vector meanOfRows(const Matrix &x, std::size_t columns)
{
    Vector mean(columns, 0.0);
    for (const Vector &row : x) {
        addScaled(mean, 1.0 / static_cast<double>(x.size()), row);
    }
    return mean;
}

} // namespace knockscape::reference
