#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>

namespace knockscape
{

/// What one score (a column of a prediction) finds among rows that did not train the model.
struct ScoreValidation {
    /// Correlation with the interactions of the labels; NaN where the score is constant.
    double pearson = std::numeric_limits<double>::quiet_NaN();
    /// Share of hits among the k best rows (smallest score), by k: 25, 50, 100, as far as there are as many rows.
    std::map<int, double> precision;

    /// Mean over k; NaN without any.
    double meanPrecision() const;
};

/// How the scores of a model find strong negative interactions of one order (2 = pairs, 3 = triples, …).
struct OrderValidation {
    /// Genotypes that were ranked (engine/training/ranking_validation.h), and hits: interactions below `hitBelow`.
    std::int64_t count = 0;
    std::int64_t hits = 0;
    double hitBelow = std::numeric_limits<double>::quiet_NaN();
    /// The score that finds most, an expression for ScreenRequest::by.
    std::string by;
    /// By expression: "interaction" (the model's head), "epistasis" (fitness − expected fitness), and of both.
    std::map<std::string, ScoreValidation> scores;

    /// Share of hits among all of them: what a random choice would find.
    double chance() const { return static_cast<double>(hits) / static_cast<double>(count); }
};

/// What a model file says of how its scores rank genotypes, measured on validation rows (never on test rows), by order.
/// Empty: not validated.
using RankingFacts = std::map<int, OrderValidation>;

/// The score that finds more: by its mean precision, by its correlation where those are equal, by name where these are
/// equal too ("interaction" before others). Empty without scores.
std::string winningScore(const OrderValidation &validation);

/// "pairs", "triples", "sets of 4 deletions", in the person's language; "single deletions", "wild type" below.
std::string nameOfOrder(int order);

/// What a score reached: "r 0.62; 96 %, 90 % and 82 % of the best 25, 50 and 100 are hits (chance: 7 %)".
std::string describeScore(const OrderValidation &validation, const std::string &score);

/// As JSON text: {"rows": "validation", "by": the score that wins in most rows, "orders": {"2": {"count", "hits",
/// "hit_below", "by", "scores": {"interaction": {"pearson", "precision": {"25": …}}, …}}, …}}; what is NaN is null.
std::string toJson(const RankingFacts &facts);

/// Reads it back, "{}" and what it does not know left out. Throws InputError naming `where` and the key for a value of
/// the wrong kind or range.
RankingFacts parseRankingFacts(std::string_view json, const std::string &where);

} // namespace knockscape
