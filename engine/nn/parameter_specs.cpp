#include "engine/nn/parameter_specs.h"

#include "engine/nn/gene_encoder.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

/// Collects specs; every function adds one kind of layer under a prefix.
class SpecBuilder
{
public:
    void add(std::string name, std::vector<std::int64_t> shape, Initialisation initialisation, double bound = 0.0)
    {
        specs_.push_back({std::move(name), std::move(shape), initialisation, bound});
    }

    /// Linear with the usual bound 1/√in.
    void linear(const std::string &prefix, std::int64_t in, std::int64_t out, bool bias = true)
    {
        const double bound = 1.0 / std::sqrt(static_cast<double>(std::max<std::int64_t>(in, 1)));
        add(prefix + "weight", {out, in}, Initialisation::Uniform, bound);
        if (bias) {
            add(prefix + "bias", {out}, Initialisation::Uniform, bound);
        }
    }

    /// A weight with Glorot's bound √(6/(in + out)).
    void glorot(const std::string &name, std::vector<std::int64_t> shape, std::int64_t in, std::int64_t out)
    {
        add(name, std::move(shape), Initialisation::Uniform, std::sqrt(6.0 / static_cast<double>(in + out)));
    }

    void affine(const std::string &prefix, std::int64_t channels)
    {
        add(prefix + "weight", {channels}, Initialisation::Ones);
        add(prefix + "bias", {channels}, Initialisation::Zeros);
    }

    void batchNorm(const std::string &prefix, std::int64_t channels)
    {
        affine(prefix, channels);
        add(prefix + "running_mean", {channels}, Initialisation::Zeros);
        add(prefix + "running_var", {channels}, Initialisation::Ones);
    }

    void mlp(const std::string &prefix, std::int64_t in, std::int64_t width, int blocks, std::int64_t finalOut)
    {
        for (int block = 0; block < blocks; ++block) {
            linear(prefix + std::to_string(4 * block) + '.', block == 0 ? in : width, width);
            affine(prefix + std::to_string(4 * block + 1) + '.', width);
        }
        if (finalOut > 0) {
            linear(prefix + std::to_string(4 * blocks) + '.', blocks == 0 ? in : width, finalOut);
        }
    }

    std::vector<ParameterSpec> take() { return std::move(specs_); }

private:
    std::vector<ParameterSpec> specs_;
};

void addAttention(SpecBuilder &builder, const std::string &prefix, std::int64_t in, const ModelConfig &config)
{
    const ConvolutionOptions &options = config.convolutionOptions;
    const std::int64_t hidden = config.hiddenChannels;
    const std::int64_t channels = options.concat ? hidden / options.heads : hidden;
    const std::int64_t width = channels * options.heads;
    const std::int64_t out = options.concat ? width : channels;
    if (config.convolution == ConvolutionType::Transformer) {
        for (const char *name : {"lin_key.", "lin_query.", "lin_value."}) {
            builder.linear(prefix + name, in, width);
        }
        if (options.rootWeight) {
            builder.linear(prefix + "lin_skip.", in, out, options.bias);
            if (options.beta) {
                builder.linear(prefix + "lin_beta.", 3 * out, 1, false);
            }
        }
        return;
    }
    const std::string gat = options.concat ? prefix + "gat." : prefix;
    builder.glorot(gat + "att", {1, options.heads, channels}, options.heads, channels);
    for (const char *name : {"lin_l.", "lin_r."}) {
        if (options.shareWeights && std::string(name) == "lin_r.") {
            continue;
        }
        builder.glorot(gat + name + "weight", {width, in}, in, width);
        if (options.bias) {
            builder.add(gat + name + "bias", {width}, Initialisation::Zeros);
        }
    }
    if (options.bias) {
        builder.add(gat + "bias", {out}, Initialisation::Zeros);
    }
    if (options.concat) {
        builder.linear(prefix + "project.", width, hidden);
    }
}

