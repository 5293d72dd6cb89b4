#pragma once

#include "engine/core/genotype.h"
#include "engine/plan/gene_similarity.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// What one candidate is worth apart from all others, and how much measuring it would tell.
struct CandidateWorth {
    /// The part of the value that simply adds up: expected hits, disagreements.
    double additive = 0.0;
    /// Standard deviation of the measured interaction around the predicted one.
    double deviation = 0.0;
};

/// What a set of genotypes is worth:
///
///     F(S) = Σ_{x in S} additive(x) + weight · I(S),    I(S) = ½ log det(1 + K_S / σ²)
///
/// I(S) is the information, in nats, that measuring S gives about the interactions of all candidates (the set of
/// interest): the expected reduction of their entropy, where these are jointly Gaussian with covariance
/// K(x, y) = deviation(x) · deviation(y) · GeneSimilarity::correlation(x, y) around what the model predicts, and each
/// measurement adds noise of standard deviation σ. (Candidates are part of the set of interest, and measurements are
/// independent given the true values, so that the genotypes that are not chosen drop out: Krause & Guestrin 2005,
/// arXiv:1207.1394; Srinivas et al. 2012, doi:10.1109/TIT.2011.2182033.)
///
/// F is zero for nothing, never falls when a genotype is added, and is submodular: what a genotype adds is the less the
/// more is already there. Belongs to one thread. add() and removeLast() are a stack.
class PanelValue
{
public:
    /// `genotypes` and `similarity` must outlive it; `noise` is σ. `weight` 0: nothing but the additive part.
    PanelValue(std::vector<CandidateWorth> worth, std::span<const Genotype> genotypes, const GeneSimilarity &similarity,
               double noise, double weight);

    std::size_t size() const noexcept { return worth_.size(); }
    /// F(S ∪ {item}) − F(S) for the present S. With information it takes O(|S|²) the first time after an addition.
    double gain(std::size_t item);
    /// What of it is information, in nats, before the weight; with weight 0 that of the item alone.
    double information(std::size_t item);
    void add(std::size_t item);
    void removeLast();
    double value() const noexcept { return value_; }
    const std::vector<std::size_t> &chosen() const noexcept { return chosen_; }

    /// Mean standard deviation over all candidates of the true values, before anything is measured and after S: square
    /// roots of the posterior variances of the Gaussian above. O(size() · |S|²).
    double meanDeviation(bool after);

private:
    /// Variance of item given the measurements of S.
    double variance(std::size_t item);
    double covariance(std::size_t a, std::size_t b) const;

    std::vector<CandidateWorth> worth_;
    std::span<const Genotype> genotypes_;
    const GeneSimilarity &similarity_;
    double noise_;
    double weight_;
    double value_ = 0.0;
    std::vector<std::size_t> chosen_;
    std::vector<double> gains_;
    /// Square root of (posterior variance + σ²) of each chosen one at its turn: the Cholesky factor's diagonal.
    std::vector<double> pivots_;
    /// Rows of the Cholesky factor, as far as they were asked for.
    std::vector<std::vector<double>> rows_;
};

} // namespace knockscape
