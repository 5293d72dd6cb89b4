#pragma once

#include "engine/training/baselines.h"
#include "engine/training/labels.h"
#include "engine/training/metrics.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Values of both phenotypes for some rows; NaN where there is none.
struct PhenotypeValues {
    std::vector<double> fitness;
    std::vector<double> interaction;

    const std::vector<double> &of(Phenotype phenotype) const
    {
        return phenotype == Phenotype::Fitness ? fitness : interaction;
    }
};

/// Predictions by name: "model" and the baselines "mean", "multiplicative", "additive" and "low_rank".
using PredictionsByName = std::map<std::string, PhenotypeValues>;

/// What the baselines, fitted to `training`, say about `rows`. The multiplicative model says nothing of interactions:
/// by definition there are none.
PredictionsByName baselinePredictions(std::span<const Label> training, std::span<const Label> rows,
                                      std::size_t geneCount, std::span<const double> predictedSingles = {});

/// The same where nothing is known about what was trained on: every row is predicted by baselines fitted to the other
/// folds, `folds` being drawn over genotypes by `seed`.
PredictionsByName crossFittedBaselines(std::span<const Label> rows, std::size_t geneCount, int folds,
                                       std::uint64_t seed, std::span<const double> predictedSingles = {});

/// True where a baseline says of every row what the model says (within 1e-6, and missing in the same rows): it is the
/// model under another name. So is the multiplicative model of single deletions without a measured one: it takes the
/// model's.
bool isTheModel(std::span<const double> model, std::span<const double> baseline);

/// Agreement of one group of rows with every predictor that says something about it.
struct EvaluatedGroup {
    Phenotype phenotype = Phenotype::Fitness;
    /// "all", "order 2", "source sga".
    std::string group;
    std::map<std::string, Agreement> predictors;
    /// Baselines that are the model here (isTheModel()), and hence left out.
    std::vector<std::string> sameAsModel;
};

/// All rows, rows per order and rows per source (where there are several), for each phenotype that was measured.
std::vector<EvaluatedGroup> evaluate(std::span<const Label> rows, const PredictionsByName &predictions);

/// The evaluation as flat metrics for the model file: "fitness_pearson", "fitness_pearson_order2",
/// "multiplicative_fitness_pearson", "interaction_mse", "fitness_count", …; undefined ones are left out.
std::map<std::string, double> flatMetrics(const std::vector<EvaluatedGroup> &groups);

} // namespace knockscape
