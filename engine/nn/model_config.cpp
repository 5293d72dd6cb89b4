#include "engine/nn/model_config.h"

#include "engine/core/json_value.h"
#include "engine/core/translate.h"
#include "engine/nn/unused_hyperparameters.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

template <class Value>
struct Named {
    Value value;
    const char *name;
};

constexpr std::array flavours{Named{Flavour::Native, "native"}, Named{Flavour::Torchcell, "torchcell"}};
constexpr std::array convolutions{Named{ConvolutionType::Gcn, "GCN"}, Named{ConvolutionType::Gat, "GAT"},
                                  Named{ConvolutionType::Transformer, "Transformer"},
                                  Named{ConvolutionType::Gin, "GIN"}};
constexpr std::array norms{Named{NormType::Batch, "batch"}, Named{NormType::Layer, "layer"},
                           Named{NormType::Instance, "instance"}, Named{NormType::Pair, "pair"},
                           Named{NormType::MeanSubtraction, "mean_subtraction"}};
constexpr std::array activations{Named{ActivationType::Relu, "relu"}, Named{ActivationType::Gelu, "gelu"},
                                 Named{ActivationType::Sigmoid, "sigmoid"},
                                 Named{ActivationType::LeakyRelu, "leaky_relu"}, Named{ActivationType::Tanh, "tanh"}};
constexpr std::array geneInputs{Named{GeneInput::Features, "features"}, Named{GeneInput::Learnable, "learnable"},
                                Named{GeneInput::Combined, "combined"}};
constexpr std::array mappings{Named{MetabolismMapping::None, "none"}, Named{MetabolismMapping::Reactions, "reactions"}};

template <class Value, std::size_t Count>
const char *nameOf(const std::array<Named<Value>, Count> &table, Value value)
{
    for (const auto &entry : table) {
        if (entry.value == value) {
            return entry.name;
        }
    }
    return "";
}

/// Keys of torchcell that its forward pass never uses.
const std::set<std::string> unusedKeys{"out_channels", "metabolism_num_layers", "gene_encoder_head_num_layers",
                                       "num_nodes",    "edge_types_full",       "edge_dim",
                                       "train_eps",    "is_mlp_skip_connection"};

constexpr std::int64_t maximumChannels = 65'536;
constexpr int maximumLayers = 256;
constexpr std::size_t maximumEdgeTypes = 4'096;

/// Reads keys of one JSON object, remembering which were asked for.
class KeyReader
{
public:
    KeyReader(const OrderedJson &object, std::string where) : object_(object), where_(std::move(where)) {}

    void read(const char *key, bool &value)
    {
        if (const OrderedJson *json = find(key)) {
            if (!json->is_boolean()) {
                refuse(key, translate("Engine", "true or false"));
            }
            value = json->get<bool>();
        }
    }

    template <class Integer>
    void read(const char *key, Integer &value, std::int64_t low, std::int64_t high)
    {
        if (const OrderedJson *json = find(key)) {
            const auto number = jsonInteger<std::int64_t>(*json, low, high);
            if (!number) {
                refuse(key, translate("Engine", "a whole number from %1 to %2",
                                      {std::to_string(low), std::to_string(high)}));
            }
            value = static_cast<Integer>(*number);
        }
    }

    /// A number of layers of which there is always one: 0 means 1.
    void readLayers(const char *key, int &value)
    {
        read(key, value, 0, maximumLayers);
        value = std::max(1, value);
    }

    void readReal(const char *key, double &value, double low, double high)
    {
        if (const OrderedJson *json = find(key)) {
            const auto number = jsonReal(*json, low, high);
            if (!number) {
                refuse(key, translate("Engine", "a number from %1 to %2",
                                      {OrderedJson(low).dump(), OrderedJson(high).dump()}));
            }
            value = *number;
        }
    }

    template <class Value, std::size_t Count>
    void read(const char *key, Value &value, const std::array<Named<Value>, Count> &table)
    {
        const OrderedJson *json = find(key);
        if (json == nullptr) {
            return;
        }
        std::string names;
        for (const auto &entry : table) {
            if (json->is_string() && json->get_ref<const std::string &>() == entry.name) {
                value = entry.value;
                return;
            }
            names += (names.empty() ? "" : ", ") + std::string(entry.name);
        }
        refuse(key, translate("Engine", "one of %1", {names}));
    }

