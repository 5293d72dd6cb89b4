#pragma once

#include "engine/cell/cell.h"
#include "engine/core/issue.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// Native is what we train; Torchcell reproduces torchcell's semantics so that its checkpoints give the same numbers.
enum class Flavour { Native, Torchcell };
enum class ConvolutionType { Gcn, Gat, Transformer, Gin };
enum class NormType { None, Batch, Layer, Instance, Pair, MeanSubtraction };
enum class ActivationType { Relu, Gelu, Sigmoid, LeakyRelu, Tanh };
/// What the gene encoder starts from: the cell's features, one learned vector per gene, or both side by side.
enum class GeneInput { Features, Learnable, Combined };
/// Whether reactions reach the genes. None: every gene gets the gene set net's answer to a zero vector.
enum class MetabolismMapping { None, Reactions };

/// Options of one convolution (JSON "gene_encoder_layer_config"); each type uses the ones it knows.
struct ConvolutionOptions {
    bool bias = true;
    double dropout = 0.0;
    bool addSelfLoops = true;
    bool normalize = true;         ///< GCN
    int heads = 1;                 ///< GAT, Transformer
    bool concat = true;            ///< GAT, Transformer
    bool shareWeights = false;     ///< GAT
    bool beta = true;              ///< Transformer
    bool rootWeight = true;        ///< Transformer
    int mlpLayers = 2;             ///< GIN ("num_mlp_layers")
    double hiddenMultiplier = 2.0; ///< GIN
    bool isSkipConnection = false; ///< GCN, GAT, GIN

    bool operator==(const ConvolutionOptions &) const = default;
};

/// Hyper-parameters of CellLatentPerturbation. The JSON names are those of model.md and torchcell ("hidden_channels",
/// …).
struct ModelConfig {
    Flavour flavour = Flavour::Native;
    /// Feature columns the gene encoder reads (or the width of the learned vectors where there are no features).
    std::int64_t inChannels = 0;
    std::int64_t hiddenChannels = 64;
    GeneInput geneInput = GeneInput::Features;
    /// Width of the learned vector per gene when geneInput is Combined.
    std::int64_t embeddingChannels = 32;
    /// Network types of the cell that the encoder passes messages over ("physical", …).
    std::vector<std::string> edgeTypes;

    int geneEncoderLayers = 3;
    ConvolutionType convolution = ConvolutionType::Gcn;
    ConvolutionOptions convolutionOptions;
    NormType norm = NormType::None;
    ActivationType activation = ActivationType::Relu;

    MetabolismMapping metabolismMapping = MetabolismMapping::Reactions;
    bool metabolismAttention = false;
    int metabolismHyperconvLayers = 2;
    int metabolismSetnetLayers = 2;
    bool metabolismUseSkip = true;

    int combinerLayers = 1;
    double combinerHiddenFactor = 1.0;
    int setNetNodeLayers = 2;
    int setNetSetLayers = 2;
    int setTransformerLayers = 2;
    int setTransformerHeads = 4;
    /// Factors per gene of the native flavour's interaction (interaction_factors.h); 0 for none.
    std::int64_t interactionFactors = 0;
    /// Dropout of the factors while training.
    double factorDropout = 0.05;
    int headLayers = 2;
    double headHiddenFactor = 1.0;
    double dropout = 0.1;

    bool operator==(const ModelConfig &) const = default;

    /// Width of the gene encoder's first input.
    std::int64_t encoderInputChannels() const;
    std::int64_t combinerChannels() const;
    std::int64_t headChannels() const;
};

/// What we train unless told otherwise: native, h = 64, two GCN layers with skip connections and layer norm.
ModelConfig nativeDefaults();

/// Reads hyper-parameters from JSON text; keys that are absent keep their value in `defaults`. Unknown keys, and those
/// that torchcell has but never uses, become notes in `issues`. Throws InputError naming the key for a wrong type or a
/// value that cannot be built.
ModelConfig parseModelConfig(std::string_view json, const std::string &where, std::vector<Issue> &issues,
                             const ModelConfig &defaults = nativeDefaults());

/// All hyper-parameters as JSON text; parseModelConfig(toJson(c)) == c.
std::string toJson(const ModelConfig &config, int indent = -1);

/// `config` completed for training on `cell`: edge types, input channels and gene input where the cell decides them.
/// Throws InputError where the config asks for what the cell lacks.
ModelConfig configForCell(ModelConfig config, const Cell &cell);

/// "physical" for "physical", "physical_interaction" and torchcell's edge-type keys.
std::string canonicalEdgeType(std::string_view name);

std::string toText(Flavour flavour);

} // namespace knockscape
