#include "engine/inference/default_ranking.h"

#include "engine/core/digit_groups.h"
#include "engine/core/interaction_orders.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace knockscape
{

namespace
{

/// The models' validations of one order together: rows add up, correlations and precisions are means over models
/// (weighted by rows).
OrderValidation pooled(std::span<const ModelSummary> models, int order)
{
    OrderValidation all;
    std::map<std::string, double> pearsonRows;
    std::map<std::string, std::map<int, double>> precisionRows;
    for (const ModelSummary &model : models) {
        const auto found = model.training.ranking.find(order);
        if (found == model.training.ranking.end() || found->second.count == 0) {
            continue;
        }
        const OrderValidation &own = found->second;
        const auto rows = static_cast<double>(own.count);
        all.hitBelow =
            all.count == 0 || all.hitBelow == own.hitBelow ? own.hitBelow : std::numeric_limits<double>::quiet_NaN();
        all.count += own.count;
        all.hits += own.hits;
        for (const auto &[name, score] : own.scores) {
            ScoreValidation &sum = all.scores[name];
            if (!std::isnan(score.pearson)) {
                sum.pearson = (std::isnan(sum.pearson) ? 0.0 : sum.pearson) + rows * score.pearson;
                pearsonRows[name] += rows;
            }
            for (const auto &[k, share] : score.precision) {
                sum.precision[k] += rows * share;
                precisionRows[name][k] += rows;
            }
        }
    }
    for (auto &[name, score] : all.scores) {
        score.pearson /= pearsonRows[name];
        for (auto &[k, share] : score.precision) {
            share /= precisionRows[name][k];
        }
    }
    all.by = winningScore(all);
    return all;
}

/// The order with the most validation rows; of an order without any, count is 0.
std::pair<int, OrderValidation> mostValidated(std::span<const ModelSummary> models, const std::vector<int> &orders)
{
    std::pair<int, OrderValidation> best{orders.front(), {}};
    for (const int order : orders) {
        OrderValidation validation = pooled(models, order);
        if (validation.count > best.second.count) {
            best = {order, std::move(validation)};
        }
    }
    return best;
}

LabelKind kindOf(std::span<const ModelSummary> models)
{
    std::set<LabelKind> kinds;
    for (const ModelSummary &model : models) {
        kinds.insert(model.training.labelKind);
    }
    return kinds.size() == 1 ? *kinds.begin() : LabelKind::Mixed;
}

/// What validation says of choice.by, and of the other scores.
void addValidation(RankingChoice &choice, LabelKind kind)
{
    const OrderValidation &validation = choice.validation;
    choice.reasons.push_back(
        translate("Engine",
                  "Validated among %1 %2 that trained nothing (hit: a %3 interaction below %4; what has no label is "
                  "none): %5.",
                  {groupedDigits(validation.count), nameOfOrder(choice.order), adjectiveOf(kind),
                   formatNumber(validation.hitBelow, 3), describeScore(validation, choice.by)}));
    for (const auto &[name, score] : validation.scores) {
        if (name != choice.by) {
            choice.reasons.push_back(
                translate("Engine", "%1, for comparison: %2.", {name, describeScore(validation, name)}));
        }
    }
    const double found = validation.scores.at(choice.by).meanPrecision();
    if (!(found > validation.chance())) {
        choice.reasons.push_back(translate("Engine", "That is no more than chance."));
    }
    if (validation.by != choice.by) {
        choice.reasons.push_back(translate("Engine", "%1 found more.", {validation.by}));
    }
}

bool saysNothing(const ModelSummary &model)
{
    return model.training.genotypesPerOrder.empty();
}

/// Ranks by the interaction head of models without validation.
void chooseUnvalidated(RankingChoice &choice, std::span<const ModelSummary> models)
{
    choice.by = "interaction";
    choice.reasons.push_back(translate("Engine", "Ranked by the model's interaction score; not validated."));
    choice.reasons.push_back(
        std::any_of(models.begin(), models.end(), saysNothing)
            ? translate("Engine", "The model file does not say what the model was trained on.")
            : translate("Engine", "The model file does not say what its scores find among rows that it never saw; "
                                  "train it again to know."));
}

/// Ranks genotypes of at least two deletions by default.
void chooseByValidation(RankingChoice &choice, std::span<const ModelSummary> models, const std::vector<int> &orders)
{
    if (models.empty()) {
        choice.by = "epistasis";
        choice.reasons.push_back(
            translate("Engine", "Ranked by epistasis: simulated fitness less the product of the simulated singles."));
        return;
    }
    std::vector<int> known;
    std::copy_if(orders.begin(), orders.end(), std::back_inserter(known),
                 [&](int order) { return interactionKnown(models, static_cast<std::size_t>(order)); });
    if (known.empty()) {
        choice.by = "epistasis";
        choice.reasons.push_back(
            translate("Engine", "Ranked by epistasis (fitness less expected fitness); not validated."));
        choice.reasons.push_back(interactionReason(models, static_cast<std::size_t>(orders.front())));
        return;
    }
    std::tie(choice.order, choice.validation) = mostValidated(models, known);
    if (choice.validation.by.empty()) {
        chooseUnvalidated(choice, models);
        return;
    }
    choice.by = choice.validation.by;
    choice.validated = true;
    choice.reasons.push_back(choice.by == "interaction"
                                 ? translate("Engine", "Ranked by the model's interaction score, which finds most.")
                                 : translate("Engine", "Ranked by %1, which finds most.", {choice.by}));
    addValidation(choice, kindOf(models));
}

/// Says what is known about an expression that a person chose.
void describeAsked(RankingChoice &choice, std::span<const ModelSummary> models, const std::vector<int> &orders)
{
    if (!orders.empty()) {
        std::tie(choice.order, choice.validation) = mostValidated(models, orders);
    }
    if (models.empty()) {
        choice.reasons.push_back(translate("Engine", "Ranked by %1, as asked.", {choice.by}));
        return;
    }
    choice.validated = choice.validation.scores.contains(choice.by);
    choice.reasons.push_back(choice.validated
                                 ? translate("Engine", "Ranked by %1, as asked.", {choice.by})
                                 : translate("Engine", "Ranked by %1, as asked; not validated.", {choice.by}));
    if (choice.validated) {
        addValidation(choice, kindOf(models));
    }
}

} // namespace

std::string RankingChoice::text() const
{
    return joined(reasons, " ");
}

RankingChoice chooseRanking(std::span<const ModelSummary> models, std::span<const int> orders, const std::string &by)
{
    std::vector<int> several;
    std::copy_if(orders.begin(), orders.end(), std::back_inserter(several), [](int order) { return order > 1; });
    RankingChoice choice;
    choice.by = std::string(trimmed(by));
    if (!choice.by.empty()) {
        describeAsked(choice, models, several);
    } else if (several.empty()) {
        choice.by = "fitness";
        choice.reasons.push_back(translate("Engine", "Single deletions are ranked by fitness."));
    } else {
        chooseByValidation(choice, models, several);
    }
    return choice;
}

RankingChoice chooseRanking(std::span<const ModelSummary> models, const GenotypeSource &source, const std::string &by)
{
    return chooseRanking(models, ordersOf(source), by);
}

std::vector<int> ordersOf(const GenotypeSource &source)
{
    if (source.combinations() != nullptr) {
        return {static_cast<int>(source.largestSize())};
    }
    std::set<int> orders;
    std::vector<GeneIndex> genes;
    for (std::uint64_t index = 0; index < source.count(); ++index) {
        source.genesOf(index, genes);
        orders.insert(static_cast<int>(genes.size()));
    }
    return {orders.begin(), orders.end()};
}

} // namespace knockscape
