#include "app/cli/evaluation_table.h"

#include "engine/core/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <ostream>
#include <tuple>
#include <utility>

namespace knockscape::cli
{
namespace
{

constexpr const char *Predictors[] = {"model", "multiplicative", "low_rank", "additive", "mean"};

/// Values of the folds in which they are defined.
struct Spread {
    std::vector<double> values;

    void add(double value)
    {
        if (!std::isnan(value)) {
            values.push_back(value);
        }
    }
    double mean() const
    {
        double sum = 0.0;
        for (const double value : values) {
            sum += value;
        }
        return values.empty() ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(values.size());
    }
    double deviation() const
    {
        double sum = 0.0;
        for (const double value : values) {
            sum += (value - mean()) * (value - mean());
        }
        return values.size() < 2 ? std::numeric_limits<double>::quiet_NaN()
                                 : std::sqrt(sum / static_cast<double>(values.size() - 1));
    }
};

struct FoldSpread {
    std::size_t count = 0;
    Spread pearson;
    Spread spearman;
    Spread mse;
};

/// Of one score for genotypes of one number of deletions.
struct RankingSpread {
    /// Folds in which it found most.
    int wins = 0;
    std::int64_t ranked = 0;
    std::int64_t hits = 0;
    Spread pearson;
    std::map<int, Spread> precision;
};

} // namespace

nlohmann::json numberOrNull(double value)
{
    return std::isnan(value) ? nlohmann::json(nullptr) : nlohmann::json(value);
}

std::span<const char *const> predictorNames()
{
    return Predictors;
}

const char *nameOf(Phenotype phenotype)
{
    return phenotype == Phenotype::Fitness ? "fitness" : "interaction";
}

nlohmann::json toJson(const std::vector<EvaluatedGroup> &groups)
{
    nlohmann::json list = nlohmann::json::array();
    for (const EvaluatedGroup &group : groups) {
        nlohmann::json predictors;
        for (const auto &[name, values] : group.predictors) {
            const auto [low, high] = pearsonInterval(values.pearson, values.count);
            const auto [rankLow, rankHigh] = spearmanInterval(values.spearman, values.count);
            const auto [mseLow, mseHigh] = mseInterval(values);
            predictors[name] = {{"count", values.count},
                                {"pearson", numberOrNull(values.pearson)},
                                {"pearson_low", numberOrNull(low)},
                                {"pearson_high", numberOrNull(high)},
                                {"spearman", numberOrNull(values.spearman)},
                                {"spearman_low", numberOrNull(rankLow)},
                                {"spearman_high", numberOrNull(rankHigh)},
                                {"mse", numberOrNull(values.mse)},
                                {"mse_low", numberOrNull(mseLow)},
                                {"mse_high", numberOrNull(mseHigh)}};
        }
        list.push_back({{"phenotype", nameOf(group.phenotype)}, {"group", group.group}, {"predictors", predictors}});
        if (!group.sameAsModel.empty()) {
            list.back()["same_as_model"] = group.sameAsModel;
        }
    }
    return nlohmann::json{{"groups", list}};
}

void printTable(std::ostream &stream, const std::vector<EvaluatedGroup> &groups)
{
    stream << "phenotype\tgroup\tpredictor\tcount\tpearson\tpearson_low\tpearson_high\tspearman\tmse\tspearman_low"
              "\tspearman_high\tmse_low\tmse_high\n";
    for (const EvaluatedGroup &group : groups) {
        for (const char *predictor : predictorNames()) {
            const auto found = group.predictors.find(predictor);
            if (found == group.predictors.end()) {
                continue;
            }
            const Agreement &values = found->second;
            const auto [low, high] = pearsonInterval(values.pearson, values.count);
            const auto [rankLow, rankHigh] = spearmanInterval(values.spearman, values.count);
            const auto [mseLow, mseHigh] = mseInterval(values);
            stream << nameOf(group.phenotype) << '\t' << group.group << '\t' << predictor << '\t' << values.count;
            for (const double number :
                 {values.pearson, low, high, values.spearman, values.mse, rankLow, rankHigh, mseLow, mseHigh}) {
                stream << '\t' << formatNumber(number, 4);
            }
            stream << '\n';
        }
    }
}

void printFolds(std::ostream &stream, const std::vector<std::vector<EvaluatedGroup>> &folds)
{
    stream << "fold\tphenotype\tgroup\tpredictor\tcount\tpearson\tpearson_sd\tspearman\tspearman_sd\tmse\tmse_sd\n";
    std::map<std::tuple<Phenotype, std::string, std::string>, FoldSpread> spreads;
    for (std::size_t fold = 0; fold < folds.size(); ++fold) {
        for (const EvaluatedGroup &group : folds[fold]) {
            for (const char *predictor : predictorNames()) {
                const auto found = group.predictors.find(predictor);
                if (found == group.predictors.end()) {
                    continue;
                }
                const Agreement &values = found->second;
                stream << fold + 1 << '\t' << nameOf(group.phenotype) << '\t' << group.group << '\t' << predictor
                       << '\t' << values.count << '\t' << formatNumber(values.pearson, 4) << "\t\t"
                       << formatNumber(values.spearman, 4) << "\t\t" << formatNumber(values.mse, 4) << "\t\n";
                FoldSpread &spread = spreads[{group.phenotype, group.group, predictor}];
                spread.count += values.count;
                spread.pearson.add(values.pearson);
                spread.spearman.add(values.spearman);
                spread.mse.add(values.mse);
            }
        }
    }
    for (const auto &[key, spread] : spreads) {
        const auto &[phenotype, group, predictor] = key;
        stream << "mean\t" << nameOf(phenotype) << '\t' << group << '\t' << predictor << '\t' << spread.count;
        for (const Spread *values : {&spread.pearson, &spread.spearman, &spread.mse}) {
            stream << '\t' << formatNumber(values->mean(), 4) << '\t' << formatNumber(values->deviation(), 4);
        }
        stream << '\n';
    }
}

void printRankings(std::ostream &stream, const std::vector<RankingFacts> &folds)
{
    constexpr std::array places{25, 50, 100};
    stream << "fold\tdeletions\tscore\twins\tranked\thits\tchance\tpearson\tpearson_sd";
    for (const int place : places) {
        stream << "\tprecision_" << place << "\tprecision_" << place << "_sd";
    }
    stream << '\n';
    std::map<std::pair<int, std::string>, RankingSpread> spreads;
    for (std::size_t fold = 0; fold < folds.size(); ++fold) {
        for (const auto &[order, validation] : folds[fold]) {
            for (const auto &[name, score] : validation.scores) {
                const bool wins = name == validation.by;
                RankingSpread &spread = spreads[{order, name}];
                spread.wins += wins ? 1 : 0;
                spread.ranked += validation.count;
                spread.hits += validation.hits;
                spread.pearson.add(score.pearson);
                stream << fold + 1 << '\t' << order << '\t' << name << '\t' << (wins ? 1 : 0) << '\t'
                       << validation.count << '\t' << validation.hits << '\t' << formatNumber(validation.chance(), 4)
                       << '\t' << formatNumber(score.pearson, 4) << '\t';
                for (const int place : places) {
                    const auto found = score.precision.find(place);
                    const double share =
                        found == score.precision.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
                    spread.precision[place].add(share);
                    stream << '\t' << formatNumber(share, 4) << '\t';
                }
                stream << '\n';
            }
        }
    }
    for (const auto &[key, spread] : spreads) {
        stream << "mean\t" << key.first << '\t' << key.second << '\t' << spread.wins << '\t' << spread.ranked << '\t'
               << spread.hits << '\t'
               << formatNumber(static_cast<double>(spread.hits) / static_cast<double>(spread.ranked), 4) << '\t'
               << formatNumber(spread.pearson.mean(), 4) << '\t' << formatNumber(spread.pearson.deviation(), 4);
        for (const int place : places) {
            const Spread &precision = spread.precision.at(place);
            stream << '\t' << formatNumber(precision.mean(), 4) << '\t' << formatNumber(precision.deviation(), 4);
        }
        stream << '\n';
    }
}

} // namespace knockscape::cli
