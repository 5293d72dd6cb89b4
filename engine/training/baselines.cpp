#include "engine/training/baselines.h"

#include "engine/training/metrics.h"

#include <cmath>

namespace knockscape
{

namespace
{

constexpr int LargestIterationCount = 5'000;
constexpr double Tolerance = 1e-12;

using Vector = std::vector<double>;

double dot(const Vector &a, const Vector &b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/// The normal equations of the ridge regression; the last unknown is the intercept.
struct NormalEquations {
    std::vector<const Label *> rows;
    std::size_t geneCount = 0;
    double lambda = 0.0;

    double predict(const Genotype &genotype, const Vector &unknowns) const
    {
        double value = unknowns[geneCount];
        for (const GeneIndex gene : genotype.genes()) {
            value += unknowns[static_cast<std::size_t>(gene)];
        }
        return value;
    }

    void scatter(const Genotype &genotype, double value, Vector &result) const
    {
        result[geneCount] += value;
        for (const GeneIndex gene : genotype.genes()) {
            result[static_cast<std::size_t>(gene)] += value;
        }
    }

    Vector times(const Vector &unknowns) const
    {
        Vector result(unknowns.size(), 0.0);
        for (const Label *row : rows) {
            scatter(row->genotype, predict(row->genotype, unknowns), result);
        }
        for (std::size_t gene = 0; gene < geneCount; ++gene) {
            result[gene] += lambda * unknowns[gene];
        }
        return result;
    }

    Vector diagonal() const
    {
        Vector result(geneCount + 1, lambda);
        result[geneCount] = 0.0;
        for (const Label *row : rows) {
            scatter(row->genotype, 1.0, result);
        }
        return result;
    }
};

/// Conjugate gradients with the diagonal as preconditioner (Hestenes & Stiefel 1952).
Vector solve(const NormalEquations &equations, const Vector &right)
{
    const Vector diagonal = equations.diagonal();
    const auto preconditioned = [&](const Vector &residual) {
        Vector result(residual.size());
        for (std::size_t i = 0; i < residual.size(); ++i) {
            result[i] = diagonal[i] > 0.0 ? residual[i] / diagonal[i] : residual[i];
        }
        return result;
    };
    Vector solution(right.size(), 0.0);
    Vector residual = right;
    Vector direction = preconditioned(residual);
    double progress = dot(residual, direction);
    const double goal = Tolerance * Tolerance * dot(right, right);
    for (int i = 0; i < LargestIterationCount && dot(residual, residual) > goal; ++i) {
        const Vector image = equations.times(direction);
        const double curvature = dot(direction, image);
        if (!(curvature > 0.0)) {
            break;
        }
        const double step = progress / curvature;
        for (std::size_t k = 0; k < solution.size(); ++k) {
            solution[k] += step * direction[k];
            residual[k] -= step * image[k];
        }
        const Vector next = preconditioned(residual);
        const double nextProgress = dot(residual, next);
        const double keep = nextProgress / progress;
        progress = nextProgress;
        for (std::size_t k = 0; k < direction.size(); ++k) {
            direction[k] = next[k] + keep * direction[k];
        }
    }
    return solution;
}

} // namespace

double meanValue(std::span<const Label> labels, Phenotype phenotype)
{
    double sum = 0.0;
    std::size_t count = 0;
    for (const Label &label : labels) {
        const double value = valueOf(label, phenotype);
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    return count == 0 ? Undefined : sum / static_cast<double>(count);
}

MultiplicativeBaseline::MultiplicativeBaseline(std::span<const Label> training, std::size_t geneCount,
                                               std::span<const double> predictedSingles)
{
    Vector sums(geneCount, 0.0);
    Vector counts(geneCount, 0.0);
    double total = 0.0;
    double totalCount = 0.0;
    for (const Label &label : training) {
        if (label.genotype.size() == 1 && !std::isnan(label.fitness)) {
            const auto gene = static_cast<std::size_t>(label.genotype.genes()[0]);
            sums[gene] += label.fitness;
            counts[gene] += 1.0;
            total += label.fitness;
            totalCount += 1.0;
        }
    }
    singles_.assign(geneCount, totalCount > 0.0 ? total / totalCount : 1.0);
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        if (counts[gene] > 0.0) {
            singles_[gene] = sums[gene] / counts[gene];
        } else if (gene < predictedSingles.size() && !std::isnan(predictedSingles[gene])) {
            singles_[gene] = predictedSingles[gene];
        }
    }
}

double MultiplicativeBaseline::predict(const Genotype &genotype) const
{
    double product = 1.0;
    for (const GeneIndex gene : genotype.genes()) {
        product *= singles_[static_cast<std::size_t>(gene)];
    }
    return product;
}

AdditiveBaseline::AdditiveBaseline(std::span<const Label> training, Phenotype phenotype, std::size_t geneCount,
                                   double lambda)
{
    NormalEquations equations;
    equations.geneCount = geneCount;
    equations.lambda = lambda;
    Vector right(geneCount + 1, 0.0);
    for (const Label &label : training) {
        const double value = valueOf(label, phenotype);
        if (!std::isnan(value)) {
            equations.rows.push_back(&label);
            equations.scatter(label.genotype, value, right);
        }
    }
    if (equations.rows.empty()) {
        intercept_ = Undefined;
        weights_.assign(geneCount, 0.0);
        return;
    }
    weights_ = solve(equations, right);
    intercept_ = weights_.back();
    weights_.pop_back();
}

double AdditiveBaseline::predict(const Genotype &genotype) const
{
    double value = intercept_;
    for (const GeneIndex gene : genotype.genes()) {
        value += weights_[static_cast<std::size_t>(gene)];
    }
    return value;
}

} // namespace knockscape
