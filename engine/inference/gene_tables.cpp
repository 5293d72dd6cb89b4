#include "engine/inference/gene_tables.h"

#include "engine/nn/interaction_factors.h"
#include "engine/nn/readout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

using layers::Mode;

constexpr double epsilon = 1e-5;

FoldedLinear transposed(const Scope &scope)
{
    return {scope["weight"].t().contiguous(), scope["bias"]};
}

/// first, then second, as one map.
FoldedLinear folded(const Scope &first, const Scope &second)
{
    const at::Tensor &outer = second["weight"];
    return {at::mm(outer, first["weight"]).t().contiguous(), at::mv(outer, first["bias"]) + second["bias"]};
}

void normalise(at::Tensor &value, const at::Tensor &weight, const at::Tensor &bias)
{
    value = at::layer_norm(value, weight.sizes(), weight, bias, epsilon);
}

/// The rest of an MLP whose first Linear was already applied to `value`.
at::Tensor runBlocks(at::Tensor value, const std::vector<FoldedBlock> &blocks, const FoldedLinear &last)
{
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        if (block > 0) {
            value = at::addmm(blocks[block].linear.bias, value, blocks[block].linear.weight);
        }
        normalise(value, blocks[block].normWeight, blocks[block].normBias);
        value.relu_();
    }
    return at::addmm(last.bias, value, last.weight).squeeze(1);
}

/// Appends the blocks of an MLP. `first` replaces the first block's Linear where it is defined.
void appendBlocks(std::vector<FoldedBlock> &blocks, const Scope &mlp, int count, FoldedLinear first)
{
    for (int block = 0; block < count; ++block) {
        const Scope norm = mlp.sub(4 * block + 1);
        FoldedLinear linear = block == 0 && first.weight.defined() ? first : transposed(mlp.sub(4 * block));
        blocks.push_back({std::move(linear), norm["weight"], norm["bias"]});
    }
}

} // namespace

GeneTables::GeneTables(const CellLatentPerturbation &model, const at::Tensor &combined) : config_(model.config())
{
    const Scope scope(model.tensors());
    buildFitness(scope, combined);
    buildPerturbed(scope, combined);
}

void GeneTables::buildFitness(const Scope &model, const at::Tensor &combined)
{
    const at::Tensor contributions = layers::geneContributions(model, combined, config_, Mode{});
    const at::Tensor sum = contributions.sum(0);
    const Scope set = model.sub("whole_intact_processor").sub("set_mlp");
    const Scope head = model.sub("fitness_head");
    const int setBlocks = config_.setNetSetLayers - 1;
    const int headBlocks = std::max(1, config_.headLayers - 1);

    // The set network's last Linear and the head's first are one map; with no blocks between, it also takes the pool.
    const FoldedLinear join = folded(set.sub(4 * setBlocks), head.sub(0));
    const FoldedLinear first = setBlocks > 0 ? transposed(set.sub(0)) : join;
    pool_ = at::mm(contributions, first.weight);
    poolSum_ = at::mv(first.weight.t(), sum);
    poolBias_ = first.bias;
    appendBlocks(fitnessBlocks_, set, setBlocks, first);
    appendBlocks(fitnessBlocks_, head, headBlocks, join);
    fitnessLast_ = transposed(head.sub(4 * headBlocks));
    const auto genes = static_cast<double>(combined.size(0));
    wholeHead_ = fitnessHead((poolSum_ / genes + poolBias_).unsqueeze(0));
    if (config_.flavour == Flavour::Native) {
        additive_ = at::mv(contributions, model["whole_intact_processor.additive.weight"].squeeze(0));
    }
}

