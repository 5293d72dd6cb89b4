#include "engine/plan/gene_similarity.h"

#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace knockscape
{

namespace
{

/// Rows of numbers, one per gene.
struct Block {
    std::size_t columns = 0;
    std::vector<double> values;

    double *row(std::size_t gene) { return values.data() + gene * columns; }
};

/// A gene's neighbours and itself, each edge divided by the square roots of both degrees: the symmetric normalisation
/// of graph convolutions, whose largest eigenvalue is 1.
class NormalisedNetwork
{
public:
    explicit NormalisedNetwork(const GeneNetwork &network) : network_(network), scale_(network.geneCount())
    {
        for (std::size_t gene = 0; gene < scale_.size(); ++gene) {
            const auto degree = network.neighbours(static_cast<GeneIndex>(gene)).size();
            scale_[gene] = 1.0 / std::sqrt(static_cast<double>(degree + 1));
        }
    }

    Block times(const Block &block) const
    {
        Block result{block.columns, std::vector<double>(block.values.size(), 0.0)};
        for (std::size_t gene = 0; gene < scale_.size(); ++gene) {
            double *out = result.row(gene);
            add(block, gene, gene, out);
            for (const GeneIndex neighbour : network_.neighbours(static_cast<GeneIndex>(gene))) {
                add(block, gene, static_cast<std::size_t>(neighbour), out);
            }
        }
        return result;
    }

private:
    void add(const Block &block, std::size_t gene, std::size_t other, double *out) const
    {
        const double weight = scale_[gene] * scale_[other];
        const double *in = block.values.data() + other * block.columns;
        for (std::size_t column = 0; column < block.columns; ++column) {
            out[column] += weight * in[column];
        }
    }

    const GeneNetwork &network_;
    std::vector<double> scale_;
};

/// Makes the columns orthonormal, by Gram and Schmidt twice.
void orthonormalise(Block &block, std::size_t genes)
{
    for (std::size_t column = 0; column < block.columns; ++column) {
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t before = 0; before < column; ++before) {
                double dot = 0.0;
                for (std::size_t gene = 0; gene < genes; ++gene) {
                    dot += block.row(gene)[before] * block.row(gene)[column];
                }
                for (std::size_t gene = 0; gene < genes; ++gene) {
                    block.row(gene)[column] -= dot * block.row(gene)[before];
                }
            }
        }
        double norm = 0.0;
        for (std::size_t gene = 0; gene < genes; ++gene) {
            norm += block.row(gene)[column] * block.row(gene)[column];
        }
        norm = std::sqrt(norm);
        for (std::size_t gene = 0; gene < genes; ++gene) {
            block.row(gene)[column] = norm > 1e-12 ? block.row(gene)[column] / norm : 0.0;
        }
    }
}

/// A gene's place in the leading eigenspace of a network, by subspace iteration from a fixed random start (Halko,
/// Martinsson & Tropp 2011, doi:10.1137/090771806). Isolated genes have none.
Block networkBlock(const GeneNetwork &network, std::size_t components, const JobControl &control)
{
    constexpr int Iterations = 6;
    const std::size_t genes = network.geneCount();
    const NormalisedNetwork normalised(network);
    std::mt19937_64 random(20161);
    Block block{std::min(components, genes), {}};
    block.values.resize(genes * block.columns);
    for (double &value : block.values) {
        value = static_cast<double>(random() >> 11U) * 0x1p-53 - 0.5;
    }
    for (int i = 0; i < Iterations; ++i) {
        control.cancel.throwIfCancelled();
        orthonormalise(block, genes);
        block = normalised.times(block);
    }
    for (std::size_t gene = 0; gene < genes; ++gene) {
        if (network.neighbours(static_cast<GeneIndex>(gene)).empty()) {
            std::fill_n(block.row(gene), block.columns, 0.0);
        }
    }
    return block;
}

