#include "engine/core/interaction_orders.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace knockscape
{

namespace
{

/// The orders whose interactions the model has learnt, ascending.
std::vector<int> learntOrders(const TrainingFacts &facts)
{
    const bool counted = !facts.interactionsPerOrder.empty();
    std::vector<int> orders;
    if (!counted && std::isnan(facts.interactionRange.low)) {
        return orders;
    }
    for (const auto &[order, genotypes] : counted ? facts.interactionsPerOrder : facts.genotypesPerOrder) {
        if (order > 1 && genotypes > 0) {
            orders.push_back(order);
        }
    }
    return orders;
}

} // namespace

bool interactionKnown(const TrainingFacts &facts, std::size_t n)
{
    if (n < 2 || facts.genotypesPerOrder.empty()) {
        return true;
    }
    const std::vector<int> orders = learntOrders(facts);
    return std::any_of(orders.begin(), orders.end(), [n](int order) { return static_cast<std::size_t>(order) == n; });
}

std::string interactionReason(const TrainingFacts &facts, std::size_t n)
{
    if (interactionKnown(facts, n)) {
        return {};
    }
    std::vector<std::string> orders;
    for (const int order : learntOrders(facts)) {
        orders.push_back(std::to_string(order));
    }
    if (orders.empty()) {
        return translate("Engine", "The model was trained on fitness alone; it knows no interactions.");
    }
    return translate("Engine", "The model learnt interactions of %1 deletions, not of %2.",
                     {joined(orders, ", "), std::to_string(n)});
}

bool interactionKnown(std::span<const ModelSummary> models, std::size_t n)
{
    return std::all_of(models.begin(), models.end(),
                       [n](const ModelSummary &model) { return interactionKnown(model.training, n); });
}

std::string interactionReason(std::span<const ModelSummary> models, std::size_t n)
{
    for (const ModelSummary &model : models) {
        if (std::string reason = interactionReason(model.training, n); !reason.empty()) {
            return reason;
        }
    }
    return {};
}

} // namespace knockscape