    /// The value of `key` unless it is absent; null counts as absent.
    const OrderedJson *find(const char *key)
    {
        known_.insert(key);
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }

    [[noreturn]] void refuse(const char *key, const std::string &expected) const
    {
        throw InputError(errorAt(where_ + ": " + key,
                                 translate("Engine", "The hyper-parameter must be %1.", {expected}),
                                 translate("Engine", "Correct the value.")));
    }

    void noteUnknown(std::vector<Issue> &issues) const
    {
        for (const auto &[key, value] : object_.items()) {
            if (unusedKeys.contains(key)) {
                issues.push_back(
                    noteAt(where_ + ": " + key,
                           translate("Engine", "The model never uses this hyper-parameter; it is ignored.")));
            } else if (!known_.contains(key)) {
                issues.push_back(warningAt(where_ + ": " + key,
                                           translate("Engine", "This hyper-parameter is not known; it is ignored."),
                                           translate("Engine", "Check its spelling.")));
            }
        }
    }

private:
    const OrderedJson &object_;
    std::string where_;
    std::set<std::string> known_;
};

void readConvolution(const OrderedJson &json, const std::string &where, std::vector<Issue> &issues,
                     ConvolutionOptions &options)
{
    if (!json.is_object()) {
        throw InputError(errorAt(where, translate("Engine", "The options of the convolution must be a JSON object.")));
    }
    KeyReader reader(json, where);
    reader.read("bias", options.bias);
    reader.readReal("dropout", options.dropout, 0.0, 1.0);
    reader.read("add_self_loops", options.addSelfLoops);
    reader.read("normalize", options.normalize);
    reader.read("heads", options.heads, 1, 1024);
    reader.read("concat", options.concat);
    reader.read("share_weights", options.shareWeights);
    reader.read("beta", options.beta);
    reader.read("root_weight", options.rootWeight);
    reader.readLayers("num_mlp_layers", options.mlpLayers);
    reader.readReal("hidden_multiplier", options.hiddenMultiplier, 0.01, 64.0);
    reader.read("is_skip_connection", options.isSkipConnection);
    reader.noteUnknown(issues);
}

void readEdgeTypes(KeyReader &reader, ModelConfig &config)
{
    const OrderedJson *json = reader.find("edge_types");
    if (json == nullptr) {
        return;
    }
    config.edgeTypes.clear();
    const std::string expected = translate("Engine", "a list of network types");
    if (!json->is_array() || json->size() > maximumEdgeTypes) {
        reader.refuse("edge_types", expected);
    }
    for (const OrderedJson &type : *json) {
        // torchcell's edge types are (source, relation, target).
        const OrderedJson &relation = type.is_array() && type.size() == 3 ? type[1] : type;
        if (!relation.is_string() || relation.get_ref<const std::string &>().empty()) {
            reader.refuse("edge_types", expected);
        }
        const std::string name = canonicalEdgeType(relation.get_ref<const std::string &>());
        if (std::find(config.edgeTypes.begin(), config.edgeTypes.end(), name) != config.edgeTypes.end()) {
            reader.refuse("edge_types", translate("Engine", "a list without repeats"));
        }
        config.edgeTypes.push_back(name);
    }
}

void checkHeads(const ModelConfig &config, const std::string &where)
{
    const auto refuse = [&](const char *key, int heads) {
        throw InputError(errorAt(where + ": " + key,
                                 translate("Engine", "%1 hidden channels cannot be shared by %2 heads.",
                                           {std::to_string(config.hiddenChannels), std::to_string(heads)}),
                                 translate("Engine", "Choose a number of heads that divides the hidden channels.")));
    };
    if (config.hiddenChannels % config.setTransformerHeads != 0) {
        refuse("set_transformer_heads", config.setTransformerHeads);
    }
    const ConvolutionOptions &options = config.convolutionOptions;
    // Of heads side by side, GAT projects what is left of the channels to all of them; Transformer does not.
    const bool tooMany = config.convolution == ConvolutionType::Gat && config.hiddenChannels < options.heads;
    const bool uneven =
        config.convolution == ConvolutionType::Transformer && config.hiddenChannels % options.heads != 0;
    if (options.concat && (tooMany || uneven)) {
        refuse("gene_encoder_layer_config.heads", options.heads);
    }
}

