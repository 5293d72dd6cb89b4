#pragma once

#include "engine/core/ranking_facts.h"
#include "engine/training/evaluation.h"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <span>
#include <vector>

namespace knockscape::cli
{

/// The predictors in the order of tables: the model first, then the baselines.
std::span<const char *const> predictorNames();

const char *nameOf(Phenotype phenotype);

/// NaN is null.
nlohmann::json numberOrNull(double value);

/// {"groups": [{phenotype, group, predictors: {name: {count, pearson, pearson_low, pearson_high, …}}}]}; null where
/// undefined.
nlohmann::json toJson(const std::vector<EvaluatedGroup> &groups);

/// One line per group and predictor, separated by tabs, with 95 % confidence intervals.
void printTable(std::ostream &stream, const std::vector<EvaluatedGroup> &groups);

/// What the predictors reached in every fold of a cross-validation, a line per fold, group and predictor, and under it
/// the mean of the folds and their standard deviation.
void printFolds(std::ostream &stream, const std::vector<std::vector<EvaluatedGroup>> &folds);

/// What each score finds among strong negative interactions in every fold, a line per fold, number of deletions and
/// score, and under it the mean of the folds and their standard deviation.
void printRankings(std::ostream &stream, const std::vector<RankingFacts> &folds);

} // namespace knockscape::cli
