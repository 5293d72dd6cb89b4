#include "engine/nn/hyperparameter_inference.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/nn/model_config.h"
#include "engine/nn/tensor_names.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

/// The number after `prefix` in the name ("gene_encoder.convs.", "gene_encoder.convs.12.x" → 12).
std::optional<int> indexAfter(std::string_view name, std::string_view prefix)
{
    if (!name.starts_with(prefix)) {
        return std::nullopt;
    }
    name.remove_prefix(prefix.size());
    const auto number = parseInteger(name.substr(0, name.find('.')));
    return number && *number >= 0 && *number < 100'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

/// Collects what is known and what is asked.
class Inference
{
public:
    Inference(const NamedTensors &tensors, std::string where) : tensors_(tensors), where_(std::move(where)) {}

    InferredHyperparameters run()
    {
        sizes();
        edgeTypes();
        convolution();
        norm();
        metabolism();
        readout();
        ask("activation", translate("Engine", "the activation of the gene encoder"),
            {"\"relu\"", "\"gelu\"", "\"sigmoid\"", "\"leaky_relu\"", "\"tanh\""}, "\"relu\"");
        return std::move(result_);
    }

private:
    // ---- looking at tensors
    bool has(const std::string &name) const { return tensors_.count(name) != 0; }
    bool hasUnder(const std::string &prefix) const
    {
        const auto next = tensors_.lower_bound(prefix);
        return next != tensors_.end() && next->first.starts_with(prefix);
    }
    std::int64_t size(const std::string &name, std::size_t dimension) const
    {
        const auto found = tensors_.find(name);
        return found == tensors_.end() || found->second.shape.size() <= dimension ? 0 : found->second.shape[dimension];
    }
    /// The largest index of "PREFIX<index>…"; -1 where there is none.
    int lastIndex(const std::string &prefix) const
    {
        int last = -1;
        for (auto it = tensors_.lower_bound(prefix); it != tensors_.end() && it->first.starts_with(prefix); ++it) {
            last = std::max(last, indexAfter(it->first, prefix).value_or(-1));
        }
        return last;
    }
    /// Blocks (Linear, LayerNorm, activation, Dropout) of a sequence: the place of its last Linear, in blocks.
    int lastBlock(const std::string &prefix) const { return lastIndex(prefix) / 4; }
    /// Blocks of a sequence without a last Linear; none at all means identity.
    int blocksOf(const std::string &prefix) const { return hasUnder(prefix) ? lastBlock(prefix) + 1 : 0; }

    // ---- noting
    void know(const std::string &key, const Json &value) { result_.known[key] = value.dump(); }
    void ask(std::string key, std::string meaning, std::vector<std::string> allowed, std::string standard)
    {
        if (std::find(allowed.begin(), allowed.end(), standard) == allowed.end()) {
            standard = allowed.front();
        }
        result_.unknown.push_back({std::move(key), std::move(meaning), std::move(allowed), std::move(standard)});
    }
    void askFlag(const std::string &key, std::string meaning, bool standard)
    {
        ask(layerConfigPrefix + key, std::move(meaning), {"true", "false"}, standard ? "true" : "false");
    }
    /// Every number of heads that shares the hidden channels evenly.
    void askHeads(const std::string &key, std::string meaning, int standard)
    {
        std::vector<std::string> allowed;
        for (std::int64_t heads = 1; heads <= std::min<std::int64_t>(hidden_, 1024); ++heads) {
            if (hidden_ % heads == 0) {
                allowed.push_back(std::to_string(heads));
            }
        }
        ask(key, std::move(meaning), std::move(allowed), std::to_string(standard));
    }

    // ---- hyper-parameters
    void sizes();
    void edgeTypes();
    void convolution();
    void requireKnown(const std::string &prefix, std::initializer_list<std::string_view> known) const;
    void attentionConvolution(const std::string &prefix);
    void transformerConvolution(const std::string &prefix);
    void isomorphismConvolution();
    bool sharesWeights() const;
    void norm();
    void metabolism();
    void readout();
    void knowFactor(const std::string &key, const std::string &weight);

    const NamedTensors &tensors_;
    std::string where_;
    InferredHyperparameters result_;
    std::int64_t hidden_ = 0;
    std::int64_t firstInput_ = 0;
    int layers_ = 0;
    bool native_ = false;
    std::vector<std::string> types_;
};

void Inference::sizes()
{
    native_ = has("metabolism_processor.gene_set_net.no_reactions") || has("whole_intact_processor.additive.weight");
    know("flavour", toText(native_ ? Flavour::Native : Flavour::Torchcell));
    for (const auto &[name, dimension] :
         {std::pair{"perturbed_processor.input_proj.weight", 0}, std::pair{"perturbed_processor.output_norm.weight", 0},
          std::pair{"fitness_head.0.weight", 1}, std::pair{"gene_interaction_head.0.weight", 1}}) {
        hidden_ = hidden_ > 0 ? hidden_ : size(name, static_cast<std::size_t>(dimension));
    }
    if (hidden_ <= 0) {
        throw InputError(errorAt(where_ + ": perturbed_processor.input_proj.weight",
                                 translate("Engine", "The model lacks this tensor; %1 was expected.",
                                           {"[hidden_channels, hidden_channels]"}),
                                 translate("Engine", "Save the whole state_dict.")));
    }
    result_.hiddenChannels = hidden_;
    know("hidden_channels", hidden_);
    layers_ = lastIndex("gene_encoder.convs.") + 1;
    if (layers_ > 0) {
        know("gene_encoder_num_layers", layers_);
    }
}

void Inference::edgeTypes()
{
    std::vector<std::string> names;
    for (const auto &[name, tensor] : tensors_) {
        names.push_back(name);
    }
    types_ = edgeTypesOfNames(names);
    know("edge_types", types_);
}

/// "gene_encoder.convs.L.convs.<gene___TYPE_interaction___gene>."
std::string convolutionPrefix(int layer, const std::string &type)
{
    return "gene_encoder.convs." + std::to_string(layer) + ".convs.<gene___" + type + "_interaction___gene>.";
}

/// Refuses tensors under `prefix` that belong to none of the `known` ones ("lin." stands for all below it): another
/// layer, or an option of this one that computes otherwise than ours, such as GATv2Conv's residual.
void Inference::requireKnown(const std::string &prefix, std::initializer_list<std::string_view> known) const
{
    for (auto it = tensors_.lower_bound(prefix); it != tensors_.end() && it->first.starts_with(prefix); ++it) {
        const std::string_view rest = std::string_view(it->first).substr(prefix.size());
        if (std::none_of(known.begin(), known.end(), [&](std::string_view name) {
                return rest == name || (name.ends_with('.') && rest.starts_with(name));
            })) {
            throw InputError(errorAt(
                where_ + ": " + it->first,
                translate("Engine", "This tensor belongs to another kind of layer, or to an option that is not known."),
                translate("Engine", "Open a model whose convolutions are GCNConv, GATv2Conv, TransformerConv or "
                                    "GINConv without edge features and residual connections, and whose norm is batch, "
                                    "layer, instance, pair or mean_subtraction.")));
        }
    }
}

void Inference::convolution()
{
    const std::string prefix = types_.empty() ? std::string() : convolutionPrefix(0, types_.front());
    const bool skips = layers_ > 1 || native_;
    const auto askSkip = [&] {
        if (skips) {
            askFlag("is_skip_connection", translate("Engine", "whether a layer's input is added to its output"), false);
        }
    };
    if (types_.empty()) {
        firstInput_ = size("gene_encoder.convs.0.convs.self.weight", 1);
        askSkip();
    } else if (has(prefix + "lin_key.weight")) {
        transformerConvolution(prefix);
    } else if (has(prefix + "gat.att") || has(prefix + "att")) {
        attentionConvolution(prefix);
        askSkip();
    } else if (has(prefix + "nn.0.weight")) {
        isomorphismConvolution();
        askSkip();
    } else if (has(prefix + "lin.weight") || !hasUnder(prefix + "lin_")) {
        requireKnown(prefix, {"lin.weight", "bias"});
        know("gene_encoder_conv_type", "GCN");
        know(layerConfigPrefix + "bias", has(prefix + "bias"));
        firstInput_ = size(prefix + "lin.weight", 1);
        askFlag("normalize", translate("Engine", "whether GCN normalises by degree"), true);
        askFlag("add_self_loops", translate("Engine", "whether each gene also sends to itself"), true);
        askSkip();
    } else {
        throw InputError(errorAt(where_ + ": " + prefix.substr(0, prefix.size() - 1),
                                 translate("Engine", "The convolution is none of GCN, GAT, Transformer and GIN."),
                                 translate("Engine", "Open a model with one of these convolutions.")));
    }
    const std::int64_t input = native_ ? size("gene_encoder.input_proj.weight", 1) : firstInput_;
    const std::int64_t embedding = size("gene_encoder.node_embedding.weight", 1);
    const bool combined = embedding > 0 && embedding < input;
    know("gene_input", embedding == 0 ? "features" : combined ? "combined" : "learnable");
    know("in_channels", combined ? input - embedding : input);
    if (combined) {
        know("embedding_channels", embedding);
    }
}

void Inference::attentionConvolution(const std::string &prefix)
{
    const bool concat = has(prefix + "gat.att");
    const std::string gat = concat ? prefix + "gat." : prefix;
    // lin_edge exists where edge_dim was given, and is used only for edges with features, of which torchcell has none.
    requireKnown(gat, {"att", "lin_l.", "lin_r.", "lin_edge.", "bias"});
    know("gene_encoder_conv_type", "GAT");
    know(layerConfigPrefix + "concat", concat);
    know(layerConfigPrefix + "heads", size(gat + "att", 1));
    know(layerConfigPrefix + "bias", has(gat + "bias"));
    know(layerConfigPrefix + "share_weights", sharesWeights());
    firstInput_ = size(gat + "lin_l.weight", 1);
    askFlag("add_self_loops", translate("Engine", "whether each gene also sends to itself"), true);
}

/// With shared weights lin_r is lin_l, which a state_dict holds under both names.
bool Inference::sharesWeights() const
{
    constexpr std::string_view left = "lin_l.";
    for (const auto &[name, tensor] : tensors_) {
        const std::size_t at = name.find(left);
        if (!name.starts_with("gene_encoder.convs.") || at == std::string::npos) {
            continue;
        }
        std::string other = name;
        other[at + left.size() - 2] = 'r';
        const auto right = tensors_.find(other);
        if (right != tensors_.end() && right->second.floats != tensor.floats) {
            return false;
        }
    }
    return true;
}

void Inference::transformerConvolution(const std::string &prefix)
{
    know("gene_encoder_conv_type", "Transformer");
    // With edge_dim the layer insists on features of edges.
    requireKnown(prefix, {"lin_key.", "lin_query.", "lin_value.", "lin_skip.", "lin_beta."});
    if (has(prefix + "lin_beta.weight")) {
        // The gate weighs the root, so it exists only with both options.
        know(layerConfigPrefix + "root_weight", true);
        know(layerConfigPrefix + "beta", true);
    } else {
        know(layerConfigPrefix + "beta", false);
        // PyG makes lin_skip whether or not it is used.
        if (has(prefix + "lin_skip.weight")) {
            askFlag("root_weight", translate("Engine", "whether what a gene itself is is added to its neighbours"),
                    true);
        } else {
            know(layerConfigPrefix + "root_weight", false);
        }
    }
    if (has(prefix + "lin_skip.weight")) {
        // The bias option is lin_skip's, the other projections always have one.
        know(layerConfigPrefix + "bias", has(prefix + "lin_skip.bias"));
    }
    firstInput_ = size(prefix + "lin_key.weight", 1);
    const std::int64_t width = size(prefix + "lin_key.weight", 0);
    if (width > hidden_ && width % hidden_ == 0) {
        know(layerConfigPrefix + "concat", false);
        know(layerConfigPrefix + "heads", width / hidden_);
    } else {
        know(layerConfigPrefix + "concat", true);
        askHeads(layerConfigPrefix + "heads",
                 translate("Engine", "how many heads share the hidden channels of a layer"), 1);
    }
    askFlag("add_self_loops", translate("Engine", "whether each gene also sends to itself"), true);
}

void Inference::isomorphismConvolution()
{
    know("gene_encoder_conv_type", "GIN");
    const std::string first = convolutionPrefix(0, types_.front());
    // eps is stored whether or not it was trained, and is read either way.
    requireKnown(first, {"eps", "nn."});
    firstInput_ = size(first + "nn.0.weight", 1);
    know(layerConfigPrefix + "num_mlp_layers", lastBlock(first + "nn.") + 1);
    double multiplier = 0.0;
    for (int layer = 0; layer < layers_; ++layer) {
        const std::string name = convolutionPrefix(layer, types_.front()) + "nn.0.weight";
        if (size(name, 1) > 0) {
            result_.ginWidths.emplace_back(size(name, 1), size(name, 0));
            multiplier = std::max(multiplier, static_cast<double>(size(name, 0)) / static_cast<double>(size(name, 1)));
        }
    }
    // int(input · multiplier) must come out right although the quotient was rounded.
    for (int round = 0; round < 4 && !result_.agrees(layerConfigPrefix + "hidden_multiplier", Json(multiplier).dump());
         ++round) {
        multiplier = std::nextafter(multiplier, 2.0 * multiplier);
    }
    know(layerConfigPrefix + "hidden_multiplier", multiplier);
    askFlag("add_self_loops", translate("Engine", "whether each gene also sends to itself"), true);
}

void Inference::norm()
{
    const std::string prefix = "gene_encoder.norms.0.";
    if (hasUnder(prefix + "module.")) {
        // PyG's BatchNorm holds torch's in a module of its own, with or without weights and running statistics.
        know("norm", "batch");
    } else if (hasUnder(prefix)) {
        requireKnown(prefix, {"weight", "bias"});
        know("norm", "layer");
    } else {
        ask("norm",
            translate("Engine", "the norm after each layer of the gene encoder (its tensors rule out batch and layer)"),
            {"null", "\"instance\"", "\"pair\"", "\"mean_subtraction\""}, "null");
    }
}

void Inference::metabolism()
{
    const std::string prefix = "metabolism_processor.";
    if (!native_ || hasUnder(prefix + "gene_set_net.node_mlp.")) {
        know("metabolism_setnet_layers", blocksOf(prefix + "gene_set_net.node_mlp."));
    }
    const int layers = lastIndex(prefix + "hyper_convs.") + 1;
    // A model without reactions has no layers of theirs either, and nothing follows from that.
    if (layers > 0 || hasUnder(prefix + "reaction_set_net.")) {
        know("metabolism_hyperconv_layers", layers);
        know("metabolism_attention", has(prefix + "hyper_convs.0.att"));
    }
    for (int layer = 0; layer < layers; ++layer) {
        const std::string conv = prefix + "hyper_convs." + std::to_string(layer) + '.';
        for (auto it = tensors_.lower_bound(conv); it != tensors_.end() && it->first.starts_with(conv); ++it) {
            const std::string name = it->first.substr(conv.size());
            if (name != "lin.weight" && name != "bias" && name != "att") {
                result_.foreignReactionTensors.push_back(it->first);
            }
        }
    }
    if (layers > 1) {
        know("metabolism_use_skip", has(prefix + "layer_norms.1.weight"));
    }
    if (native_) {
        know("metabolism_mapping", has(prefix + "metabolite_features") ? "reactions" : "none");
    }
}

/// The width of a layer relative to the hidden size, such that int(hidden · factor) is the width.
void Inference::knowFactor(const std::string &key, const std::string &weight)
{
    const std::int64_t channels = size(weight, 0);
    double factor = static_cast<double>(channels) / static_cast<double>(hidden_);
    if (static_cast<std::int64_t>(static_cast<double>(hidden_) * factor) < channels) {
        factor = std::nextafter(factor, 2.0 * factor);
    }
    if (channels > 0) {
        know(key, factor);
    }
}

void Inference::readout()
{
    know("combiner_num_layers", std::max(1, lastBlock("combiner.")));
    knowFactor("combiner_hidden_factor", "combiner.0.weight");
    know("set_net_node_layers", blocksOf("whole_intact_processor.node_mlp."));
    know("set_net_set_layers", lastBlock("whole_intact_processor.set_mlp.") + 1);
    know("head_num_layers", lastBlock("fitness_head.") + 1);
    knowFactor("head_hidden_factor", "fitness_head.0.weight");
    if (native_) {
        know("interaction_factors", size("interaction_factors.weight", 1) / 3);
    }
    const int layers = lastIndex("perturbed_processor.layers.") + 1;
    know("set_transformer_layers", layers);
    if (layers > 0) {
        askHeads("set_transformer_heads", translate("Engine", "how many heads the attention among deleted genes has"),
                 4);
    }
}

} // namespace

InferredHyperparameters inferHyperparameters(const NamedTensors &tensors, const std::string &where)
{
    return Inference(tensors, where).run();
}

} // namespace knockscape
