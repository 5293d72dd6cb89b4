#include "tests/engine/nn/configuration_sweep.h"

#include "tests/engine/nn/random_cell.h"

#include <random>

namespace knockscape::tests
{

namespace
{

constexpr int geneCount = 24;
constexpr int featureColumns = 5;
const std::vector<std::string> edgeTypes{"regulatory", "physical", "Odd.name__of-3", "without edges"};
constexpr std::array flavours{Flavour::Native, Flavour::Torchcell};
constexpr std::array convolutions{ConvolutionType::Gcn, ConvolutionType::Gat, ConvolutionType::Transformer,
                                  ConvolutionType::Gin};
constexpr std::array convolutionNames{"GCN", "GAT", "Transformer", "GIN"};
constexpr std::array norms{NormType::None,     NormType::Batch, NormType::Layer,
                           NormType::Instance, NormType::Pair,  NormType::MeanSubtraction};
constexpr std::array activations{ActivationType::Relu, ActivationType::Gelu, ActivationType::Sigmoid,
                                 ActivationType::LeakyRelu, ActivationType::Tanh};
constexpr std::array inputs{GeneInput::Features, GeneInput::Learnable, GeneInput::Combined};

std::vector<std::string> firstEdgeTypes(std::size_t count)
{
    return {edgeTypes.begin(), edgeTypes.begin() + static_cast<std::ptrdiff_t>(count)};
}

ModelConfig smallConfig(Flavour flavour, ConvolutionType convolution)
{
    ModelConfig config;
    config.flavour = flavour;
    config.convolution = convolution;
    config.inChannels = featureColumns;
    config.hiddenChannels = 8;
    config.embeddingChannels = 3;
    config.edgeTypes = firstEdgeTypes(2);
    config.geneEncoderLayers = 2;
    return config;
}

/// Collects configurations under names that count up.
class Sweep
{
public:
    void add(const std::string &what, const ModelConfig &config)
    {
        const auto index = static_cast<std::size_t>(config.convolution);
        std::string name = toText(config.flavour) + ' ' + convolutionNames.at(index) + ' ' + what;
        result_.push_back({name + " #" + std::to_string(result_.size()), config});
    }

    /// Norm and activation take turns, so that neighbours in the list differ in them.
    void addInTurn(const std::string &what, ModelConfig config)
    {
        config.norm = norms.at(turn_ % norms.size());
        config.activation = activations.at(turn_ % activations.size());
        ++turn_;
        add(what, config);
    }