void readLayers(KeyReader &reader, ModelConfig &config)
{
    reader.read("gene_encoder_num_layers", config.geneEncoderLayers, 1, maximumLayers);
    reader.read("gene_encoder_conv_type", config.convolution, convolutions);
    reader.read("norm", config.norm, norms);
    reader.read("activation", config.activation, activations);
    reader.read("metabolism_mapping", config.metabolismMapping, mappings);
    reader.read("metabolism_attention", config.metabolismAttention);
    reader.read("metabolism_hyperconv_layers", config.metabolismHyperconvLayers, 0, maximumLayers);
    // Our members are wider than the hidden size until their first layer; torchcell's may do without one.
    reader.read("metabolism_setnet_layers", config.metabolismSetnetLayers, config.flavour == Flavour::Native ? 1 : 0,
                maximumLayers);
    reader.read("metabolism_use_skip", config.metabolismUseSkip);
    reader.readLayers("combiner_num_layers", config.combinerLayers);
    reader.readReal("combiner_hidden_factor", config.combinerHiddenFactor, 0.01, 64.0);
    reader.read("set_net_node_layers", config.setNetNodeLayers, 0, maximumLayers);
    reader.readLayers("set_net_set_layers", config.setNetSetLayers);
    reader.read("set_transformer_layers", config.setTransformerLayers, 0, maximumLayers);
    reader.read("set_transformer_heads", config.setTransformerHeads, 1, 1024);
    reader.read("interaction_factors", config.interactionFactors, 0, maximumChannels);
    reader.readReal("factor_dropout", config.factorDropout, 0.0, 1.0);
    reader.readLayers("head_num_layers", config.headLayers);
    reader.readReal("head_hidden_factor", config.headHiddenFactor, 0.01, 64.0);
    reader.readReal("dropout", config.dropout, 0.0, 1.0);
}

OrderedJson toJson(const ConvolutionOptions &options)
{
    return {{"bias", options.bias},
            {"dropout", options.dropout},
            {"add_self_loops", options.addSelfLoops},
            {"normalize", options.normalize},
            {"heads", options.heads},
            {"concat", options.concat},
            {"share_weights", options.shareWeights},
            {"beta", options.beta},
            {"root_weight", options.rootWeight},
            {"num_mlp_layers", options.mlpLayers},
            {"hidden_multiplier", options.hiddenMultiplier},
            {"is_skip_connection", options.isSkipConnection}};
}

std::int64_t scaled(std::int64_t channels, double factor)
{
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(channels) * factor));
}

} // namespace

std::int64_t ModelConfig::encoderInputChannels() const
{
    return geneInput == GeneInput::Combined ? inChannels + embeddingChannels : inChannels;
}

std::int64_t ModelConfig::combinerChannels() const
{
    return scaled(hiddenChannels, combinerHiddenFactor);
}

std::int64_t ModelConfig::headChannels() const
{
    return scaled(hiddenChannels, headHiddenFactor);
}

ModelConfig nativeDefaults()
{
    ModelConfig config;
    config.geneEncoderLayers = 2;
    config.convolutionOptions.isSkipConnection = true;
    config.norm = NormType::Layer;
    return config;
}

ModelConfig parseModelConfig(std::string_view json, const std::string &where, std::vector<Issue> &issues,
                             const ModelConfig &defaults)
{
    const OrderedJson object = OrderedJson::parse(json, nullptr, false);
    if (!object.is_object()) {
        throw InputError(errorAt(where, translate("Engine", "The hyper-parameters are not a JSON object."),
                                 translate("Engine", "Give a file such as {\"hidden_channels\": 64}.")));
    }
    KeyReader reader(object, where);
    ModelConfig config = defaults;
    reader.read("flavour", config.flavour, flavours);
    if (config.flavour == Flavour::Torchcell && defaults.flavour == Flavour::Native) {
        // What torchcell leaves out means torchcell's defaults, not ours.
        config = ModelConfig{};
        config.flavour = Flavour::Torchcell;
        config.metabolismMapping = MetabolismMapping::None;
    }
    reader.read("in_channels", config.inChannels, 0, maximumChannels);
    reader.read("hidden_channels", config.hiddenChannels, 1, maximumChannels);
    reader.read("embedding_channels", config.embeddingChannels, 1, maximumChannels);
    bool learnable = config.geneInput == GeneInput::Learnable;
    reader.read("learnable_embedding", learnable);
    config.geneInput = learnable                                  ? GeneInput::Learnable
                       : config.geneInput == GeneInput::Learnable ? GeneInput::Features
                                                                  : config.geneInput;
    reader.read("gene_input", config.geneInput, geneInputs);
    readEdgeTypes(reader, config);
    readLayers(reader, config);
    if (object.contains("norm") && object["norm"].is_null()) {
        config.norm = NormType::None;
    }
    if (const OrderedJson *options = reader.find("gene_encoder_layer_config")) {
        readConvolution(*options, where + ": gene_encoder_layer_config", issues, config.convolutionOptions);
    }
    reader.noteUnknown(issues);
    checkHeads(config, where);
    return config;
}

