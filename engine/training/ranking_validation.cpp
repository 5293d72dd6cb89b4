#include "engine/training/ranking_validation.h"

#include "engine/training/metrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace knockscape
{

namespace
{

constexpr std::size_t LeastRows = 20;
constexpr std::size_t LeastHits = 5;
constexpr double LeastShare = 0.005;
constexpr double LargestShare = 1.0 / 3.0;
constexpr double LowestShare = 0.05;
constexpr int Places[] = {25, 50, 100};

std::size_t countBelow(const std::vector<double> &values, double threshold)
{
    return static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [&](double value) { return value < threshold; }));
}

/// Rows of one order that have an interaction.
struct OrderRows {
    std::vector<std::size_t> rows;
    std::vector<double> interactions;
};

ScoreValidation validateScore(const OrderRows &order, const std::vector<double> &all, double threshold)
{
    std::vector<double> score;
    for (const std::size_t row : order.rows) {
        score.push_back(all[row]);
    }
    ScoreValidation result;
    result.pearson = agreement(score, order.interactions).pearson;
    std::vector<std::size_t> best(score.size());
    std::iota(best.begin(), best.end(), std::size_t{0});
    std::stable_sort(best.begin(), best.end(), [&](std::size_t left, std::size_t right) {
        return std::isnan(score[right]) ? !std::isnan(score[left]) : score[left] < score[right];
    });
    std::size_t hits = 0;
    std::size_t seen = 0;
    for (const int k : Places) {
        const auto end = static_cast<std::size_t>(k);
        if (end > best.size()) {
            break;
        }
        for (; seen < end; ++seen) {
            hits += order.interactions[best[seen]] < threshold ? 1 : 0;
        }
        result.precision[k] = static_cast<double>(hits) / static_cast<double>(k);
    }
    return result;
}

} // namespace

double hitThreshold(std::vector<double> interactions, int order)
{
    const double published = order == 2 ? -0.12 : -0.08;
    const std::size_t below = countBelow(interactions, published);
    const double share = static_cast<double>(below) / static_cast<double>(interactions.size());
    if (below >= LeastHits && share >= LeastShare && share <= LargestShare) {
        return published;
    }
    const auto place = static_cast<std::ptrdiff_t>(LowestShare * static_cast<double>(interactions.size()));
    std::nth_element(interactions.begin(), interactions.begin() + place, interactions.end());
    return interactions[static_cast<std::size_t>(place)];
}

RankingFacts validateRanking(std::span<const Label> rows, const ScoresByName &scores)
{
    std::map<int, OrderRows> orders;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].genotype.size() > 1 && !std::isnan(rows[row].interaction)) {
            OrderRows &order = orders[static_cast<int>(rows[row].genotype.size())];
            order.rows.push_back(row);
            order.interactions.push_back(rows[row].interaction);
        }
    }
    RankingFacts facts;
    for (const auto &[size, order] : orders) {
        if (order.rows.size() < LeastRows) {
            continue;
        }
        OrderValidation validation;
        validation.count = static_cast<std::int64_t>(order.rows.size());
        validation.hitBelow = hitThreshold(order.interactions, size);
        validation.hits = static_cast<std::int64_t>(countBelow(order.interactions, validation.hitBelow));
        for (const auto &[name, values] : scores) {
            validation.scores[name] = validateScore(order, values, validation.hitBelow);
        }
        validation.by = winningScore(validation);
        if (validation.hits > 0) {
            facts[size] = std::move(validation);
        }
    }
    return facts;
}

} // namespace knockscape