void addConvolution(SpecBuilder &builder, const std::string &prefix, std::int64_t in, const ModelConfig &config)
{
    const ConvolutionOptions &options = config.convolutionOptions;
    const std::int64_t hidden = config.hiddenChannels;
    switch (config.convolution) {
    case ConvolutionType::Gcn:
        builder.glorot(prefix + "lin.weight", {hidden, in}, in, hidden);
        if (options.bias) {
            builder.add(prefix + "bias", {hidden}, Initialisation::Zeros);
        }
        return;
    case ConvolutionType::Gin: {
        const auto inner = static_cast<std::int64_t>(static_cast<double>(in) * options.hiddenMultiplier);
        const int blocks = std::max(1, options.mlpLayers - 1);
        builder.add(prefix + "eps", {1}, Initialisation::Zeros);
        for (int block = 0; block < blocks; ++block) {
            builder.linear(prefix + "nn." + std::to_string(4 * block) + '.', block == 0 ? in : inner, inner);
            builder.batchNorm(prefix + "nn." + std::to_string(4 * block + 1) + '.', inner);
        }
        builder.linear(prefix + "nn." + std::to_string(4 * blocks) + '.', inner, hidden);
        return;
    }
    case ConvolutionType::Gat:
    case ConvolutionType::Transformer:
        addAttention(builder, prefix, in, config);
        return;
    }
}

void addGeneEncoder(SpecBuilder &builder, const ModelConfig &config, const CellSizes &sizes)
{
    const std::string prefix = "gene_encoder.";
    const std::int64_t hidden = config.hiddenChannels;
    if (config.geneInput != GeneInput::Features) {
        const std::int64_t width =
            config.geneInput == GeneInput::Combined ? config.embeddingChannels : config.inChannels;
        builder.add(prefix + "node_embedding.weight", {sizes.geneCount, width}, Initialisation::Normal);
    }
    const bool native = config.flavour == Flavour::Native;
    if (native) {
        builder.linear(prefix + "input_proj.", config.encoderInputChannels(), hidden);
    }
    for (int layer = 0; layer < config.geneEncoderLayers; ++layer) {
        const std::int64_t in = layer == 0 && !native ? config.encoderInputChannels() : hidden;
        const std::string convs = prefix + "convs." + std::to_string(layer) + ".convs.";
        if (config.edgeTypes.empty()) {
            builder.linear(convs + "self.", in, hidden);
        }
        for (const std::string &type : config.edgeTypes) {
            addConvolution(builder, convs + layers::edgeTypeKey(type) + '.', in, config);
        }
        const std::string norm = prefix + "norms." + std::to_string(layer) + '.';
        if (config.norm == NormType::Batch) {
            builder.batchNorm(norm + "module.", hidden);
        } else if (config.norm == NormType::Layer) {
            builder.affine(norm, hidden);
        }
    }
}

void addMetabolites(SpecBuilder &builder, const ModelConfig &config, const CellSizes &sizes)
{
    const std::string prefix = "metabolism_processor.";
    const std::int64_t hidden = config.hiddenChannels;
    builder.add(prefix + "metabolite_features", {sizes.metaboliteCount, hidden}, Initialisation::Normal);
    if (config.metabolismAttention) {
        const std::int64_t rows = config.flavour == Flavour::Torchcell ? 1 : sizes.hyperedgeCount;
        builder.add(prefix + "hyperedge_embedding", {rows, hidden}, Initialisation::Normal);
    }
    for (int layer = 0; layer < config.metabolismHyperconvLayers; ++layer) {
        const std::string conv = prefix + "hyper_convs." + std::to_string(layer) + '.';
        builder.glorot(conv + "lin.weight", {hidden, hidden}, hidden, hidden);
        builder.add(conv + "bias", {hidden}, Initialisation::Zeros);
        if (config.metabolismAttention) {
            builder.glorot(conv + "att", {1, 1, 2 * hidden}, 1, 2 * hidden);
        }
        if (layer > 0 && config.metabolismUseSkip) {
            builder.affine(prefix + "layer_norms." + std::to_string(layer) + '.', hidden);
        }
    }
}

