#include "engine/nn/gene_encoder.h"

#include "engine/nn/convolutions.h"
#include "engine/nn/layers.h"

namespace knockscape::layers
{

namespace
{

/// The learned vector of each gene. torchcell looks them up with max_norm = 1, which shortens longer ones in place:
/// what it saves is longer by at most the last step of its optimiser. Vectors far beyond that were never bounded.
at::Tensor learnedVectors(const Scope &scope, const ModelConfig &config)
{
    constexpr double longestBounded = 1.5;
    const at::Tensor &vectors = scope["node_embedding.weight"];
    if (config.flavour == Flavour::Native || vectors.numel() == 0) {
        return vectors;
    }
    const at::Tensor norms = vectors.detach().square().sum(1, true).sqrt();
    if (norms.max().item<double>() > longestBounded) {
        return vectors;
    }
    return vectors * at::where(norms > 1.0, (norms + 1e-7).reciprocal(), at::ones_like(norms));
}

at::Tensor encoderInput(const Scope &scope, const CellTensors &cell, const ModelConfig &config)
{
    switch (config.geneInput) {
    case GeneInput::Features:
        return cell.features;
    case GeneInput::Learnable:
        return learnedVectors(scope, config);
    case GeneInput::Combined:
        return at::cat({cell.features, learnedVectors(scope, config)}, 1);
    }
    return {};
}

at::Tensor encoderLayer(const Scope &scope, const at::Tensor &x, const CellTensors &cell, const ModelConfig &config,
                        bool training)
{
    if (config.edgeTypes.empty()) {
        return linear(scope.sub("self"), x);
    }
    at::Tensor sum;
    for (std::size_t i = 0; i < config.edgeTypes.size(); ++i) {
        const Scope edgeScope = scope.sub(edgeTypeKey(config.edgeTypes[i]));
        const at::Tensor part = convolve(edgeScope, x, cell.edges[i], config, training);
        sum = sum.defined() ? sum + part : part;
    }
    return sum;
}

} // namespace

std::string edgeTypeKey(const std::string &edgeType)
{
    return "<gene___" + edgeType + "_interaction___gene>";
}

at::Tensor encodeGenes(const Scope &scope, const CellTensors &cell, const ModelConfig &config, bool training)
{
    at::Tensor x = encoderInput(scope, cell, config);
    // The native flavour projects its input first, so that the first layer too can add what a gene itself is to what
    // its neighbours are: a hub's own features would be lost among hundreds of messages.
    const bool native = config.flavour == Flavour::Native;
    if (native) {
        x = linear(scope.sub("input_proj"), x);
    }
    const bool skip = config.convolutionOptions.isSkipConnection && config.convolution != ConvolutionType::Transformer;
    for (int layer = 0; layer < config.geneEncoderLayers; ++layer) {
        at::Tensor next = encoderLayer(scope.sub("convs").sub(layer).sub("convs"), x, cell, config, training);
        next = geneNorm(scope.sub("norms").sub(layer), next, config.norm, training);
        next = activate(next, config.activation);
        x = skip && (native || layer > 0) ? next + x : next;
    }
    return x;
}

} // namespace knockscape::layers
