#include "engine/core/ranking_facts.h"

#include "engine/core/issue.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

OrderedJson numberOrNull(double value)
{
    return std::isnan(value) ? OrderedJson() : OrderedJson(value);
}

OrderedJson scoreJson(const ScoreValidation &score)
{
    OrderedJson precision = OrderedJson::object();
    for (const auto &[k, share] : score.precision) {
        precision[std::to_string(k)] = numberOrNull(share);
    }
    return {{"pearson", numberOrNull(score.pearson)}, {"precision", precision}};
}

OrderedJson orderJson(const OrderValidation &order)
{
    OrderedJson scores = OrderedJson::object();
    for (const auto &[name, score] : order.scores) {
        scores[name] = scoreJson(score);
    }
    return {{"count", order.count},
            {"hits", order.hits},
            {"hit_below", numberOrNull(order.hitBelow)},
            {"by", order.by},
            {"scores", scores}};
}

/// The score that wins where most rows are.
std::string overallWinner(const RankingFacts &facts)
{
    std::map<std::string, std::int64_t> rows;
    for (const auto &[order, validation] : facts) {
        rows[validation.by] += validation.count;
    }
    std::string winner;
    for (const auto &[name, count] : rows) {
        winner = winner.empty() || count > rows[winner] ? name : winner;
    }
    return winner;
}

/// One object of the text, with errors that name the key.
class Reader
{
public:
    Reader(const OrderedJson &object, std::string where) : object_(object), where_(std::move(where))
    {
        if (!object.is_object()) {
            throw InputError(errorAt(where_, translate("Engine", "A JSON object was expected here.")));
        }
    }

    /// The object at `key`; an empty one where there is none.
    OrderedJson child(const char *key) const
    {
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? OrderedJson::object() : *found;
    }

    std::int64_t count(const std::string &key) const
    {
        const auto found = object_.find(key);
        const auto number = found == object_.end() ? std::nullopt : jsonInteger<std::int64_t>(*found, 0);
        if (!number) {
            fail(key);
        }
        return *number;
    }

    double number(const std::string &key) const
    {
        const auto found = object_.find(key);
        if (found == object_.end() || found->is_null()) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        const auto number = jsonReal(*found);
        if (!number) {
            fail(key);
        }
        return *number;
    }

    std::string text(const std::string &key) const
    {
        const auto found = object_.find(key);
        if (found == object_.end() || !found->is_string()) {
            fail(key);
        }
        return found->get<std::string>();
    }

    /// A key that is a whole number from 1 to a million.
    int numberOf(const std::string &key) const
    {
        const auto number = parseInteger(key);
        if (!number || *number < 1 || *number > 1'000'000) {
            fail(key);
        }
        return static_cast<int>(*number);
    }

private:
    [[noreturn]] void fail(const std::string &key) const
    {
        throw InputError(errorAt(where_ + "." + key, translate("Engine", "The value has the wrong type.")));
    }

    const OrderedJson &object_;
    std::string where_;
};

ScoreValidation scoreOf(const OrderedJson &json, const std::string &where)
{
    const Reader reader(json, where);
    ScoreValidation score;
    score.pearson = reader.number("pearson");
    const OrderedJson shares = reader.child("precision");
    const Reader precision(shares, where + ".precision");
    for (const auto &[k, share] : shares.items()) {
        const int place = precision.numberOf(k);
        score.precision[place] = precision.number(k);
    }
    return score;
}

OrderValidation orderOf(const OrderedJson &json, const std::string &where)
{
    const Reader reader(json, where);
    OrderValidation order;
    order.count = reader.count("count");
    order.hits = reader.count("hits");
    order.hitBelow = reader.number("hit_below");
    order.by = reader.text("by");
    const OrderedJson scores = reader.child("scores");
    const Reader named(scores, where + ".scores");
    for (const auto &[name, score] : scores.items()) {
        order.scores[name] = scoreOf(score, where + ".scores." + name);
    }
    return order;
}

std::string percent(double share)
{
    if (std::isnan(share)) {
        return "–";
    }
    // Chance in a screen is often less than one in a hundred, and no chance is not the same.
    return (share > 0.0 && share < 0.01 ? formatNumber(100.0 * share, 1) : std::to_string(std::lround(100.0 * share))) +
           " %";
}

/// NaN is less than any number.
bool isLess(double left, double right)
{
    return std::isnan(left) ? !std::isnan(right) : left < right;
}

} // namespace

double ScoreValidation::meanPrecision() const
{
    double sum = 0.0;
    for (const auto &[k, share] : precision) {
        sum += share;
    }
    return sum / static_cast<double>(precision.size());
}

std::string winningScore(const OrderValidation &validation)
{
    const auto rank = [](const std::pair<const std::string, ScoreValidation> &entry) {
        return std::pair{entry.second.meanPrecision(), entry.second.pearson};
    };
    const auto isWorse = [&](const auto &left, const auto &right) {
        const auto [leftFound, leftPearson] = rank(left);
        const auto [rightFound, rightPearson] = rank(right);
        if (isLess(leftFound, rightFound) || isLess(rightFound, leftFound)) {
            return isLess(leftFound, rightFound);
        }
        return isLess(leftPearson, rightPearson) ||
               (!isLess(rightPearson, leftPearson) && left.first != "interaction" && right.first == "interaction");
    };
    const auto best = std::max_element(validation.scores.begin(), validation.scores.end(), isWorse);
    return best == validation.scores.end() ? std::string() : best->first;
}

std::string nameOfOrder(int order)
{
    switch (order) {
    case 0:
        return translate("Engine", "wild type");
    case 1:
        return translate("Engine", "single deletions");
    case 2:
        return translate("Engine", "pairs");
    case 3:
        return translate("Engine", "triples");
    default:
        return translate("Engine", "sets of %1 deletions", {std::to_string(order)});
    }
}

std::string describeScore(const OrderValidation &validation, const std::string &score)
{
    const auto found = validation.scores.find(score);
    if (found == validation.scores.end()) {
        return translate("Engine", "not validated");
    }
    const std::string r = std::isnan(found->second.pearson) ? "–" : formatNumber(found->second.pearson, 2);
    std::vector<std::string> places;
    std::vector<std::string> shares;
    for (const auto &[k, share] : found->second.precision) {
        places.push_back(std::to_string(k));
        shares.push_back(percent(share));
    }
    if (places.empty()) {
        return translate("Engine", "r %1", {r});
    }
    return translate("Engine", "r %1; hits among its best %2: %3; by chance %4",
                     {r, joined(places, ", "), joined(shares, ", "), percent(validation.chance())});
}

std::string toJson(const RankingFacts &facts)
{
    if (facts.empty()) {
        return "{}";
    }
    OrderedJson orders = OrderedJson::object();
    for (const auto &[order, validation] : facts) {
        orders[std::to_string(order)] = orderJson(validation);
    }
    return OrderedJson{{"rows", "validation"}, {"by", overallWinner(facts)}, {"orders", orders}}.dump(
        -1, ' ', false, OrderedJson::error_handler_t::replace);
}

RankingFacts parseRankingFacts(std::string_view json, const std::string &where)
{
    const OrderedJson object = OrderedJson::parse(json, nullptr, false);
    const OrderedJson orders = Reader(object, where).child("orders");
    const Reader keys(orders, where + ".orders");
    RankingFacts facts;
    for (const auto &[order, validation] : orders.items()) {
        const int number = keys.numberOf(order);
        facts[number] = orderOf(validation, where + ".orders." + order);
    }
    return facts;
}

} // namespace knockscape
