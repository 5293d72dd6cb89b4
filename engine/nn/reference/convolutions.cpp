#include "engine/nn/reference/convolutions.h"

#include "engine/nn/reference/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape::reference
{

std::vector<Message> withoutLoops(const std::vector<Message> &messages)
{
    std::vector<Message> result;
    for (const Message &message : messages) {
        if (message.source != message.target) {
            result.push_back(message);
        }
    }
    return result;
}

std::vector<Message> withLoops(std::vector<Message> messages, std::size_t genes)
{
    for (std::size_t gene = 0; gene < genes; ++gene) {
        messages.push_back({gene, gene});
    }
    return messages;
}

Matrix gcn(const Parameters &parameters, const std::string &name, const ConvolutionOptions &options,
           const std::vector<Message> &messages, const Matrix &x)
{
    // Self loops belong to the normalisation: without it there are only those of the network.
    const bool loops = options.normalize && options.addSelfLoops;
    const std::vector<Message> all = loops ? withLoops(withoutLoops(messages), x.size()) : messages;
    Vector degree(x.size(), 0.0);
    for (const Message &message : all) {
        degree[message.target] += 1.0;
    }
    const Matrix projected = linear(parameters, name + ".lin", x);
    const std::size_t channels = projected.front().size();
    Matrix result = zeros(x.size(), channels);
    for (const Message &message : all) {
        const double product = degree[message.source] * degree[message.target];
        const double weight = !options.normalize ? 1.0 : product > 0.0 ? 1.0 / std::sqrt(product) : 0.0;
        addScaled(result[message.target], weight, projected[message.source]);
    }
    if (options.bias) {
        for (Vector &row : result) {
            addScaled(row, 1.0, parameters.vector(name + ".bias"));
        }
    }
    return result;
}

Matrix gin(const Parameters &parameters, const std::string &name, const ModelConfig &config,
           const std::vector<Message> &messages, const Matrix &x)
{
    const ConvolutionOptions &options = config.convolutionOptions;
    const double eps = parameters.vector(name + ".eps").front();
    Matrix value = zeros(x.size(), x.front().size());
    for (std::size_t gene = 0; gene < x.size(); ++gene) {
        addScaled(value[gene], 1.0 + eps, x[gene]);
    }
    for (const Message &message : options.addSelfLoops ? withLoops(messages, x.size()) : messages) {
        addScaled(value[message.target], 1.0, x[message.source]);
    }
    const std::string nn = name + ".nn.";
    const int inner = std::max(1, options.mlpLayers - 1);
    for (int layer = 0; layer < inner; ++layer) {
        value = linear(parameters, nn + std::to_string(4 * layer), value);
        const std::string norm = nn + std::to_string(4 * layer + 1);
        for (Vector &row : value) {
            for (std::size_t channel = 0; channel < row.size(); ++channel) {
                const double centred = row[channel] - parameters.vector(norm + ".running_mean")[channel];
                const double deviation = std::sqrt(parameters.vector(norm + ".running_var")[channel] + 1e-5);
                row[channel] = centred / deviation * parameters.vector(norm + ".weight")[channel] +
                               parameters.vector(norm + ".bias")[channel];
            }
        }
        value = activate(config.activation, std::move(value));
    }
    return linear(parameters, nn + std::to_string(4 * inner), value);
}

Matrix convolve(const Parameters &parameters, const std::string &name, const ModelConfig &config,
                const std::vector<Message> &messages, const Matrix &x)
{
    switch (config.convolution) {
    case ConvolutionType::Gcn:
        return gcn(parameters, name, config.convolutionOptions, messages, x);
    case ConvolutionType::Gat:
        return gat(parameters, name, config.convolutionOptions, messages, x);
    case ConvolutionType::Transformer:
        return transformer(parameters, name, config.convolutionOptions, messages, x);
    case ConvolutionType::Gin:
        return gin(parameters, name, config, messages, x);
    }
    return x;
}

} // namespace knockscape::reference
