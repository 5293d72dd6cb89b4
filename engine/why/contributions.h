#pragma once

#include "engine/core/genotype.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace knockscape
{

/// What is shared out over the deleted genes: fitness relative to wild type, and the interaction head's answer (0 for
/// fewer than two deletions; NaN where the models have not learnt the order).
struct GenotypeValue {
    double fitness = std::numeric_limits<double>::quiet_NaN();
    double interaction = std::numeric_limits<double>::quiet_NaN();
};

/// Answers genotypes in order.
using GenotypeValueFunction = std::function<std::vector<GenotypeValue>(std::span<const Genotype>)>;

/// What one set of the deleted genes adds beyond all of its subsets (Möbius inverse over the subsets, the dividend of
/// Harsanyi 1963, doi:10.2307/2525487): m(T) = Σ_{S ⊆ T} (−1)^{|T| − |S|} v(S). A gene alone: what deleting it does to
/// the wild type; a pair: what both do together beyond what each does alone. Over all sets but the empty one they sum
/// to v(genotype) − v(wild type).
struct SubsetContribution {
    Genotype genes;
    GenotypeValue value;
};

/// A gene's mean contribution over all orders in which the genes can be deleted (Shapley 1953,
/// doi:10.1515/9781400881970-018): over the genes they sum to v(genotype) − v(wild type).
struct GeneContribution {
    GeneIndex gene = -1;
    GenotypeValue value;
    /// Standard error of a sampled one; 0 where it is exact.
    GenotypeValue error;
};

struct Contributions {
    enum class Method {
        Subsets, ///< all subsets: `subsets` and `genes`
        Exact,   ///< Shapley values from all subsets: `genes`
        Sampled, ///< Shapley values over `orders` sampled orders: `genes`
    };

    Method method = Method::Subsets;
    /// v(genotype) − v(wild type).
    GenotypeValue whole;
    /// By number of genes, then by genes; for up to MostSubsetGenes deletions.
    std::vector<SubsetContribution> subsets;
    /// In order of the genes.
    std::vector<GeneContribution> genes;
    std::size_t orders = 0;
    /// Genotypes that were predicted for it.
    std::size_t predictions = 0;
};

/// Up to so many deletions every subset is told apart …
constexpr std::size_t MostSubsetGenes = 4;
/// … and up to so many Shapley values are exact.
constexpr std::size_t MostExactGenes = 10;

/// Shares the value of `genotype` out over its genes. Beyond MostExactGenes deletions the orders are drawn by `seed`,
/// in pairs of an order and its reverse, whose errors partly cancel.
Contributions contributionsOf(const Genotype &genotype, const GenotypeValueFunction &values, std::uint64_t seed = 0);

} // namespace knockscape
