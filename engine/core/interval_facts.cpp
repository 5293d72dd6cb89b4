#include "engine/core/interval_facts.h"

#include "engine/core/issue.h"
#include "engine/core/json_value.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace knockscape
{

namespace
{

using OrderedJson = nlohmann::ordered_json;

constexpr std::int64_t LargestCount = std::int64_t{1} << 50;

OrderedJson realOrNull(double value)
{
    return std::isnan(value) ? OrderedJson() : OrderedJson(value);
}

double realOrNaN(const JsonPlace &place, const char *key)
{
    return !place.has(key) || place[key].json().is_null() ? std::numeric_limits<double>::quiet_NaN()
                                                          : place[key].real();
}

OrderedJson binJson(const IntervalBin &bin)
{
    return {{"order", bin.order}, {"support_from", bin.supportFrom}, {"support_to", bin.supportTo},
            {"count", bin.count}, {"low", realOrNull(bin.low)},      {"high", realOrNull(bin.high)}};
}

IntervalBin binOf(const JsonPlace &place)
{
    IntervalBin bin;
    bin.order = place["order"].integer<int>(0, 1'000'000);
    bin.supportFrom = place["support_from"].integer<std::int64_t>(0);
    bin.supportTo = place["support_to"].integer<std::int64_t>(-1);
    bin.count = place["count"].integer<std::int64_t>(0, LargestCount);
    bin.low = realOrNaN(place, "low");
    bin.high = realOrNaN(place, "high");
    return bin;
}

OrderedJson quantityJson(const QuantityIntervals &quantity)
{
    OrderedJson bins = OrderedJson::array();
    for (const IntervalBin &bin : quantity.bins) {
        bins.push_back(binJson(bin));
    }
    OrderedJson any = OrderedJson::array();
    for (const auto &[order, bin] : quantity.anySupport) {
        any.push_back(binJson(bin));
    }
    return {{"scale", {{"spread", quantity.scale.spread}, {"value", quantity.scale.value}}},
            {"bins", bins},
            {"any_support", any}};
}

QuantityIntervals quantityOf(const JsonPlace &place)
{
    QuantityIntervals quantity;
    quantity.scale = {place["scale"]["spread"].real(), place["scale"]["value"].real()};
    for (std::size_t i = 0; i < place["bins"].size(); ++i) {
        quantity.bins.push_back(binOf(place["bins"][i]));
    }
    for (std::size_t i = 0; i < place["any_support"].size(); ++i) {
        const IntervalBin bin = binOf(place["any_support"][i]);
        quantity.anySupport[bin.order] = bin;
    }
    return quantity;
}

OrderedJson measureJson(const QuantityMeasure &measure)
{
    return {{"quantity", measure.quantity},
            {"order", measure.order},
            {"group", measure.group},
            {"count", measure.count},
            {"pearson", realOrNull(measure.pearson)},
            {"pearson_low", realOrNull(measure.pearsonLow)},
            {"pearson_high", realOrNull(measure.pearsonHigh)},
            {"slope", realOrNull(measure.slope)},
            {"intervals", measure.intervals},
            {"coverage", realOrNull(measure.coverage)},
            {"width", realOrNull(measure.width)}};
}

QuantityMeasure measureOf(const JsonPlace &place)
{
    QuantityMeasure measure;
    measure.quantity = place["quantity"].text();
    measure.order = place["order"].integer<int>(0, 1'000'000);
    measure.group = place["group"].text();
    measure.count = place["count"].integer<std::int64_t>(0, LargestCount);
    measure.pearson = realOrNaN(place, "pearson");
    measure.pearsonLow = realOrNaN(place, "pearson_low");
    measure.pearsonHigh = realOrNaN(place, "pearson_high");
    measure.slope = realOrNaN(place, "slope");
    measure.intervals = place["intervals"].integer<std::int64_t>(0, LargestCount);
    measure.coverage = realOrNaN(place, "coverage");
    measure.width = realOrNaN(place, "width");
    return measure;
}

OrderedJson factsJson(const IntervalFacts &facts)
{
    if (facts.empty()) {
        return OrderedJson::object();
    }
    OrderedJson measured = OrderedJson::array();
    for (const QuantityMeasure &measure : facts.measured) {
        measured.push_back(measureJson(measure));
    }
    return {{"level", facts.level},
            {"rows", facts.rows},
            {"fitness", quantityJson(facts.fitness)},
            {"interaction", quantityJson(facts.interaction)},
            {"measured", measured}};
}

IntervalFacts factsOf(const JsonPlace &place)
{
    IntervalFacts facts;
    if (!place.has("rows")) {
        return facts;
    }
    facts.level = place["level"].real();
    facts.rows = place["rows"].text();
    facts.fitness = quantityOf(place["fitness"]);
    facts.interaction = quantityOf(place["interaction"]);
    for (std::size_t i = 0; i < place["measured"].size(); ++i) {
        facts.measured.push_back(measureOf(place["measured"][i]));
    }
    return facts;
}

std::string textOf(const OrderedJson &json)
{
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

/// What `read` makes of the document; a place that holds something else is an error of the file `where`.
template <typename Read>
auto readFacts(std::string_view json, const std::string &where, Read read)
{
    try {
        const nlohmann::json document = parseJson(json);
        if (!document.is_object()) {
            throw InputError(errorAt(where, translate("Engine", "A JSON object was expected here.")));
        }
        return read(JsonPlace(document));
    } catch (const JsonMismatch &mismatch) {
        throw InputError(errorAt(where, mismatch.what()));
    }
}

} // namespace

double IntervalScale::of(double deviation, double effect) const noexcept
{
    return 1.0 + (std::isnan(deviation) ? 0.0 : spread * deviation) + value * std::abs(effect);
}

const IntervalBin *QuantityIntervals::find(int order, std::int64_t support) const noexcept
{
    if (support < 0) {
        const auto found = anySupport.find(order);
        return found == anySupport.end() ? nullptr : &found->second;
    }
    for (const IntervalBin &bin : bins) {
        if (bin.order == order && bin.holds(support)) {
            return &bin;
        }
    }
    return nullptr;
}

Interval QuantityIntervals::around(double predicted, double neutral, double deviation, int order,
                                   std::int64_t support) const
{
    const IntervalBin *bin = find(order, support);
    if (bin == nullptr || std::isnan(predicted)) {
        return {};
    }
    const double unit = scale.of(deviation, predicted - neutral);
    return {predicted + unit * bin->low, predicted + unit * bin->high};
}

const QuantityMeasure *IntervalFacts::find(std::string_view quantity, int order) const noexcept
{
    for (const QuantityMeasure &measure : measured) {
        if (measure.quantity == quantity && measure.order == order && measure.group.empty()) {
            return &measure;
        }
    }
    return nullptr;
}

std::string toJson(const IntervalFacts &facts)
{
    return textOf(factsJson(facts));
}

std::string toJson(const EnsembleIntervals &intervals)
{
    if (intervals.id.empty()) {
        return "{}";
    }
    return textOf({{"id", intervals.id},
                   {"members", intervals.members},
                   {"member", intervals.member},
                   {"intervals", factsJson(intervals.facts)}});
}

IntervalFacts parseIntervalFacts(std::string_view json, const std::string &where)
{
    return readFacts(json, where, factsOf);
}

EnsembleIntervals parseEnsembleIntervals(std::string_view json, const std::string &where)
{
    return readFacts(json, where, [](const JsonPlace &place) {
        EnsembleIntervals result;
        if (place.has("id")) {
            result.id = place["id"].text();
            result.members = place["members"].integer<int>(2, 1'000'000);
            result.member = place["member"].integer<int>(1, result.members);
            result.facts = factsOf(place["intervals"]);
        }
        return result;
    });
}

} // namespace knockscape
