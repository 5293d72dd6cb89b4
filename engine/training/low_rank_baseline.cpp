#include "engine/training/low_rank_baseline.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace knockscape
{

namespace
{

constexpr int Sweeps = 20;
constexpr double StartSpread = 0.3;

struct Partner {
    std::size_t gene = 0;
    double value = 0.0;
};

/// Solves the symmetric positive definite system in place (Cholesky); `matrix` is size × size, row-major.
void solveInPlace(std::vector<double> &matrix, std::vector<double> &right)
{
    const std::size_t size = right.size();
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = matrix[i * size + j];
            for (std::size_t k = 0; k < j; ++k) {
                sum -= matrix[i * size + k] * matrix[j * size + k];
            }
            matrix[i * size + j] = i == j ? std::sqrt(sum) : sum / matrix[j * size + j];
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            right[i] -= matrix[i * size + k] * right[k];
        }
        right[i] /= matrix[i * size + i];
    }
    for (std::size_t i = size; i-- > 0;) {
        for (std::size_t k = i + 1; k < size; ++k) {
            right[i] -= matrix[k * size + i] * right[k];
        }
        right[i] /= matrix[i * size + i];
    }
}

/// What the additive model leaves of the pairs, by gene; divided by its standard deviation, which is returned.
double residualsByGene(std::span<const Label> training, Phenotype phenotype, const AdditiveBaseline &additive,
                       std::vector<std::vector<Partner>> &partners)
{
    double squares = 0.0;
    double count = 0.0;
    for (const Label &label : training) {
        const double value = valueOf(label, phenotype);
        if (label.genotype.size() != 2 || std::isnan(value)) {
            continue;
        }
        const double residual = value - additive.predict(label.genotype);
        const auto first = static_cast<std::size_t>(label.genotype.genes()[0]);
        const auto second = static_cast<std::size_t>(label.genotype.genes()[1]);
        partners[first].push_back({second, residual});
        partners[second].push_back({first, residual});
        squares += residual * residual;
        count += 1.0;
    }
    const double deviation = count > 0.0 ? std::sqrt(squares / count) : 0.0;
    if (deviation > 0.0) {
        for (std::vector<Partner> &ofGene : partners) {
            for (Partner &partner : ofGene) {
                partner.value /= deviation;
            }
        }
    }
    return deviation;
}

/// The ridge regression of one gene's residuals on its partners' vectors.
void updateGene(std::size_t gene, const std::vector<Partner> &partners, double lambda, std::size_t rank,
                std::vector<double> &vectors)
{
    std::vector<double> matrix(rank * rank, 0.0);
    std::vector<double> right(rank, 0.0);
    for (std::size_t i = 0; i < rank; ++i) {
        matrix[i * rank + i] = lambda;
    }
    for (const Partner &partner : partners) {
        const double *other = &vectors[partner.gene * rank];
        for (std::size_t i = 0; i < rank; ++i) {
            right[i] += partner.value * other[i];
            for (std::size_t j = 0; j <= i; ++j) {
                matrix[i * rank + j] += other[i] * other[j];
            }
        }
    }
    solveInPlace(matrix, right);
    std::copy(right.begin(), right.end(), vectors.begin() + static_cast<std::ptrdiff_t>(gene * rank));
}

} // namespace

LowRankBaseline::LowRankBaseline(std::span<const Label> training, Phenotype phenotype, std::size_t geneCount,
                                 std::size_t rank, double lambda)
    : additive_(training, phenotype, geneCount), rank_(rank), vectors_(geneCount * rank, 0.0)
{
    std::vector<std::vector<Partner>> partners(geneCount);
    const double deviation = residualsByGene(training, phenotype, additive_, partners);
    if (!(deviation > 0.0)) {
        return;
    }
    std::mt19937_64 random(1);
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        for (std::size_t k = 0; k < rank && !partners[gene].empty(); ++k) {
            // Uniform by hand: the standard library's distributions differ between versions.
            vectors_[gene * rank + k] = StartSpread * (2.0 * static_cast<double>(random() >> 11) * 0x1p-53 - 1.0);
        }
    }
    for (int sweep = 0; sweep < Sweeps; ++sweep) {
        for (std::size_t gene = 0; gene < geneCount; ++gene) {
            if (!partners[gene].empty()) {
                updateGene(gene, partners[gene], lambda, rank, vectors_);
            }
        }
    }
    const double scale = std::sqrt(deviation);
    for (double &value : vectors_) {
        value *= scale;
    }
}

double LowRankBaseline::predict(const Genotype &genotype) const
{
    double value = additive_.predict(genotype);
    const auto genes = genotype.genes();
    for (std::size_t i = 0; i < genes.size(); ++i) {
        for (std::size_t j = i + 1; j < genes.size(); ++j) {
            for (std::size_t k = 0; k < rank_; ++k) {
                value += vectors_[static_cast<std::size_t>(genes[i]) * rank_ + k] *
                         vectors_[static_cast<std::size_t>(genes[j]) * rank_ + k];
            }
        }
    }
    return value;
}

} // namespace knockscape
