#pragma once

#include "ui/plots/pair_matrix.h"

#include <cmath>
#include <memory>
#include <random>
#include <vector>

namespace knockscape::ui::tests
{

/// The matrices of a PairMatrix and its names, to be changed before they are shown.
struct PairPlanes {
    std::vector<QString> genes;
    std::vector<float> interaction;
    std::vector<float> epistasis;
    std::vector<float> fitness;

    std::size_t at(std::size_t row, std::size_t column) const { return row * genes.size() + column; }
    void setBoth(std::vector<float> &plane, std::size_t a, std::size_t b, float value) const
    {
        plane[at(a, b)] = plane[at(b, a)] = value;
    }
};

inline std::shared_ptr<const PairMatrix> shared(PairPlanes planes)
{
    auto kept = std::make_shared<const PairPlanes>(std::move(planes));
    auto matrix = std::make_shared<PairMatrix>();
    matrix->genes = kept->genes;
    matrix->interaction = kept->interaction;
    matrix->epistasis = kept->epistasis;
    matrix->fitness = kept->fitness;
    matrix->storage = kept;
    return matrix;
}

/// Genes of six pathways, dealt out in turn: sick together within some and between some of them, else noise; the same
/// on every run. Names "GLK1", "TRP12", …
inline PairPlanes makePanel(std::size_t genes)
{
    static const char *const kFamilies[] = {"GLK", "TRP", "VPS", "RAD", "ERG", "COX"};
    static constexpr double kBetween[6][6] = {
        {-0.20, 0.00, 0.00, 0.06, 0.00, 0.00}, {0.00, 0.10, 0.00, 0.00, 0.00, 0.0},
        {0.00, 0.00, -0.10, 0.00, -0.16, 0.0}, {0.06, 0.00, 0.00, 0.14, 0.00, 0.0},
        {0.00, 0.00, -0.16, 0.00, 0.00, 0.00}, {0.00, 0.00, 0.00, 0.00, 0.0, 0.05}};
    std::mt19937 random(13);
    std::normal_distribution<double> noise(0.0, 0.02);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    PairPlanes planes;
    std::vector<double> single(genes);
    for (std::size_t i = 0; i < genes; ++i) {
        planes.genes.push_back(QString::fromLatin1(kFamilies[i % 6]) + QString::number(i / 6 + 1));
        single[i] = 1.0 - 0.5 * std::pow(uniform(random), 3.0);
    }
    planes.interaction.resize(genes * genes);
    planes.epistasis.resize(genes * genes);
    planes.fitness.resize(genes * genes);
    for (std::size_t i = 0; i < genes; ++i) {
        for (std::size_t j = i; j < genes; ++j) {
            const double strength = i == j ? 0.0 : kBetween[i % 6][j % 6];
            const double epistasis = i == j ? 0.0 : strength * uniform(random) * 1.5 + noise(random);
            const double expected = i == j ? single[i] : single[i] * single[j];
            planes.setBoth(planes.fitness, i, j, static_cast<float>(expected + epistasis));
            planes.setBoth(planes.epistasis, i, j, static_cast<float>(epistasis));
            planes.setBoth(planes.interaction, i, j, static_cast<float>(0.8 * epistasis + 0.3 * noise(random)));
        }
    }
    return planes;
}

} // namespace knockscape::ui::tests
