#include "engine/training/ranking_validation.h"

#include "engine/training/metrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <random>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

constexpr std::size_t LeastRows = 20;
constexpr std::size_t LeastHits = 5;
constexpr double LeastShare = 0.005;
constexpr double LargestShare = 1.0 / 3.0;
constexpr double LowestShare = 0.05;

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

ScoreValidation validateScore(const OrderRows &order, const std::vector<double> &all,
                              const std::vector<double> &background, double threshold)
{
    std::vector<double> ofRows;
    for (const std::size_t row : order.rows) {
        ofRows.push_back(all[row]);
    }
    ScoreValidation result;
    result.pearson = agreement(ofRows, order.interactions).pearson;
    std::vector<double> score = background;
    score.insert(score.end(), ofRows.begin(), ofRows.end());
    const auto isHit = [&](std::size_t place) {
        return place >= background.size() && order.interactions[place - background.size()] < threshold;
    };
    std::vector<std::size_t> best(score.size());
    std::iota(best.begin(), best.end(), std::size_t{0});
    std::stable_sort(best.begin(), best.end(), [&](std::size_t left, std::size_t right) {
        return std::isnan(score[right]) ? !std::isnan(score[left]) : score[left] < score[right];
    });
    std::size_t hits = 0;
    std::size_t seen = 0;
    for (const int k : PrecisionPlaces) {
        const auto end = static_cast<std::size_t>(k);
        if (end > best.size()) {
            break;
        }
        for (; seen < end; ++seen) {
            hits += isHit(best[seen]) ? 1 : 0;
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
    const double lowest = interactions[static_cast<std::size_t>(place)];
    if (countBelow(interactions, lowest) > 0) {
        return lowest;
    }
    // So many rows share the lowest value that none is below: all of them are hits, if they are few enough to be some.
    double above = std::numeric_limits<double>::infinity();
    for (const double value : interactions) {
        above = value > lowest ? std::min(above, value) : above;
    }
    const double tied = static_cast<double>(countBelow(interactions, above)) / static_cast<double>(interactions.size());
    return std::isfinite(above) && tied <= LargestShare ? above : lowest;
}

ScoresByName scoresOf(std::vector<double> interaction, std::vector<double> epistasis)
{
    std::vector<double> both;
    for (std::size_t row = 0; row < interaction.size(); ++row) {
        both.push_back(std::isnan(interaction[row]) ? interaction[row] : std::max(epistasis[row], interaction[row]));
    }
    return {{"interaction", std::move(interaction)},
            {"epistasis", std::move(epistasis)},
            {"max(interaction, epistasis)", std::move(both)}};
}

RankingFacts validateRanking(std::span<const Label> rows, const ScoresByName &scores,
                             const std::map<int, ScoresByName> &background)
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
        const auto beside = background.find(size);
        validation.hitBelow = hitThreshold(order.interactions, size);
        validation.hits = static_cast<std::int64_t>(countBelow(order.interactions, validation.hitBelow));
        for (const auto &[name, values] : scores) {
            const std::vector<double> unlabelled =
                beside == background.end() ? std::vector<double>() : beside->second.at(name);
            validation.count = static_cast<std::int64_t>(order.rows.size() + unlabelled.size());
            validation.scores[name] = validateScore(order, values, unlabelled, validation.hitBelow);
        }
        validation.by = winningScore(validation);
        if (validation.hits > 0) {
            facts[size] = std::move(validation);
        }
    }
    return facts;
}

std::vector<Genotype> drawUnlabelled(std::span<const GeneIndex> genes, int order, std::size_t count,
                                     const std::vector<Genotype> &labelled, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::set<Genotype> drawn;
    if (genes.size() < static_cast<std::size_t>(order)) {
        return {};
    }
    // Where nearly everything is labelled, most draws are in vain.
    for (std::size_t attempt = 0; attempt < 4 * count && drawn.size() < count; ++attempt) {
        std::vector<GeneIndex> members;
        for (int place = 0; place < order; ++place) {
            members.push_back(genes[random() % genes.size()]);
        }
        Genotype genotype(std::move(members));
        if (genotype.size() == static_cast<std::size_t>(order) &&
            !std::binary_search(labelled.begin(), labelled.end(), genotype)) {
            drawn.insert(std::move(genotype));
        }
    }
    return {drawn.begin(), drawn.end()};
}

} // namespace knockscape