/// The numeric features, each with mean 0 and variance 1.
Block featureBlock(const FeatureMatrix &features, std::size_t genes)
{
    Block block{features.columns, std::vector<double>(features.values.begin(), features.values.end())};
    for (std::size_t column = 0; column < block.columns; ++column) {
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t gene = 0; gene < genes; ++gene) {
            sum += block.row(gene)[column];
            squares += block.row(gene)[column] * block.row(gene)[column];
        }
        const double mean = sum / static_cast<double>(genes);
        const double deviation = std::sqrt(std::max(0.0, squares / static_cast<double>(genes) - mean * mean));
        for (std::size_t gene = 0; gene < genes; ++gene) {
            double &value = block.row(gene)[column];
            value = deviation > 1e-12 && std::isfinite(value) ? (value - mean) / deviation : 0.0;
        }
    }
    return block;
}

/// Gives every row length 1, and appends them, scaled, behind those of `vectors`.
void append(Block &block, std::size_t genes, double scale, std::vector<std::vector<float>> &vectors)
{
    for (std::size_t gene = 0; gene < genes; ++gene) {
        double norm = 0.0;
        for (std::size_t column = 0; column < block.columns; ++column) {
            norm += block.row(gene)[column] * block.row(gene)[column];
        }
        const double factor = norm > 1e-24 ? scale / std::sqrt(norm) : 0.0;
        for (std::size_t column = 0; column < block.columns; ++column) {
            vectors[gene].push_back(static_cast<float>(factor * block.row(gene)[column]));
        }
    }
}

} // namespace

GeneSimilarity::GeneSimilarity(const Cell &cell, double own, std::size_t components, const JobControl &control)
    : own_(own)
{
    const std::size_t genes = cell.genes.size();
    const std::size_t blocks = cell.networks.size() + (cell.features.empty() ? 0 : 1);
    if (blocks == 0 || genes == 0) {
        own_ = 1.0;
        return;
    }
    const std::string stage = translate("Engine", "Comparing genes");
    const double scale = 1.0 / std::sqrt(static_cast<double>(blocks));
    std::vector<std::vector<float>> vectors(genes);
    for (std::size_t i = 0; i < cell.networks.size(); ++i) {
        control.report(stage, i, blocks);
        Block block = networkBlock(cell.networks[i], components, control);
        append(block, genes, scale, vectors);
    }
    if (!cell.features.empty()) {
        control.report(stage, blocks - 1, blocks);
        Block block = featureBlock(cell.features, genes);
        append(block, genes, scale, vectors);
    }
    columns_ = vectors.front().size();
    vectors_.reserve(genes * columns_);
    for (const std::vector<float> &row : vectors) {
        vectors_.insert(vectors_.end(), row.begin(), row.end());
    }
}

double GeneSimilarity::shared(GeneIndex a, GeneIndex b) const
{
    const float *left = vectors_.data() + static_cast<std::size_t>(a) * columns_;
    const float *right = vectors_.data() + static_cast<std::size_t>(b) * columns_;
    float dot = 0.0F;
    for (std::size_t i = 0; i < columns_; ++i) {
        dot += left[i] * right[i];
    }
    return static_cast<double>(dot);
}

double GeneSimilarity::permanent(std::span<const GeneIndex> x, std::span<const GeneIndex> y) const
{
    const GeneSimilarity &k = *this;
    if (x.size() == 1) {
        return k(x[0], y[0]);
    }
    if (x.size() == 2) {
        return k(x[0], y[0]) * k(x[1], y[1]) + k(x[0], y[1]) * k(x[1], y[0]);
    }
    double sum = 0.0;
    for (std::size_t first = 0; first < 3; ++first) {
        const std::size_t second = (first + 1) % 3;
        const std::size_t third = (first + 2) % 3;
        sum += k(x[0], y[first]) * (k(x[1], y[second]) * k(x[2], y[third]) + k(x[1], y[third]) * k(x[2], y[second]));
    }
    return sum;
}

double GeneSimilarity::correlation(std::span<const GeneIndex> x, std::span<const GeneIndex> y) const
{
    if (x.size() != y.size() || x.empty() || x.size() > 3) {
        return 0.0;
    }
    return permanent(x, y) / std::sqrt(permanent(x, x) * permanent(y, y));
}

} // namespace knockscape