void addMetabolism(SpecBuilder &builder, const ModelConfig &config, const CellSizes &sizes)
{
    const std::string prefix = "metabolism_processor.";
    const std::int64_t hidden = config.hiddenChannels;
    const int layers = config.metabolismSetnetLayers;
    const bool native = config.flavour == Flavour::Native;
    const bool mapped = config.metabolismMapping == MetabolismMapping::Reactions;
    if (native) {
        builder.add(prefix + "gene_set_net.no_reactions", {hidden}, Initialisation::Zeros);
        if (!mapped || sizes.hyperedgeCount == 0) {
            return;
        }
    }
    builder.mlp(prefix + "gene_set_net.node_mlp.", hidden, hidden, layers, 0);
    if (!mapped) {
        return;
    }
    addMetabolites(builder, config, sizes);
    // A native member carries the sign and the share of its stoichiometry beside its metabolite.
    builder.mlp(prefix + "reaction_set_net.node_mlp.", native ? hidden + 2 : hidden, hidden, layers, 0);
    if (native) {
        builder.mlp(prefix + "reaction_set_net.set_mlp.", hidden, hidden, layers - 1, hidden);
        builder.mlp(prefix + "gene_set_net.set_mlp.", hidden, hidden, layers - 1, hidden);
    }
}

void addInteractionFactors(SpecBuilder &builder, const ModelConfig &config, const CellSizes &sizes)
{
    const std::string prefix = "interaction_factors.";
    const std::int64_t factors = config.interactionFactors;
    builder.linear(prefix + "project.", config.hiddenChannels, factors);
    builder.add(prefix + "gene.weight", {sizes.geneCount, factors}, Initialisation::Zeros);
    builder.add(prefix + "weight", {2, 3 * factors}, Initialisation::Uniform, 1.0 / static_cast<double>(factors));
    builder.add(prefix + "bias", {2}, Initialisation::Zeros);
    builder.add(prefix + "unit", {2}, Initialisation::Ones);
}

void addReadout(SpecBuilder &builder, const ModelConfig &config, const CellSizes &sizes)
{
    const std::int64_t hidden = config.hiddenChannels;
    builder.mlp("combiner.", 2 * hidden, config.combinerChannels(), config.combinerLayers, hidden);
    builder.mlp("whole_intact_processor.node_mlp.", hidden, hidden, config.setNetNodeLayers, 0);
    builder.mlp("whole_intact_processor.set_mlp.", hidden, hidden, config.setNetSetLayers - 1, hidden);
    if (config.flavour == Flavour::Native) {
        builder.add("whole_intact_processor.additive.weight", {1, hidden}, Initialisation::Zeros);
    }
    builder.linear("perturbed_processor.input_proj.", hidden, hidden);
    for (int layer = 0; layer < config.setTransformerLayers; ++layer) {
        const std::string attention = "perturbed_processor.layers." + std::to_string(layer) + '.';
        builder.glorot(attention + "in_proj_weight", {3 * hidden, hidden}, hidden, 3 * hidden);
        builder.add(attention + "in_proj_bias", {3 * hidden}, Initialisation::Zeros);
        builder.linear(attention + "out_proj.", hidden, hidden);
        builder.affine("perturbed_processor.norm_layers." + std::to_string(layer) + '.', hidden);
    }
    builder.affine("perturbed_processor.output_norm.", hidden);
    const int blocks = std::max(1, config.headLayers - 1);
    builder.mlp("fitness_head.", hidden, config.headChannels(), blocks, 1);
    builder.mlp("gene_interaction_head.", hidden, config.headChannels(), blocks, 1);
    if (config.flavour == Flavour::Native && config.interactionFactors > 0) {
        addInteractionFactors(builder, config, sizes);
    }
}

} // namespace

std::vector<ParameterSpec> parameterSpecs(const ModelConfig &config, const CellSizes &sizes)
{
    SpecBuilder builder;
    addGeneEncoder(builder, config, sizes);
    addMetabolism(builder, config, sizes);
    addReadout(builder, config, sizes);
    return builder.take();
}

} // namespace knockscape
