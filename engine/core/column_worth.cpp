#include "engine/core/column_worth.h"

#include "engine/core/prediction_intervals.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <cmath>
#include <set>
#include <vector>

namespace knockscape
{

namespace
{

/// What the file of one model says in its metrics, and of epistasis among its rankings.
ColumnWorth worthOfModel(const TrainingFacts &facts, const std::string &quantity, int order)
{
    ColumnWorth worth;
    if (const QuantityMeasure *measure = facts.intervals.find(quantity, order)) {
        return {measure->count, measure->pearson, measure->pearsonLow, measure->pearsonHigh};
    }
    const auto metric = [&](const char *name) {
        return facts.metrics.find(std::string(quantity).append(name).append(std::to_string(order)));
    };
    const auto pearson = metric("_pearson_order");
    const auto count = metric("_count_order");
    if (pearson != facts.metrics.end() && count != facts.metrics.end()) {
        worth.count = static_cast<std::int64_t>(count->second);
        worth.pearson = pearson->second;
    }
    return worth;
}

std::string worthText(const ColumnWorth &worth, int order)
{
    const std::string rows = std::to_string(worth.count);
    const std::string kind = nameOfOrder(order);
    if (worth.count == 0 || std::isnan(worth.pearson)) {
        return translate("Engine", "%1: not validated", {kind});
    }
    const std::string r = formatNumber(worth.pearson, 2);
    if (std::isnan(worth.low)) {
        return translate("Engine", "%1: r %2 on %3 that trained nothing", {kind, r, rows});
    }
    return translate("Engine", "%1: r %2 (%3 to %4) on %5 that trained nothing",
                     {kind, r, formatNumber(worth.low, 2), formatNumber(worth.high, 2), rows});
}

} // namespace

ColumnWorth columnWorth(std::span<const ModelSummary> models, const std::string &quantity, int order)
{
    if (models.size() > 1) {
        const PredictionIntervals together(models);
        if (const QuantityMeasure *measure = together.facts().find(quantity, order)) {
            return {measure->count, measure->pearson, measure->pearsonLow, measure->pearsonHigh};
        }
    }
    ColumnWorth least;
    for (const ModelSummary &model : models) {
        const ColumnWorth own = worthOfModel(model.training, quantity, order);
        if (own.count == 0) {
            return {};
        }
        if (least.count == 0 || own.pearson < least.pearson) {
            least = own;
        }
    }
    return least;
}

std::string describeWorth(std::span<const ModelSummary> models, const std::string &quantity, int order)
{
    return worthText(columnWorth(models, quantity, order), order);
}

std::string describeWorth(std::span<const ModelSummary> models, const std::string &quantity)
{
    std::set<int> orders;
    for (const ModelSummary &model : models) {
        for (const auto &[order, count] : model.training.genotypesPerOrder) {
            if (order > (quantity == "fitness" ? 0 : 1)) {
                orders.insert(order);
            }
        }
    }
    std::vector<std::string> lines;
    for (const int order : orders) {
        lines.push_back(describeWorth(models, quantity, order));
    }
    return joined(lines, "\n");
}

} // namespace knockscape
