#include "engine/inference/gene_tables.h"
#include "engine/inference/table_snapshot.h"

#include <cstring>

namespace knockscape
{

namespace
{

std::vector<float> numbers(const at::Tensor &tensor)
{
    if (!tensor.defined()) {
        return {};
    }
    const at::Tensor values = tensor.to(at::kCPU, at::kFloat).contiguous();
    std::vector<float> result(static_cast<std::size_t>(values.numel()));
    std::memcpy(result.data(), values.data_ptr<float>(), result.size() * sizeof(float));
    return result;
}

TableSnapshot::Linear plain(const at::Tensor &weight, const at::Tensor &bias)
{
    return {static_cast<int>(weight.size(0)), static_cast<int>(weight.size(1)), numbers(weight), numbers(bias)};
}

TableSnapshot::Norm norm(const at::Tensor &weight, const at::Tensor &bias)
{
    return {numbers(weight), numbers(bias)};
}

std::vector<TableSnapshot::Block> blocks(const std::vector<FoldedBlock> &folded)
{
    std::vector<TableSnapshot::Block> result;
    for (const FoldedBlock &block : folded) {
        result.push_back({plain(block.linear.weight, block.linear.bias), norm(block.normWeight, block.normBias)});
    }
    return result;
}

/// Queries, keys and values apart. A key's bias shifts all logits of a query alike, so softmax does not see it; the
/// weights of a query sum to 1, so the value's bias is a constant that the output's bias takes over.
TableSnapshot::Attention attention(const AttentionLayer &layer)
{
    const std::int64_t hidden = layer.output.weight.size(0);
    const auto part = [&](std::int64_t index) { return layer.input.weight.narrow(1, index * hidden, hidden); };
    const at::Tensor valueBias = layer.input.bias.narrow(0, 2 * hidden, hidden);
    const at::Tensor outputBias = layer.output.bias + at::mv(layer.output.weight.t(), valueBias);
    return {plain(part(0), layer.input.bias.narrow(0, 0, hidden)), plain(part(1), {}), plain(part(2), {}),
            plain(layer.output.weight, outputBias)};
}

} // namespace

TableSnapshot GeneTables::snapshot() const
{
    TableSnapshot tables;
    tables.native = config_.flavour == Flavour::Native;
    tables.genes = static_cast<int>(geneCount());
    tables.hidden = static_cast<int>(config_.hiddenChannels);
    tables.heads = config_.setTransformerHeads;
    tables.attentionLayers = static_cast<int>(attention_.size());
    tables.pool = numbers(pool_);
    tables.poolSum = numbers(poolSum_);
    tables.poolBias = numbers(poolBias_);
    tables.additive = numbers(additive_);
    tables.fitnessBlocks = blocks(fitnessBlocks_);
    tables.fitnessLast = plain(fitnessLast_.weight, fitnessLast_.bias);
    tables.wholeHead = numbers(wholeHead_).front();
    tables.input = numbers(firstBias_.defined() ? input_ + firstBias_ : input_);
    tables.query = numbers(query_);
    tables.key = numbers(key_);
    tables.value = numbers(value_);
    for (std::size_t layer = 0; layer < attention_.size(); ++layer) {
        if (layer > 0) {
            tables.attention.push_back(attention(attention_[layer]));
        }
        tables.attentionNorms.push_back(norm(attention_[layer].normWeight, attention_[layer].normBias));
    }
    tables.outputNorm = norm(outputNormWeight_, outputNormBias_);
    tables.interactionBlocks = blocks(interactionBlocks_);
    tables.interactionLast = plain(interactionLast_.weight, interactionLast_.bias);
    if (factors_.defined()) {
        tables.factors = static_cast<int>(factors_.size(1));
        tables.factorRows = numbers(factors_);
        tables.factorWeights = numbers(factorTensors_.at("weight"));
        tables.factorBias = numbers(factorTensors_.at("bias"));
        tables.units = numbers(factorTensors_.at("unit"));
    }
    return tables;
}

} // namespace knockscape
