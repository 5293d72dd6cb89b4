#pragma once

#include "engine/cell/cell.h"
#include "engine/core/prediction.h"

#include <cmath>
#include <memory>
#include <random>
#include <vector>

namespace knockscape::ui::tests
{

/// A row whose numbers follow from two of them, as the engine gives them.
inline PredictionRow predictionRow(Genotype genotype, double fitness, double expected, double interaction,
                                   std::int64_t support = 3)
{
    PredictionRow row;
    row.genotype = std::move(genotype);
    row.prediction.fitness = fitness;
    row.prediction.expectedFitness = expected;
    row.prediction.interaction = interaction;
    row.prediction.support = support;
    return row;
}

inline PredictionRow failedRow(Genotype genotype, const std::string &reason)
{
    PredictionRow row;
    row.genotype = std::move(genotype);
    row.status = reason;
    return row;
}

/// `count` double deletions over `genes` genes with repeatable random numbers, for the volume tests.
inline std::vector<PredictionRow> manyRows(std::size_t count, GeneIndex genes)
{
    std::mt19937 random(7);
    std::uniform_int_distribution<GeneIndex> gene(0, genes - 1);
    std::normal_distribution<double> spread(0.0, 0.1);
    std::vector<PredictionRow> rows;
    rows.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const GeneIndex first = gene(random);
        const double expected = std::min(1.05, 0.95 + spread(random));
        const double interaction = spread(random) * 0.4;
        rows.push_back(predictionRow(Genotype{first, (first + 1 + gene(random) / 2) % genes},
                                     std::max(0.0, expected + interaction), expected, interaction,
                                     static_cast<std::int64_t>(i % 17)));
        rows.back().prediction.inRange = i % 50 != 0;
    }
    return rows;
}

} // namespace knockscape::ui::tests
