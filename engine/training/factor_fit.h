#pragma once

#include "engine/core/job_control.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <random>

namespace knockscape
{

/// What a factor fit assumes. Variances are in units of the variance of the targets.
struct FactorPrior {
    /// Variance of what is measured around what the factors say.
    double noise = 0.8;
    /// Variance of a gene's vector around what its profile says, per channel.
    double own = 0.3;
    /// Variance over genes of what profiles say, per channel.
    double profile = 0.09;
};

/// Genotypes and their targets, on the CPU.
struct FactorRows {
    at::Tensor genes;  ///< [rows, longest] int64, 0 where padded
    at::Tensor mask;   ///< [rows, longest] bool, true where a gene is knocked out
    at::Tensor target; ///< [rows] float, of variance about 1 and mean about 0
    at::Tensor weight; ///< [rows] float, how much a row counts; mean about 1
};

/// Which genotypes one fit explains, and by what (engine/nn/interaction_factors.h).
enum class FactorOrder {
    Pairs,  ///< a_i + a_j + Σ_r s_r u_ir u_jr, half of the signs s negative
    Larger, ///< Σ a_i + e₃ of the rows u, summed over channels; sets of three and more
};

/// Vectors of genes (a, u) that explain the interactions of one order.
struct FactorVectors {
    FactorOrder order = FactorOrder::Pairs;
    at::Tensor vectors; ///< [genes, 1 + rank]: a, then u
    at::Tensor signs;   ///< s of each channel of u, [rank]; 1 for larger sets
    /// What profiles say of the vectors, [columns, 1 + rank]: `vectors` is profiles · coefficients, a constant, and
    /// what the genotypes say of each gene. No columns without profiles.
    at::Tensor coefficients = {};

    /// What they say of genotypes of that order, [rows].
    at::Tensor predict(const at::Tensor &genes, const at::Tensor &mask) const;
};

/// Finds FactorVectors by alternating Bayesian regressions: what the genotypes say
/// is linear in the vector of any one gene when those of the others are held, so each gene's vector has a Gaussian
/// posterior in closed form, and a sweep takes all genes in turn. A vector's prior is what the gene's profile says, and
/// what profiles say is a ridge regression of the vectors on the profiles (matrix factorisation with side information:
/// Agarwal & Chen 2009, doi:10.1145/1557019.1557029).
///
/// For pairs, regressions count how uncertain the partners' vectors are (variational Bayes: Lim & Teh 2007,
/// "Variational Bayesian approach to movie rating prediction"), without which genes with few rows are believed too
/// much. Larger sets take the partners as they are: with few sets that share two genes, the uncertainty of a product
/// keeps the fit at nothing. Such a fit has several local optima, so that starting from several seeds pays.
///
/// The same rows, profiles and seed give the same vectors. One thread.
class FactorFit
{
public:
    /// `profiles` [genes, columns] float, whose rows have a mean square of 1 (geneProfiles()); undefined for none.
    FactorFit(FactorRows rows, std::int64_t genes, const at::Tensor &profiles, FactorOrder order, std::int64_t rank,
              const FactorPrior &prior, std::uint64_t seed);

    /// Updates every gene with rows, then what profiles say. Throws Cancelled in the middle of it: with millions of
    /// rows a sweep takes minutes.
    void sweep(const CancelToken &cancel = {});

    /// The vectors so far; a later sweep changes them.
    FactorVectors found() const;

private:
    /// One gene's regression: the precision matrix and the right-hand side, without the prior.
    struct Evidence {
        at::Tensor precision; ///< [1 + rank, 1 + rank]
        at::Tensor moment;    ///< [1 + rank]
    };

    void index();
    void prepareMap(const at::Tensor &profiles);
    Evidence evidenceOfPairs(std::int64_t gene) const;
    Evidence evidenceOfLarger(std::int64_t gene) const;
    void update(const at::Tensor &block);
    void updateMap();

    FactorRows rows_;
    FactorOrder order_;
    FactorPrior prior_;
    std::mt19937_64 random_;
    /// Genes with rows, ascending; the rows of used_[i] are rowsOf_[first_[i]] … rowsOf_[first_[i + 1] − 1].
    at::Tensor used_;
    at::Tensor rowsOf_;
    at::Tensor first_;
    /// Of pairs: the other gene of each entry of rowsOf_.
    at::Tensor partner_;
    /// A column of ones, then the profiles at length 1, [genes, 1 + columns].
    at::Tensor design_;
    at::Tensor designOfUsed_;
    /// Cholesky factor of the ridge regression of vectors on profiles.
    at::Tensor ridge_;
    /// 1 for a, then s of each channel.
    at::Tensor signs_;
    at::Tensor means_;
    /// means_ = design_ · coefficients_.
    at::Tensor coefficients_;
    at::Tensor vectors_;
    /// Posterior covariances of the vectors, [genes, (1 + rank)²]; undefined for larger sets.
    at::Tensor covariances_;
};

} // namespace knockscape
