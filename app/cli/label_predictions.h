#pragma once

#include "app/cli/command.h"
#include "engine/core/job_control.h"
#include "engine/inference/predictor.h"
#include "engine/training/evaluation.h"
#include "engine/training/labels.h"
#include "engine/training/model_intervals.h"
#include "engine/training/model_ranking.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace knockscape::cli
{

std::vector<Genotype> genotypesOf(const std::vector<Label> &rows);

/// Fitness and interaction alone.
PhenotypeValues valuesOf(std::span<const Prediction> predictions);

/// What the predictor says about the genotypes of `rows`, in order.
PhenotypeValues predictLabels(Predictor &predictor, const std::vector<Label> &rows, const JobControl &control);

/// The same for validateModelRanking(). The predictor and `control` must outlive what is returned.
GenotypeAnswers answersOf(Predictor &predictor, const JobControl &control);

/// The same for calibratedOn().
GenotypePredictions predictionsOf(Predictor &predictor, const JobControl &control);

/// Measures how far the predictions of trained models are off, together where there are several, and writes it into
/// their files; tells the person. `where` names the labels. Throws InputError where no rows can be measured on.
void calibrate(const Context &context, Predictor &predictor, LabelTable labels, const LabelTable &trainedOn,
               const std::string &where);

/// Predicted fitness of every single deletion, for baselines that need it.
std::vector<double> predictSingles(Predictor &predictor, std::size_t geneCount, const JobControl &control);

} // namespace knockscape::cli
