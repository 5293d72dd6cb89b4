#include "engine/nn/reference/gene_encoder.h"

#include "engine/nn/reference/convolutions.h"
#include "engine/nn/reference/layers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape::reference
{

namespace
{

/// The features of every gene. The native flavour brings each column to mean 0 and deviation 1.
Matrix features(const ModelConfig &config, const Cell &cell)
{
    const std::size_t columns = cell.features.columns;
    Matrix x;
    for (std::size_t gene = 0; gene < cell.genes.size(); ++gene) {
        const auto begin = cell.features.values.begin() + static_cast<std::ptrdiff_t>(gene * columns);
        x.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(columns));
    }
    if (config.flavour == Flavour::Native) {
        const Vector mean = meanOfRows(x, columns);
        for (std::size_t column = 0; column < columns; ++column) {
            double variance = 0.0;
            for (const Vector &row : x) {
                variance += std::pow(row[column] - mean[column], 2) / static_cast<double>(x.size());
            }
            for (Vector &row : x) {
                row[column] = (row[column] - mean[column]) / (std::sqrt(variance) + 1e-6);
            }
        }
    }
    return x;
}

/// The learned vector of every gene. torchcell looks them up with max_norm = 1.
Matrix embedding(const Parameters &parameters, const ModelConfig &config)
{
    Matrix rows = parameters.matrix("gene_encoder.node_embedding.weight");
    double largest = 0.0;
    for (const Vector &row : rows) {
        largest = std::max(largest, std::sqrt(dot(row, row)));
    }
    const bool bounded = config.flavour == Flavour::Torchcell && largest <= 1.5;
    for (Vector &row : rows) {
        const double norm = std::sqrt(dot(row, row));
        for (double &value : row) {
            value *= bounded && norm > 1.0 ? 1.0 / (norm + 1e-7) : 1.0;
        }
    }
    return rows;
}

Matrix encoderInput(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    if (config.geneInput == GeneInput::Features) {
        return features(config, cell);
    }
    if (config.geneInput == GeneInput::Learnable) {
        return embedding(parameters, config);
    }
    Matrix x = features(config, cell);
    const Matrix learned = embedding(parameters, config);
    for (std::size_t gene = 0; gene < x.size(); ++gene) {
        x[gene].insert(x[gene].end(), learned[gene].begin(), learned[gene].end());
    }
    return x;
}

std::vector<Message> messagesOf(const Cell &cell, const std::string &edgeType)
{
    std::vector<Message> messages;
    for (const GeneNetwork &network : cell.networks) {
        if (canonicalEdgeType(network.type()) == edgeType) {
            for (const GeneEdge &edge : network.messageEdges()) {
                messages.push_back({static_cast<std::size_t>(edge.source), static_cast<std::size_t>(edge.target)});
            }
        }
    }
    return messages;
}

} // namespace

Matrix normalise(const Parameters &parameters, const std::string &name, NormType type, Matrix x)
{
    const std::size_t channels = x.front().size();
    const auto rows = static_cast<double>(x.size());
    Vector mean = meanOfRows(x, channels);
    Vector deviation(channels, 1.0);
    Vector weight(channels, 1.0);
    Vector bias(channels, 0.0);
    if (type == NormType::None) {
        return x;
    }
    if (type == NormType::Batch) {
        mean = parameters.vector(name + ".module.running_mean");
        for (std::size_t channel = 0; channel < channels; ++channel) {
            deviation[channel] = std::sqrt(parameters.vector(name + ".module.running_var")[channel] + 1e-5);
        }
        weight = parameters.vector(name + ".module.weight");
        bias = parameters.vector(name + ".module.bias");
    }
    if (type == NormType::Layer) {
        double overall = 0.0;
        for (const double value : mean) {
            overall += value / static_cast<double>(channels);
        }
        mean.assign(channels, overall);
        weight = parameters.vector(name + ".weight");
        bias = parameters.vector(name + ".bias");
    }
    Vector squares(channels, 0.0);
    double allSquares = 0.0;
    for (const Vector &row : x) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const double square = std::pow(row[channel] - mean[channel], 2);
            squares[channel] += square;
            allSquares += square;
        }
    }
    for (std::size_t channel = 0; channel < channels; ++channel) {
        if (type == NormType::Layer) {
            deviation[channel] = std::sqrt(allSquares / (rows * static_cast<double>(channels))) + 1e-5;
        } else if (type == NormType::Instance) {
            deviation[channel] = std::sqrt(squares[channel] / rows + 1e-5);
        } else if (type == NormType::Pair) {
            deviation[channel] = std::sqrt(allSquares / rows + 1e-5);
        }
    }
    for (Vector &row : x) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            row[channel] = (row[channel] - mean[channel]) / deviation[channel] * weight[channel] + bias[channel];
        }
    }
    return x;
}

Matrix encodeGenes(const Parameters &parameters, const ModelConfig &config, const Cell &cell)
{
    const std::string scope = "gene_encoder.";
    const bool native = config.flavour == Flavour::Native;
    Matrix x = encoderInput(parameters, config, cell);
    if (native) {
        x = linear(parameters, scope + "input_proj", x);
    }
    for (int layer = 0; layer < config.geneEncoderLayers; ++layer) {
        const std::string convs = scope + "convs." + std::to_string(layer) + ".convs.";
        Matrix next = zeros(x.size(), static_cast<std::size_t>(config.hiddenChannels));
        if (config.edgeTypes.empty()) {
            next = linear(parameters, convs + "self", x);
        }
        for (const std::string &type : config.edgeTypes) {
            const Matrix part = convolve(parameters, convs + "<gene___" + type + "_interaction___gene>", config,
                                         messagesOf(cell, type), x);
            for (std::size_t gene = 0; gene < x.size(); ++gene) {
                addScaled(next[gene], 1.0, part[gene]);
            }
        }
        next = normalise(parameters, scope + "norms." + std::to_string(layer), config.norm, std::move(next));
        next = activate(config.activation, std::move(next));
        // torchcell has no skip past the first layer, whose input is of another width.
        if (config.convolutionOptions.isSkipConnection && config.convolution != ConvolutionType::Transformer &&
            (native || layer > 0)) {
            for (std::size_t gene = 0; gene < x.size(); ++gene) {
                addScaled(next[gene], 1.0, x[gene]);
            }
        }
        x = std::move(next);
    }
    return x;
}

} // namespace knockscape::reference