void GeneTables::buildPerturbed(const Scope &model, const at::Tensor &combined)
{
    const Scope scope = model.sub("perturbed_processor");
    const std::int64_t hidden = config_.hiddenChannels;
    const std::int64_t heads = config_.setTransformerHeads;
    const double scale = 1.0 / std::sqrt(static_cast<double>(hidden / heads));
    input_ = at::linear(combined, scope["input_proj.weight"], scope["input_proj.bias"]);
    for (int layer = 0; layer < config_.setTransformerLayers; ++layer) {
        const Scope attention = scope.sub("layers").sub(layer);
        FoldedLinear projection{attention["in_proj_weight"].t().clone(at::MemoryFormat::Contiguous),
                                attention["in_proj_bias"].clone()};
        projection.weight.narrow(1, 0, hidden).mul_(scale);
        projection.bias.narrow(0, 0, hidden).mul_(scale);
        const Scope norm = scope.sub("norm_layers").sub(layer);
        attention_.push_back(
            {std::move(projection), transposed(attention.sub("out_proj")), norm["weight"], norm["bias"]});
    }
    if (!attention_.empty()) {
        const AttentionLayer &first = attention_.front();
        const at::Tensor projected = at::addmm(first.input.bias, input_, first.input.weight);
        query_ = projected.narrow(1, 0, hidden).contiguous();
        key_ = projected.narrow(1, hidden, hidden).contiguous();
        const at::Tensor values =
            projected.narrow(1, 2 * hidden, hidden).view({-1, heads, hidden / heads}).transpose(0, 1);
        const at::Tensor output = first.output.weight.view({heads, hidden / heads, hidden});
        value_ = at::bmm(values, output).transpose(0, 1).contiguous();
        firstBias_ = first.output.bias;
    }
    outputNormWeight_ = scope["output_norm.weight"];
    outputNormBias_ = scope["output_norm.bias"];
    const Scope head = model.sub("gene_interaction_head");
    const int headBlocks = std::max(1, config_.headLayers - 1);
    appendBlocks(interactionBlocks_, head, headBlocks, {});
    interactionLast_ = transposed(head.sub(4 * headBlocks));
    if (config_.flavour == Flavour::Native && config_.interactionFactors > 0) {
        const Scope factors = model.sub("interaction_factors");
        factors_ = layers::geneFactors(factors, combined, Mode{});
        // Kept here: the tables outlive the model's map.
        factorTensors_ = {{"weight", factors["weight"]}, {"bias", factors["bias"]}, {"unit", factors["unit"]}};
    }
}

at::Tensor GeneTables::fitnessHead(at::Tensor value) const
{
    return runBlocks(std::move(value), fitnessBlocks_, fitnessLast_);
}

GeneTables::Latent GeneTables::latent(const at::Tensor &genes) const
{
    const std::int64_t rows = genes.size(0);
    const std::int64_t size = genes.size(1);
    const bool silent = factors_.defined() && interactionLast_.weight.abs().max().item<double>() == 0.0;
    if (size == 0) {
        return {at::zeros({rows, pool_.size(1)}, pool_.options()),
                at::zeros({rows, silent ? factors_.size(1) : config_.hiddenChannels}, pool_.options())};
    }
    const at::Tensor flat = genes.reshape({-1});
    const auto meanOf = [&](const at::Tensor &table) {
        return table.index_select(0, flat).view({rows, size, table.size(1)}).mean(1);
    };
    return {meanOf(pool_), silent ? meanOf(factors_) : perturbed(flat, rows, size)};
}

GeneTables::Answers GeneTables::answer(const at::Tensor &genes) const
{
    const at::Tensor flat = genes.reshape({-1});
    return {fitness(flat, genes.size(0), genes.size(1)), interaction(flat, genes.size(0), genes.size(1))};
}

