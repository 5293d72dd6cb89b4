#include "app/cli/interval_report.h"

#include "app/cli/evaluation_table.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/training/ranking_validation.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <ostream>

namespace knockscape::cli
{
void printMeasures(std::ostream &stream, const std::vector<QuantityMeasure> &measures)
{
    stream << "quantity\tdeletions\tgroup\tcount\tpearson\tpearson_low\tpearson_high\tslope\tintervals\tcoverage"
              "\twidth\n";
    for (const QuantityMeasure &measure : measures) {
        stream << measure.quantity << '\t' << measure.order << '\t'
               << (measure.group.empty() ? std::string("all") : measure.group) << '\t' << measure.count;
        for (const double value : {measure.pearson, measure.pearsonLow, measure.pearsonHigh, measure.slope}) {
            stream << '\t' << formatNumber(value, 4);
        }
        stream << '\t' << measure.intervals << '\t' << formatNumber(measure.coverage, 4) << '\t'
               << formatNumber(measure.width, 4) << '\n';
    }
}

nlohmann::json toJson(const std::vector<QuantityMeasure> &measures)
{
    nlohmann::json list = nlohmann::json::array();
    for (const QuantityMeasure &measure : measures) {
        list.push_back({{"quantity", measure.quantity},
                        {"deletions", measure.order},
                        {"group", measure.group.empty() ? std::string("all") : measure.group},
                        {"count", measure.count},
                        {"pearson", numberOrNull(measure.pearson)},
                        {"pearson_low", numberOrNull(measure.pearsonLow)},
                        {"pearson_high", numberOrNull(measure.pearsonHigh)},
                        {"slope", numberOrNull(measure.slope)},
                        {"intervals", measure.intervals},
                        {"coverage", numberOrNull(measure.coverage)},
                        {"width", numberOrNull(measure.width)}});
    }
    return list;
}

void printPrecision(std::ostream &stream, const RankingFacts &ranking)
{
    stream << "deletions\tscore\tranked\thits\thit_below\tchance";
    for (const int place : PrecisionPlaces) {
        stream << "\tprecision_" << place;
    }
    stream << '\n';
    for (const auto &[order, validation] : ranking) {
        for (const auto &[name, score] : validation.scores) {
            stream << order << '\t' << name << '\t' << validation.count << '\t' << validation.hits << '\t'
                   << formatNumber(validation.hitBelow, 4) << '\t' << formatNumber(validation.chance(), 4);
            for (const int place : PrecisionPlaces) {
                const auto found = score.precision.find(place);
                stream << '\t'
                       << formatNumber(found == score.precision.end() ? std::numeric_limits<double>::quiet_NaN()
                                                                      : found->second,
                                       4);
            }
            stream << '\n';
        }
    }
}

std::string describe(const QuantityMeasure &measure)
{
    if (measure.intervals == 0) {
        return {};
    }
    return translateCount("Cli", "%2, %3: %4 % of %1 row that trained nothing in its interval, which is %5 wide",
                          "%2, %3: %4 % of %1 rows that trained nothing in their intervals, which are %5 wide",
                          measure.intervals,
                          {measure.quantity, nameOfOrder(measure.order), formatNumber(100.0 * measure.coverage, 3),
                           formatNumber(measure.width, 3)});
}

} // namespace knockscape::cli
