#include "engine/inference/fused_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

using kernels::tileLanes;

std::size_t index(int value)
{
    return static_cast<std::size_t>(value);
}

/// As ATen's softplus: beyond 20 the logarithm is the number itself in float32.
float softplus(float value)
{
    return value > 20.0F ? value : std::log1p(std::exp(value));
}

/// Keeps NaN.
float clamped(float value, float bound)
{
    return value < -bound ? -bound : value > bound ? bound : value;
}

const float wildTypeOffset = static_cast<float>(std::log(std::expm1(1.0)));

} // namespace

FusedModel::FusedModel(const TableSnapshot &tables, const kernels::Kernel &kernel)
    : kernel_(kernel), native_(tables.native), wholeHead_(tables.wholeHead), unit_(softplus(wildTypeOffset))
{
    for (const TableSnapshot::Block &block : tables.fitnessBlocks) {
        fitnessBlocks_.push_back(pack(block));
    }
    for (const TableSnapshot::Block &block : tables.interactionBlocks) {
        interactionBlocks_.push_back(pack(block));
    }
    for (const TableSnapshot::Attention &layer : tables.attention) {
        attention_.push_back({pack(layer.query), pack(layer.key), pack(layer.value), pack(layer.output)});
    }
    for (const TableSnapshot::Norm &norm : tables.attentionNorms) {
        attentionNorms_.push_back(keep(norm));
    }
    program_.hidden = tables.hidden;
    program_.heads = tables.heads;
    program_.fitnessBlocks = fitnessBlocks_.data();
    program_.fitnessBlockCount = static_cast<int>(fitnessBlocks_.size());
    program_.fitnessLast = keep(tables.fitnessLast);
    program_.attentionLayers = tables.attentionLayers;
    program_.attention = attention_.data();
    program_.attentionNorms = attentionNorms_.data();
    program_.outputNorm = keep(tables.outputNorm);
    program_.interactionBlocks = interactionBlocks_.data();
    program_.interactionBlockCount = static_cast<int>(interactionBlocks_.size());
    program_.interactionLast = keep(tables.interactionLast);
    factors_ = tables.factors;
    factorWeights_ = tables.factorWeights;
    factorBias_ = tables.factorBias;
    interactionUnit_ = tables.units;
    layOutRows(tables);
    setPools(tables);
}

const float *FusedModel::store(AlignedFloats values)
{
    // The buffers move with the outer vector, their memory does not.
    return stored_.emplace_back(std::move(values)).data();
}

kernels::Linear FusedModel::keep(const TableSnapshot::Linear &linear)
{
    return {store({linear.weights.begin(), linear.weights.end()}), store({linear.bias.begin(), linear.bias.end()}),
            linear.inputs, linear.outputs};
}

kernels::Norm FusedModel::keep(const TableSnapshot::Norm &norm)
{
    return {store({norm.weight.begin(), norm.weight.end()}), store({norm.bias.begin(), norm.bias.end()}),
            static_cast<int>(norm.weight.size())};
}

kernels::Linear FusedModel::pack(const TableSnapshot::Linear &linear)
{
    const int block = kernel_.outputBlock;
    const int padded = (linear.outputs + block - 1) / block * block;
    AlignedFloats weights(index(padded) * index(linear.inputs), 0.0F);
    AlignedFloats bias(index(padded), 0.0F);
    for (int output = 0; output < linear.outputs; ++output) {
        const std::size_t start = index(output / block) * index(linear.inputs) * index(block) + index(output % block);
        for (int input = 0; input < linear.inputs; ++input) {
            weights[start + index(input) * index(block)] =
                linear.weights[index(input) * index(linear.outputs) + index(output)];
        }
    }
    std::copy(linear.bias.begin(), linear.bias.end(), bias.begin());
    const bool hasBias = !linear.bias.empty();
    return {store(std::move(weights)), hasBias ? store(std::move(bias)) : nullptr, linear.inputs, linear.outputs};
}

kernels::Block FusedModel::pack(const TableSnapshot::Block &block)
{
    return {pack(block.linear), keep(block.norm)};
}