at::Tensor GeneTables::fitness(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const
{
    const auto genes = static_cast<double>(geneCount());
    const bool native = config_.flavour == Flavour::Native;
    if (size == 0 && native) {
        return at::ones({rows}, pool_.options());
    }
    at::Tensor deleted = size == 0 ? at::zeros({rows, pool_.size(1)}, pool_.options())
                                   : pool_.index_select(0, flat).view({rows, size, -1}).sum(1);
    const double left = std::max(1.0, genes - static_cast<double>(size));
    at::Tensor value = native ? (poolSum_ / genes + poolBias_) - deleted : (poolSum_ - deleted) / left + poolBias_;
    const at::Tensor head = fitnessHead(std::move(value));
    const at::Tensor additive = native ? additive_.index_select(0, flat).view({rows, size}).sum(1) : at::Tensor();
    return layers::linkFitness(head, wholeHead_, additive, config_);
}

at::Tensor GeneTables::firstAttention(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const
{
    const std::int64_t hidden = config_.hiddenChannels;
    const std::int64_t heads = config_.setTransformerHeads;
    const auto byHead = [&](const at::Tensor &table) {
        return table.index_select(0, flat).view({rows, size, heads, hidden / heads}).transpose(1, 2);
    };
    at::Tensor values = value_.index_select(0, flat).view({rows, size * heads, hidden});
    if (size == 1) {
        // The softmax over one gene is 1: every head gives its own value.
        return values.sum(1, true);
    }
    const at::Tensor weights = at::softmax(at::matmul(byHead(query_), byHead(key_).transpose(-2, -1)), -1);
    // [rows, heads, to, from] → [rows, to, from·heads]: the heads add up inside one product.
    return at::bmm(weights.permute({0, 2, 3, 1}).reshape({rows, size, size * heads}), values);
}

at::Tensor GeneTables::perturbed(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const
{
    const std::int64_t hidden = config_.hiddenChannels;
    const std::int64_t heads = config_.setTransformerHeads;
    at::Tensor x = input_.index_select(0, flat).view({rows, size, hidden});
    for (std::size_t layer = 0; layer < attention_.size(); ++layer) {
        const AttentionLayer &attention = attention_[layer];
        if (layer == 0) {
            x.add_(firstAttention(flat, rows, size)).add_(firstBias_);
        } else {
            const at::Tensor projected =
                at::addmm(attention.input.bias, x.view({rows * size, hidden}), attention.input.weight);
            const auto part = [&](std::int64_t index) {
                return projected.narrow(1, index * hidden, hidden)
                    .view({rows, size, heads, hidden / heads})
                    .transpose(1, 2);
            };
            at::Tensor mixed = part(2);
            if (size > 1) {
                mixed = at::matmul(at::softmax(at::matmul(part(0), part(1).transpose(-2, -1)), -1), mixed);
            }
            mixed = mixed.transpose(1, 2).reshape({rows * size, hidden});
            x = x + at::addmm(attention.output.bias, mixed, attention.output.weight).view({rows, size, hidden});
        }
        normalise(x, attention.normWeight, attention.normBias);
    }
    normalise(x, outputNormWeight_, outputNormBias_);
    return x.mean(1);
}

at::Tensor GeneTables::interaction(const at::Tensor &flat, std::int64_t rows, std::int64_t size) const
{
    if (size < 2 && config_.flavour == Flavour::Native) {
        return at::zeros({rows}, pool_.options());
    }
    at::Tensor value =
        size == 0 ? at::zeros({rows, config_.hiddenChannels}, pool_.options()) : perturbed(flat, rows, size);
    const FoldedLinear &first = interactionBlocks_.front().linear;
    value = runBlocks(at::addmm(first.bias, value, first.weight), interactionBlocks_, interactionLast_);
    if (!factors_.defined()) {
        return value;
    }
    const Scope scope(factorTensors_);
    const at::Tensor counts = at::full({rows}, size, flat.options());
    const at::Tensor mask = at::ones({rows, size}, flat.options().dtype(at::kBool));
    const at::Tensor u = factors_.index_select(0, flat).view({rows, size, -1});
    return (value + layers::factorTerm(scope, u, mask, counts)) * layers::interactionUnit(scope, counts);
}

} // namespace knockscape
