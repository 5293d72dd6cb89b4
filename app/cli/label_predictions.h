#pragma once

#include "engine/core/job_control.h"
#include "engine/inference/predictor.h"
#include "engine/training/evaluation.h"
#include "engine/training/labels.h"
#include "engine/training/model_ranking.h"

#include <cstddef>
#include <vector>

namespace knockscape::cli
{

/// What the predictor says about the genotypes of `rows`, in order.
PhenotypeValues predictLabels(Predictor &predictor, const std::vector<Label> &rows, const JobControl &control);

/// The same for validateModelRanking(). The predictor and `control` must outlive what is returned.
GenotypeAnswers answersOf(Predictor &predictor, const JobControl &control);

/// Predicted fitness of every single deletion, for baselines that need it.
std::vector<double> predictSingles(Predictor &predictor, std::size_t geneCount, const JobControl &control);

} // namespace knockscape::cli
