#pragma once

#include "engine/cell/cell.h"
#include "engine/training/baselines.h"
#include "engine/training/dependent_queries.h"

#include <string>
#include <vector>

namespace knockscape
{

/// Genotypes that have several rows of one source.
struct RepeatedRows {
    std::string source;
    /// How many genotypes have more than one row, and how many rows they have.
    std::size_t genotypes = 0;
    std::size_t rows = 0;
    /// How many of these rows say what an earlier row of the same genotype says, to the last digit.
    std::size_t copies = 0;
    Genotype first;
};

/// A feature of genes from which values of a source can be told.
struct TellingFeature {
    std::string source;
    Phenotype phenotype = Phenotype::Fitness;
    /// Number of deletions.
    std::size_t order = 1;
    /// Column of the cell's features, from 0.
    std::size_t column = 0;
    /// Squared correlation (the larger of that of values and that of ranks) of the values with the deleted genes'
    /// features: their sum, or their product.
    double rSquared = 0.0;
    std::size_t rows = 0;
};

/// By source, most rows first.
std::vector<RepeatedRows> repeatedRows(const std::vector<Label> &labels);

/// Features that explain 99 % of a source's values of one number of deletions, on 30 rows or more (of many the first
/// 5,000). Genes whose feature is missing or 0, as many importers write it, are left aside. The most telling of each
/// source, phenotype and number of deletions; simulated sources too.
std::vector<TellingFeature> tellingFeatures(const std::vector<Label> &labels, const FeatureMatrix &features);

/// What makes figures on held-out rows better than a prediction is: queries that are a function of others
/// (dependentQueries()), rows that stand twice, and features that tell the values. Warnings that name them and say what
/// to do; `where` is the labels' name. For labels as they were read, before values are derived from others. Throws
/// Cancelled.
std::vector<Issue> checkLabels(const std::vector<Label> &labels, const Cell &cell, const std::string &where,
                               const JobControl &control = {});

} // namespace knockscape