void FusedModel::layOutRows(const TableSnapshot &tables)
{
    const int channels = static_cast<int>(tables.poolSum.size());
    const bool attends = tables.attentionLayers > 0;
    kernels::GeneRows &rows = program_.rows;
    rows.additive = 0;
    rows.pool = 1;
    rows.input = rows.pool + channels;
    rows.query = rows.input + tables.hidden;
    rows.key = rows.query + (attends ? tables.hidden : 0);
    rows.value = rows.key + (attends ? tables.hidden : 0);
    rows.valueSum = rows.value + (attends ? tables.heads * tables.hidden : 0);
    // The kernel does not know these rows; addFactors() does.
    firstFactor_ = rows.valueSum + (attends ? tables.hidden : 0);
    rows.count = firstFactor_ + factors_;
    rows_.assign(index(tables.genes) * index(rows.count), 0.0F);
    for (int gene = 0; gene < tables.genes; ++gene) {
        float *row = rows_.data() + index(gene) * index(rows.count);
        const auto copy = [&](const std::vector<float> &table, int width, int first) {
            std::copy_n(table.begin() + static_cast<std::ptrdiff_t>(gene) * width, width, row + first);
        };
        if (!tables.additive.empty()) {
            row[rows.additive] = tables.additive[index(gene)];
        }
        copy(tables.pool, channels, rows.pool);
        copy(tables.input, tables.hidden, rows.input);
        if (factors_ > 0) {
            copy(tables.factorRows, factors_, firstFactor_);
        }
        if (attends) {
            copy(tables.query, tables.hidden, rows.query);
            copy(tables.key, tables.hidden, rows.key);
            copy(tables.value, tables.heads * tables.hidden, rows.value);
            for (int i = 0; i < tables.heads * tables.hidden; ++i) {
                row[rows.valueSum + i % tables.hidden] += row[rows.value + i];
            }
        }
    }
}

void FusedModel::setPools(const TableSnapshot &tables)
{
    const auto genes = static_cast<double>(tables.genes);
    for (std::size_t size = 0; size <= largestSize; ++size) {
        // torchcell pools by the mean of what is left; native takes the deleted genes off the mean of all.
        const double left = native_ ? genes : std::max(1.0, genes - static_cast<double>(size));
        AlignedFloats &base = pools_.emplace_back(tables.poolSum.size());
        for (std::size_t channel = 0; channel < base.size(); ++channel) {
            base[channel] = tables.poolSum[channel] / static_cast<float>(left) + tables.poolBias[channel];
        }
        poolScales_.push_back(native_ ? 1.0F : static_cast<float>(1.0 / left));
    }
}

std::size_t FusedModel::tileFloats() const noexcept
{
    return index(program_.rows.count) * tileLanes;
}

std::size_t FusedModel::scratchFloats(std::size_t size) const
{
    return kernel_.scratchFloats(program_, static_cast<int>(size));
}

void FusedModel::spreadGene(GeneIndex gene, float *tile) const
{
    const float *row = rows_.data() + index(gene) * index(program_.rows.count);
    for (int i = 0; i < program_.rows.count; ++i) {
        std::fill_n(tile + i * tileLanes, tileLanes, row[i]);
    }
}

void FusedModel::gatherGenes(std::span<const GeneIndex> genes, float *tile) const
{
    std::array<const float *, tileLanes> lanes{};
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const GeneIndex gene = genes[std::min(lane, genes.size() - 1)];
        lanes[lane] = rows_.data() + index(gene) * index(program_.rows.count);
    }
    for (int i = 0; i < program_.rows.count; ++i) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            tile[index(i) * tileLanes + lane] = lanes[lane][i];
        }
    }
}

AlignedFloats FusedModel::panelTiles(std::span<const GeneIndex> panel) const
{
    const std::size_t tiles = (panel.size() + tileLanes - 1) / tileLanes;
    AlignedFloats memory(tiles * tileFloats());
    for (std::size_t tile = 0; tile < tiles; ++tile) {
        const std::size_t first = tile * tileLanes;
        gatherGenes(panel.subspan(first, std::min<std::size_t>(tileLanes, panel.size() - first)),
                    memory.data() + tile * tileFloats());
    }
    return memory;
}

float FusedModel::link(float head, float additive) const
{
    if (!native_) {
        return head / (wholeHead_ + 1e-8F);
    }
    // engine/nn/README.md: softplus of the difference, divided by the same expression at the wild type.
    return softplus(clamped(head - wholeHead_ - additive + wildTypeOffset, 60.0F)) / unit_;
}

