#include "engine/plan/panel_value.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace knockscape
{

PanelValue::PanelValue(std::vector<CandidateWorth> worth, std::span<const Genotype> genotypes,
                       const GeneSimilarity &similarity, double noise, double weight)
    : worth_(std::move(worth)), genotypes_(genotypes), similarity_(similarity), noise_(noise), weight_(weight),
      rows_(worth_.size())
{
}

double PanelValue::covariance(std::size_t a, std::size_t b) const
{
    return worth_[a].deviation * worth_[b].deviation *
           similarity_.correlation(genotypes_[a].genes(), genotypes_[b].genes());
}

double PanelValue::variance(std::size_t item)
{
    std::vector<double> &row = rows_[item];
    for (std::size_t j = row.size(); j < pivots_.size(); ++j) {
        const std::vector<double> &other = rows_[chosen_[j]];
        const double known = std::inner_product(row.begin(), row.end(), other.begin(), 0.0);
        row.push_back((covariance(item, chosen_[j]) - known) / pivots_[j]);
    }
    const double explained = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
    return std::max(0.0, worth_[item].deviation * worth_[item].deviation - explained);
}

double PanelValue::information(std::size_t item)
{
    return 0.5 * std::log1p(variance(item) / (noise_ * noise_));
}

double PanelValue::gain(std::size_t item)
{
    return worth_[item].additive + (weight_ > 0.0 ? weight_ * information(item) : 0.0);
}

void PanelValue::add(std::size_t item)
{
    const double gained = gain(item);
    if (weight_ > 0.0) {
        pivots_.push_back(std::sqrt(variance(item) + noise_ * noise_));
    }
    gains_.push_back(gained);
    value_ += gained;
    chosen_.push_back(item);
}

void PanelValue::removeLast()
{
    value_ -= gains_.back();
    gains_.pop_back();
    chosen_.pop_back();
    if (weight_ > 0.0) {
        pivots_.pop_back();
        for (std::vector<double> &row : rows_) {
            row.resize(std::min(row.size(), pivots_.size()));
        }
    }
}

double PanelValue::meanDeviation(bool after)
{
    if (worth_.empty()) {
        return 0.0;
    }
    double sum = 0.0;
    for (std::size_t item = 0; item < worth_.size(); ++item) {
        sum += after && weight_ > 0.0 ? std::sqrt(variance(item)) : worth_[item].deviation;
    }
    return sum / static_cast<double>(worth_.size());
}

} // namespace knockscape
