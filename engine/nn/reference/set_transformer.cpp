#include "engine/nn/reference/layers.h"
#include "engine/nn/reference/readout.h"

#include <cmath>

namespace knockscape::reference
{

namespace
{

/// torch.nn.MultiheadAttention of a set with itself, in evaluation mode.
Matrix selfAttention(const Parameters &parameters, const std::string &name, const ModelConfig &config, const Matrix &x)
{
    const Matrix weight = parameters.matrix(name + ".in_proj_weight");
    const Vector &bias = parameters.vector(name + ".in_proj_bias");
    const auto hidden = static_cast<std::size_t>(config.hiddenChannels);
    const auto heads = static_cast<std::size_t>(config.setTransformerHeads);
    const std::size_t width = hidden / heads;
    // Query, key and value of row i stand one after the other.
    Matrix projected = zeros(x.size(), 3 * hidden);
    for (std::size_t row = 0; row < x.size(); ++row) {
        for (std::size_t channel = 0; channel < 3 * hidden; ++channel) {
            projected[row][channel] = dot(weight[channel], x[row]) + bias[channel];
        }
    }
    Matrix mixed = zeros(x.size(), hidden);
    for (std::size_t head = 0; head < heads; ++head) {
        for (std::size_t to = 0; to < x.size(); ++to) {
            Vector logits;
            for (const Vector &from : projected) {
                double product = 0.0;
                for (std::size_t channel = head * width; channel < (head + 1) * width; ++channel) {
                    product += projected[to][channel] * from[hidden + channel];
                }
                logits.push_back(product / std::sqrt(static_cast<double>(width)));
            }
            const Vector attention = softmax(logits);
            for (std::size_t from = 0; from < x.size(); ++from) {
                for (std::size_t channel = head * width; channel < (head + 1) * width; ++channel) {
                    mixed[to][channel] += attention[from] * projected[from][2 * hidden + channel];
                }
            }
        }
    }
    return linear(parameters, name + ".out_proj", mixed);
}

} // namespace

Vector encodePerturbed(const Parameters &parameters, const ModelConfig &config, const Matrix &rows)
{
    const std::string scope = "perturbed_processor.";
    Matrix x = linear(parameters, scope + "input_proj", rows);
    for (int layer = 0; layer < config.setTransformerLayers; ++layer) {
        const std::string number = std::to_string(layer);
        const Matrix attended = selfAttention(parameters, scope + "layers." + number, config, x);
        for (std::size_t row = 0; row < x.size(); ++row) {
            addScaled(x[row], 1.0, attended[row]);
            x[row] = layerNorm(parameters, scope + "norm_layers." + number, x[row]);
        }
    }
    for (Vector &row : x) {
        row = layerNorm(parameters, scope + "output_norm", row);
    }
    return meanOfRows(x, static_cast<std::size_t>(config.hiddenChannels));
}

} // namespace knockscape::reference