void FusedModel::answer(std::span<const float *const> tiles, float *scratch, float *fitness, float *interaction) const
{
    alignas(64) std::array<float, tileLanes> additive;
    kernels::Tile tile;
    tile.size = static_cast<int>(tiles.size());
    tile.genes = tiles.data();
    tile.poolBase = pools_[tiles.size()].data();
    tile.poolScale = poolScales_[tiles.size()];
    // One gene has nothing to interact with: exactly 0.
    tile.wantsInteraction = !native_ || tiles.size() > 1;
    tile.fitnessHead = fitness;
    tile.additive = additive.data();
    tile.interaction = interaction;
    if (!tile.wantsInteraction) {
        std::fill_n(interaction, tileLanes, 0.0F);
    }
    kernel_.run(program_, tile, scratch);
    for (std::size_t lane = 0; lane < additive.size(); ++lane) {
        fitness[lane] = link(fitness[lane], additive[lane]);
    }
    if (factors_ > 0 && tile.wantsInteraction) {
        addFactors(tiles, interaction);
    }
}

void FusedModel::addFactors(std::span<const float *const> tiles, float *interaction) const
{
    const std::size_t larger = tiles.size() > 2 ? 1 : 0;
    const float *weights = factorWeights_.data() + larger * 3 * index(factors_);
    std::array<float, tileLanes> sum;
    sum.fill(factorBias_[larger]);
    for (int factor = 0; factor < factors_; ++factor) {
        std::array<float, tileLanes> p1{};
        std::array<float, tileLanes> p2{};
        std::array<float, tileLanes> p3{};
        for (const float *tile : tiles) {
            const float *u = tile + index(firstFactor_ + factor) * tileLanes;
            for (std::size_t lane = 0; lane < sum.size(); ++lane) {
                p1[lane] += u[lane];
                p2[lane] += u[lane] * u[lane];
                p3[lane] += u[lane] * u[lane] * u[lane];
            }
        }
        const float first = weights[factor];
        const float second = weights[factors_ + factor];
        const float third = weights[2 * factors_ + factor];
        for (std::size_t lane = 0; lane < sum.size(); ++lane) {
            // Newton's identities, as in engine/nn/interaction_factors.cpp.
            const float e2 = 0.5F * (p1[lane] * p1[lane] - p2[lane]);
            const float e3 = (p1[lane] * p1[lane] * p1[lane] - 3.0F * p1[lane] * p2[lane] + 2.0F * p3[lane]) / 6.0F;
            sum[lane] += first * p1[lane] + second * e2 + third * e3;
        }
    }
    for (std::size_t lane = 0; lane < sum.size(); ++lane) {
        interaction[lane] = (interaction[lane] + sum[lane]) * interactionUnit_[larger];
    }
}

double FusedModel::operations(std::size_t size) const
{
    const auto k = static_cast<double>(size);
    const auto hidden = static_cast<double>(program_.hidden);
    const auto product = [](const kernels::Linear &linear) {
        return 2.0 * static_cast<double>(linear.inputs) * static_cast<double>(linear.outputs);
    };
    double sum = product(program_.fitnessLast) + k * static_cast<double>(pools_.front().size());
    for (std::size_t block = 1; block < fitnessBlocks_.size(); ++block) {
        sum += product(fitnessBlocks_[block].linear);
    }
    if (native_ && size < 2) {
        return sum;
    }
    if (program_.attentionLayers > 0) {
        // Logits of the first layer, and its values mixed per head.
        sum += 2.0 * k * (k - 1.0) * hidden * (1.0 + static_cast<double>(program_.heads));
    }
    for (const kernels::Attention &layer : attention_) {
        sum += k * (product(layer.value) + product(layer.output));
        if (size > 1) {
            sum += k * product(layer.query) + (k - 1.0) * product(layer.key);
            sum += 2.0 * k * (k - 1.0) * hidden + 2.0 * k * k * hidden;
        }
    }
    for (const kernels::Block &block : interactionBlocks_) {
        sum += product(block.linear);
    }
    // Three powers per gene, then both polynomials.
    sum += static_cast<double>(factors_) * (5.0 * k + 16.0);
    return sum + product(program_.interactionLast);
}

} // namespace knockscape