std::string toJson(const ModelConfig &config, int indent)
{
    OrderedJson json{{"flavour", nameOf(flavours, config.flavour)},
                     {"in_channels", config.inChannels},
                     {"hidden_channels", config.hiddenChannels},
                     {"gene_input", nameOf(geneInputs, config.geneInput)},
                     {"embedding_channels", config.embeddingChannels},
                     {"edge_types", config.edgeTypes},
                     {"gene_encoder_num_layers", config.geneEncoderLayers},
                     {"gene_encoder_conv_type", nameOf(convolutions, config.convolution)},
                     {"gene_encoder_layer_config", toJson(config.convolutionOptions)},
                     {"norm", nullptr},
                     {"activation", nameOf(activations, config.activation)},
                     {"metabolism_mapping", nameOf(mappings, config.metabolismMapping)},
                     {"metabolism_attention", config.metabolismAttention},
                     {"metabolism_hyperconv_layers", config.metabolismHyperconvLayers},
                     {"metabolism_setnet_layers", config.metabolismSetnetLayers},
                     {"metabolism_use_skip", config.metabolismUseSkip},
                     {"combiner_num_layers", config.combinerLayers},
                     {"combiner_hidden_factor", config.combinerHiddenFactor},
                     {"set_net_node_layers", config.setNetNodeLayers},
                     {"set_net_set_layers", config.setNetSetLayers},
                     {"set_transformer_layers", config.setTransformerLayers},
                     {"set_transformer_heads", config.setTransformerHeads},
                     {"interaction_factors", config.interactionFactors},
                     {"factor_dropout", config.factorDropout},
                     {"head_num_layers", config.headLayers},
                     {"head_hidden_factor", config.headHiddenFactor},
                     {"dropout", config.dropout}};
    if (config.norm != NormType::None) {
        json["norm"] = nameOf(norms, config.norm);
    }
    return json.dump(indent);
}

ModelConfig configForCell(ModelConfig config, const Cell &cell)
{
    if (config.edgeTypes.empty()) {
        for (const GeneNetwork &network : cell.networks) {
            config.edgeTypes.push_back(canonicalEdgeType(network.type()));
        }
    }
    const auto columns = static_cast<std::int64_t>(cell.features.columns);
    if (columns == 0 && config.geneInput != GeneInput::Learnable) {
        config.geneInput = GeneInput::Learnable;
        config.inChannels = 0;
    }
    if (config.geneInput != GeneInput::Learnable) {
        config.inChannels = columns;
    } else if (config.inChannels == 0) {
        config.inChannels = config.hiddenChannels;
    }
    return config;
}

bool isUnusedHyperparameter(std::string_view key)
{
    return unusedKeys.contains(std::string(key));
}

std::string canonicalEdgeType(std::string_view name)
{
    // "<gene___physical_interaction___gene>" is how PyG names the modules of an edge type.
    constexpr std::string_view separator = "___";
    if (name.starts_with('<') && name.ends_with('>')) {
        const std::size_t first = name.find(separator);
        const std::size_t last = name.rfind(separator);
        if (first < last) {
            name = name.substr(first + separator.size(), last - first - separator.size());
        }
    }
    constexpr std::string_view suffix = "_interaction";
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
        name.remove_suffix(suffix.size());
    }
    return std::string(name);
}

std::string toText(Flavour flavour)
{
    return nameOf(flavours, flavour);
}

} // namespace knockscape
