#pragma once

#include "engine/core/genotype.h"
#include "engine/plan/gene_similarity.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace knockscape
{

/// Prior covariance of the interactions of a fixed pool of pairs, in units of their variance: additive · (sum of
/// GeneSimilarity over the genes of both) / 2 + pair · GeneSimilarity::correlation(). Immutable.
class PairCovariance
{
public:
    struct Shares {
        double additive = 0.2;
        double pair = 0.5;
    };

    /// Every genotype of `pool` has two genes. Holds the similarities of its genes: 4 bytes times their number squared.
    PairCovariance(std::span<const Genotype> pool, const GeneSimilarity &similarity, const Shares &shares);

    std::size_t size() const noexcept { return pairs_.size(); }
    double operator()(std::size_t a, std::size_t b) const;

private:
    float similarity(std::uint32_t i, std::uint32_t j) const { return similarities_[i * genes_ + j]; }

    Shares shares_;
    std::size_t genes_ = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
    std::vector<float> norms_; ///< 1 / √ of the permanent within the pair
    std::vector<float> similarities_;
};

/// A Gaussian process over the interactions of a pool of pairs. Cheap to teach: each measurement adds a row to a
/// Cholesky factor, and what is expected of all genotypes of the pool follows (Rasmussen & Williams 2006, Gaussian
/// Processes for Machine Learning, algorithm 2.1, a row at a time). It is what replays of planning learn with.
///
/// Memory: pool × measurements numbers in single precision; an addition takes time in proportion. May be copied.
class GaussianInteractions
{
public:
    /// Values have this mean and variance; a measurement's noise is `noise` times the variance.
    GaussianInteractions(const PairCovariance &covariance, double mean, double variance, double noise);

    /// Measured values of genotypes of the pool (places in it).
    void learn(std::span<const std::size_t> places, std::span<const double> values);

    /// Of the genotype at a place of the pool: expected value, and standard deviation of a measurement of it.
    double mean(std::size_t place) const { return mean_ + means_[place]; }
    double deviation(std::size_t place) const;
    /// The same as measurements were seen to deviate: from one step to the next (each is predicted before it is learnt,
    /// from the 500th on) the squared error is regressed on the squared deviation, whose slope counts where it is
    /// positive. Fewer than 100 such steps: deviation().
    double seenDeviation(std::size_t place) const;

private:
    const PairCovariance *covariance_;
    double mean_;
    double variance_;
    double noise_;
    std::vector<double> means_;
    std::vector<double> explained_; ///< variance of each of the pool that the measurements explain
    std::vector<std::vector<float>> rows_;
    /// Of the steps: their number, sums of squared deviations x and squared errors y, and of x² and xy.
    struct Steps {
        double count = 0.0;
        double x = 0.0;
        double y = 0.0;
        double xx = 0.0;
        double xy = 0.0;
    };
    Steps steps_;
};

} // namespace knockscape
