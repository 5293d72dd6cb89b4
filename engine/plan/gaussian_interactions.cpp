#include "engine/plan/gaussian_interactions.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{

PairCovariance::PairCovariance(std::span<const Genotype> pool, const GeneSimilarity &similarity, const Shares &shares)
    : shares_(shares)
{
    std::map<GeneIndex, std::uint32_t> places;
    std::vector<GeneIndex> genes;
    const auto placeOf = [&](GeneIndex gene) {
        const auto [found, isNew] = places.emplace(gene, static_cast<std::uint32_t>(genes.size()));
        if (isNew) {
            genes.push_back(gene);
        }
        return found->second;
    };
    for (const Genotype &pair : pool) {
        const std::uint32_t first = placeOf(pair.genes()[0]);
        pairs_.emplace_back(first, placeOf(pair.genes()[1]));
    }
    genes_ = genes.size();
    similarities_.resize(genes_ * genes_);
    for (std::size_t i = 0; i < genes_; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            const auto value = static_cast<float>(similarity(genes[i], genes[j]));
            similarities_[i * genes_ + j] = similarities_[j * genes_ + i] = value;
        }
    }
    for (const auto &[a, b] : pairs_) {
        norms_.push_back(1.0F / std::sqrt(1.0F + this->similarity(a, b) * this->similarity(a, b)));
    }
}

double PairCovariance::operator()(std::size_t x, std::size_t y) const
{
    const auto [a, b] = pairs_[x];
    const auto [c, d] = pairs_[y];
    const float ac = similarity(a, c);
    const float ad = similarity(a, d);
    const float bc = similarity(b, c);
    const float bd = similarity(b, d);
    return 0.5 * shares_.additive * static_cast<double>(ac + ad + bc + bd) +
           shares_.pair * static_cast<double>((ac * bd + ad * bc) * norms_[x] * norms_[y]);
}

GaussianInteractions::GaussianInteractions(const PairCovariance &covariance, double mean, double variance, double noise)
    : covariance_(&covariance), mean_(mean), variance_(variance), noise_(noise), means_(covariance.size(), 0.0),
      explained_(covariance.size(), 0.0)
{
}

void GaussianInteractions::learn(std::span<const std::size_t> places, std::span<const double> values)
{
    // One measurement after the other: each row is what this one tells beyond those before it.
    for (std::size_t k = 0; k < places.size(); ++k) {
        const std::size_t place = places[k];
        constexpr std::size_t FirstStep = 500;
        if (rows_.size() >= FirstStep) {
            const double x = deviation(place) * deviation(place);
            const double y = (values[k] - mean(place)) * (values[k] - mean(place));
            steps_ = {steps_.count + 1.0, steps_.x + x, steps_.y + y, steps_.xx + x * x, steps_.xy + x * y};
        }
        std::vector<float> row(means_.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = static_cast<float>(variance_ * (*covariance_)(place, i));
        }
        for (const std::vector<float> &before : rows_) {
            const float factor = before[place];
            for (std::size_t i = 0; i < row.size(); ++i) {
                row[i] -= factor * before[i];
            }
        }
        const double pivot = std::sqrt(std::max(0.0, static_cast<double>(row[place])) + variance_ * noise_);
        const double innovation = (values[k] - mean_ - means_[place]) / pivot;
        const auto scale = static_cast<float>(1.0 / pivot);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] *= scale;
            const auto told = static_cast<double>(row[i]);
            means_[i] += innovation * told;
            explained_[i] += told * told;
        }
        rows_.push_back(std::move(row));
    }
}

double GaussianInteractions::deviation(std::size_t place) const
{
    return std::sqrt(std::max(0.0, variance_ * (*covariance_)(place, place) - explained_[place]) + variance_ * noise_);
}

double GaussianInteractions::seenDeviation(std::size_t place) const
{
    constexpr double FewestSteps = 100.0;
    if (steps_.count < FewestSteps) {
        return deviation(place);
    }
    const double x = steps_.x / steps_.count;
    const double y = steps_.y / steps_.count;
    const double variance = steps_.xx / steps_.count - x * x;
    const double slope = variance > 0.0 ? std::max(0.0, (steps_.xy / steps_.count - x * y) / variance) : 0.0;
    const double own = deviation(place) * deviation(place);
    return std::sqrt(std::max(0.25 * y, y + slope * (own - x)));
}

} // namespace knockscape
