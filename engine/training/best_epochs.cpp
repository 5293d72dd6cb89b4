#include "engine/training/best_epochs.h"

#include "engine/training/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace knockscape
{

namespace
{

constexpr const char *FactorPrefix = "interaction_factors.";

struct Group {
    std::vector<double> predicted;
    std::vector<double> measured;

    void add(const Group &other)
    {
        predicted.insert(predicted.end(), other.predicted.begin(), other.predicted.end());
        measured.insert(measured.end(), other.measured.begin(), other.measured.end());
    }
};

/// The mean of those that are defined.
double meanOf(double fitness, double interaction, double otherwise)
{
    if (std::isnan(fitness) && std::isnan(interaction)) {
        return otherwise;
    }
    if (std::isnan(fitness) || std::isnan(interaction)) {
        return std::isnan(fitness) ? interaction : fitness;
    }
    return (fitness + interaction) / 2.0;
}

} // namespace

BestEpochs::BestEpochs(bool separate)
{
    constexpr double worst = -std::numeric_limits<double>::infinity();
    parts_.push_back({"", 0, worst});
    if (separate) {
        parts_.push_back({FactorPrefix, 0, worst});
    }
}

void BestEpochs::take(std::size_t part, const TensorMap &weights)
{
    for (const auto &[name, tensor] : weights) {
        const bool isFactor = parts_.size() > 1 && name.starts_with(parts_[Factors].prefix);
        if (isFactor == (part == Factors)) {
            kept_.insert_or_assign(name, tensor.detach().clone());
        }
    }
}

bool BestEpochs::offer(int epoch, double fitness, double interaction, double otherwise, const TensorMap &weights)
{
    std::vector<double> scores{meanOf(fitness, interaction, otherwise)};
    if (parts_.size() > 1) {
        scores = {std::isnan(fitness) ? otherwise : fitness, std::isnan(interaction) ? otherwise : interaction};
    }
    const bool first = kept_.empty();
    bool taken = false;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
        if (scores[part] > parts_[part].score) {
            parts_[part].score = scores[part];
            parts_[part].epoch = epoch;
            take(part, weights);
            taken = true;
        }
    }
    if (first && taken) {
        // A part whose score is not a number must not be missing from the model.
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            take(part, weights);
        }
    }
    return taken;
}

bool BestEpochs::isStale(std::size_t part, int epoch, int patience) const
{
    return patience > 0 && epoch - parts_.at(part).epoch >= patience;
}

int BestEpochs::latest() const
{
    return std::max_element(parts_.begin(), parts_.end(),
                            [](const Part &left, const Part &right) { return left.epoch < right.epoch; })
        ->epoch;
}

bool BestEpochs::restore(const std::vector<int> &epochs, const std::vector<double> &scores, const TensorMap &kept)
{
    if (epochs.size() != parts_.size() || scores.size() != parts_.size()) {
        return false;
    }
    for (std::size_t part = 0; part < parts_.size(); ++part) {
        parts_[part].epoch = epochs[part];
        parts_[part].score = scores[part];
        take(part, kept);
    }
    return true;
}

double interactionAgreement(std::span<const double> predicted, std::span<const Label> rows)
{
    constexpr std::size_t smallest = 30;
    std::map<std::pair<std::string, std::size_t>, Group> groups;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (std::isfinite(rows[row].interaction) && std::isfinite(predicted[row])) {
            Group &group = groups[{rows[row].source, rows[row].genotype.size()}];
            group.predicted.push_back(predicted[row]);
            group.measured.push_back(rows[row].interaction);
        }
    }
    Group rest;
    double sum = 0.0;
    double weight = 0.0;
    const auto count = [&](const Group &group) {
        const double correlation = pearson(group.predicted, group.measured);
        if (!std::isnan(correlation)) {
            sum += correlation * static_cast<double>(group.measured.size());
            weight += static_cast<double>(group.measured.size());
        }
    };
    for (const auto &[key, group] : groups) {
        if (group.measured.size() < smallest) {
            rest.add(group);
        } else {
            count(group);
        }
    }
    count(rest);
    return weight > 0.0 ? sum / weight : std::numeric_limits<double>::quiet_NaN();
}

} // namespace knockscape