    std::vector<NamedConfig> take() { return std::move(result_); }

private:
    std::vector<NamedConfig> result_;
    std::size_t turn_ = 0;
};

void addSimpleOptions(Sweep &sweep, Flavour flavour)
{
    for (int bits = 0; bits < 16; ++bits) {
        ModelConfig config = smallConfig(flavour, ConvolutionType::Gcn);
        config.convolutionOptions.bias = (bits & 1) != 0;
        config.convolutionOptions.addSelfLoops = (bits & 2) != 0;
        config.convolutionOptions.normalize = (bits & 4) != 0;
        config.convolutionOptions.isSkipConnection = (bits & 8) != 0;
        sweep.addInTurn("options", config);
    }
    for (int bits = 0; bits < 4; ++bits) {
        for (const int layers : {1, 2, 3, 4}) {
            for (const double multiplier : {0.7, 1.55, 2.0}) {
                ModelConfig config = smallConfig(flavour, ConvolutionType::Gin);
                config.convolutionOptions.addSelfLoops = (bits & 1) != 0;
                config.convolutionOptions.isSkipConnection = (bits & 2) != 0;
                config.convolutionOptions.mlpLayers = layers;
                config.convolutionOptions.hiddenMultiplier = multiplier;
                sweep.addInTurn("options", config);
            }
        }
    }
}

void addAttentionOptions(Sweep &sweep, Flavour flavour)
{
    for (int bits = 0; bits < 32; ++bits) {
        // Three heads do not divide the hidden channels: GAT projects what they make.
        for (const int heads : {1, 2, 3}) {
            ModelConfig config = smallConfig(flavour, ConvolutionType::Gat);
            ConvolutionOptions &options = config.convolutionOptions;
            options.heads = heads;
            options.bias = (bits & 1) != 0;
            options.addSelfLoops = (bits & 2) != 0;
            options.concat = (bits & 4) != 0;
            options.shareWeights = (bits & 8) != 0;
            options.isSkipConnection = (bits & 16) != 0;
            sweep.addInTurn("options", config);
            config.convolution = ConvolutionType::Transformer;
            options.heads = heads == 3 ? 4 : heads;
            options.shareWeights = false;
            options.beta = (bits & 8) != 0;
            options.rootWeight = (bits & 16) != 0;
            options.isSkipConnection = true; // has no effect
            sweep.addInTurn("options", config);
        }
    }
}

void addEncoderPairs(Sweep &sweep, Flavour flavour, ConvolutionType convolution)
{
    for (const NormType norm : norms) {
        for (const ActivationType activation : activations) {
            ModelConfig config = smallConfig(flavour, convolution);
            config.norm = norm;
            config.activation = activation;
            sweep.add("norm and activation", config);
        }
    }
    for (const GeneInput input : inputs) {
        for (const std::size_t count : {0U, 1U, 2U, 4U}) {
            for (const int layers : {1, 3}) {
                ModelConfig config = smallConfig(flavour, convolution);
                config.geneInput = input;
                config.edgeTypes = firstEdgeTypes(count);
                config.geneEncoderLayers = layers;
                sweep.addInTurn("input and " + std::to_string(count) + " edge types", config);
            }
        }
    }
}

void addMetabolism(Sweep &sweep, Flavour flavour, ConvolutionType convolution)
{
    for (int bits = 0; bits < 8; ++bits) {
        for (const int layers : {0, 1, 3}) {
            ModelConfig config = smallConfig(flavour, convolution);
            config.metabolismMapping = (bits & 1) != 0 ? MetabolismMapping::Reactions : MetabolismMapping::None;
            config.metabolismAttention = (bits & 2) != 0;
            config.metabolismUseSkip = (bits & 4) != 0;
            config.metabolismHyperconvLayers = layers;
            config.metabolismSetnetLayers = layers == 0 && flavour == Flavour::Native ? 1 : layers;
            sweep.addInTurn("metabolism", config);
        }
    }
}

void addReadout(Sweep &sweep, Flavour flavour)
{
    for (const int depth : {0, 1, 2, 3}) {
        for (const double factor : {0.4, 1.0, 1.9}) {
            ModelConfig config = smallConfig(flavour, ConvolutionType::Gcn);
            config.combinerLayers = std::max(1, depth);
            config.setNetNodeLayers = depth;
            config.setNetSetLayers = std::max(1, depth);
            config.setTransformerLayers = depth;
            config.setTransformerHeads = 1 << depth;
            config.headLayers = std::max(1, depth);
            config.combinerHiddenFactor = factor;
            config.headHiddenFactor = factor;
            sweep.addInTurn("readout", config);
        }
    }
}

void addReaction(Metabolism &metabolism, const std::string &id, std::vector<std::string> genes,
                 std::vector<StoichiometricTerm> terms)
{
    Reaction reaction;
    reaction.id = id;
    reaction.upperBound = 10.0;
    reaction.rule.alternatives.push_back(std::move(genes));
    reaction.terms = std::move(terms);
    metabolism.reactions.push_back(std::move(reaction));
}

} // namespace

std::vector<NamedConfig> configurationSweep()
{
    Sweep sweep;
    for (const Flavour flavour : flavours) {
        addSimpleOptions(sweep, flavour);
        addAttentionOptions(sweep, flavour);
        for (const ConvolutionType convolution : convolutions) {
            addEncoderPairs(sweep, flavour, convolution);
            addMetabolism(sweep, flavour, convolution);
        }
        addReadout(sweep, flavour);
    }
    return sweep.take();
}

NamedConfig arbitraryConfig(unsigned seed)
{
    std::mt19937 random(seed * 104'729 + 3);
    const auto pick = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    ModelConfig config = randomConfig(seed);
    config.inChannels = featureColumns;
    config.embeddingChannels = pick(1, 6);
    config.edgeTypes = firstEdgeTypes(static_cast<std::size_t>(pick(0, 4)));
    std::shuffle(config.edgeTypes.begin(), config.edgeTypes.end(), random);
    config.convolutionOptions.bias = pick(0, 2) > 0;
    config.convolutionOptions.hiddenMultiplier = 0.1 * pick(5, 30);
    return {"seed " + std::to_string(seed), config};
}

Cell edgeCaseCell(unsigned seed)
{
    std::mt19937 random(seed + 101);
    // The last two genes and the first have no neighbours.
    std::uniform_int_distribution<int> gene(1, geneCount - 3);
    Cell cell = randomCell(seed, geneCount);
    cell.networks.clear();
    for (const std::string &type : edgeTypes) {
        std::vector<GeneEdge> edges;
        for (int i = 0; i < 40 && type != "without edges"; ++i) {
            edges.push_back({gene(random), gene(random), 0.5F});
        }
        if (!edges.empty()) {
            edges.push_back({3, 3, 1.0F});
            edges.push_back({3, 3, 1.0F});
            edges.push_back({4, 5, 1.0F});
            edges.push_back({4, 5, 1.0F});
            edges.push_back({4, 5, 1.0F});
        }
        const std::string spelling = type == "regulatory" ? "regulatory_interaction" : type;
        cell.networks.emplace_back(spelling, type != "physical", cell.genes.size(), edges);
    }
    Metabolism &metabolism = cell.metabolism;
    metabolism.metabolites.push_back({"only with coefficient 0", {}, "c", {}, {}});
    const auto last = static_cast<std::int32_t>(metabolism.metabolites.size() - 1);
    addReaction(metabolism, "nothing", {"G7"}, {{last, 0.0}});
    addReaction(metabolism, "gene twice", {"G8", "G8", "G9"}, {{0, -1.0}, {1, 2.0}});
    addReaction(metabolism, "unknown gene", {"not here"}, {{2, -1.0}, {3, 1.0}});
    addReaction(metabolism, "both sides", {"G8", "not here"}, {{4, -1.0}, {4, 1.0}, {5, 0.25}});
    metabolism.bindGenes(cell.genes);
    return cell;
}

} // namespace knockscape::tests
