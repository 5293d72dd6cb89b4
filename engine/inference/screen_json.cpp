#include "engine/inference/screen_json.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <optional>
#include <ostream>

namespace knockscape
{

namespace
{

using Json = nlohmann::json;

/// JSON has no NaN and no infinity: those are texts.
Json number(double value)
{
    if (std::isfinite(value)) {
        return value;
    }
    return std::isnan(value) ? "nan" : value > 0.0 ? "inf" : "-inf";
}

double number(const JsonPlace &place)
{
    if (!place.json().is_string()) {
        return place.real();
    }
    const std::optional<double> value = parseNumber(place.text());
    if (!value || std::isfinite(*value)) {
        place.refuse(translate("Engine", "a number"));
    }
    return *value;
}

Json rowJson(const ScreenRow &row)
{
    const Prediction &p = row.prediction;
    return {row.index,
            number(row.key),
            number(p.fitness),
            number(p.interaction),
            number(p.expectedFitness),
            number(p.fitnessSd),
            number(p.interactionSd),
            p.support,
            p.inRange};
}

ScreenRow rowOf(const JsonPlace &json)
{
    ScreenRow row;
    row.index = json[0].integer<std::uint64_t>();
    row.key = number(json[1]);
    row.prediction.fitness = number(json[2]);
    row.prediction.interaction = number(json[3]);
    row.prediction.expectedFitness = number(json[4]);
    row.prediction.fitnessSd = number(json[5]);
    row.prediction.interactionSd = number(json[6]);
    row.prediction.support = json[7].integer<std::int64_t>();
    row.prediction.inRange = json[8].flag();
    return row;
}

Json geneJson(const GeneSummary &gene)
{
    return {gene.genotypes,
            gene.hits,
            number(gene.fitness),
            number(gene.interaction),
            number(gene.epistasis),
            number(gene.lowestKey),
            gene.lowest,
            number(gene.highestKey),
            gene.highest,
            gene.supported};
}

GeneSummary geneOf(const JsonPlace &json)
{
    GeneSummary gene;
    gene.genotypes = json[0].integer<std::uint64_t>();
    gene.hits = json[1].integer<std::uint64_t>();
    gene.fitness = number(json[2]);
    gene.interaction = number(json[3]);
    gene.epistasis = number(json[4]);
    gene.lowestKey = number(json[5]);
    gene.lowest = json[6].integer<std::uint64_t>();
    gene.highestKey = number(json[7]);
    gene.highest = json[8].integer<std::uint64_t>();
    gene.supported = json.size() > 9 && json[9].flag();
    return gene;
}

AdaptiveHistogram histogramOf(const JsonPlace &json)
{
    constexpr std::int64_t farthest = std::int64_t{1} << 51;
    AdaptiveHistogram::Contents contents;
    contents.exponent = json["exponent"].integer<int>(AdaptiveHistogram::narrowest, 64);
    contents.first = json["first"].integer<std::int64_t>(-farthest, farthest);
    const JsonPlace counts = json["counts"];
    contents.counts = counts.integers<std::uint64_t>();
    if (contents.counts.size() % 2 != 0 || contents.counts.size() > 2 * AdaptiveHistogram::mostBins) {
        counts.refuse(translate("Engine", "a list of counts and hits"));
    }
    contents.elsewhere = json["elsewhere"].integer<std::uint64_t>();
    return AdaptiveHistogram::fromContents(contents);
}

ScreenState stateOf(const JsonPlace &json)
{
    ScreenState state;
    state.done = json["done"].integer<std::uint64_t>();
    state.hits = json["hits"].integer<std::uint64_t>();
    const auto optional = [&json](const char *key) {
        return json.json().contains(key) ? json[key].integer<std::int64_t>(0) : std::int64_t{0};
    };
    state.unsupported = static_cast<std::uint64_t>(optional("unsupported"));
    state.top = TopRows(json["top_limit"].integer<std::size_t>(), json["descending"].flag(), optional("min_support"));
    const JsonPlace top = json["top"];
    for (std::size_t row = 0; row < top.size(); ++row) {
        state.top.add(rowOf(top[row]));
    }
    const JsonPlace histograms = json["histograms"];
    for (std::size_t column = 0; column < histogramColumns.size(); ++column) {
        state.histograms[column] = histogramOf(histograms[histogramColumns[column]]);
    }
    const JsonPlace genes = json["genes"];
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        state.genes.push_back(geneOf(genes[gene]));
    }
    return state;
}

} // namespace

std::string toJson(const ScreenState &state)
{
    Json json{{"done", state.done},
              {"hits", state.hits},
              {"unsupported", state.unsupported},
              {"top_limit", state.top.limit()},
              {"descending", state.top.descending()},
              {"min_support", state.top.minSupport()},
              {"top", Json::array()},
              {"histograms", Json::object()},
              {"genes", Json::array()}};
    for (const ScreenRow &row : state.top.sorted()) {
        json["top"].push_back(rowJson(row));
    }
    for (std::size_t column = 0; column < histogramColumns.size(); ++column) {
        const AdaptiveHistogram::Contents contents = state.histograms[column].contents();
        json["histograms"][histogramColumns[column]] = {{"exponent", contents.exponent},
                                                        {"first", contents.first},
                                                        {"counts", contents.counts},
                                                        {"elsewhere", contents.elsewhere}};
    }
    for (const GeneSummary &gene : state.genes) {
        json["genes"].push_back(geneJson(gene));
    }
    return json.dump();
}

ScreenState parseScreenState(std::string_view json, const std::string &where)
{
    try {
        const Json document = parseJson(json);
        return stateOf(JsonPlace(document));
    } catch (const JsonMismatch &mismatch) {
        throw InputError(errorAt(where, translate("Engine", "This is no stored screen (%1).", {mismatch.what()}),
                                 translate("Engine", "Delete it and run the screen again.")));
    }
}

void writeMatrixDescription(const ScreenRequest &request, const GeneCatalogue &genes)
{
    const auto ids = [&](const std::vector<GeneIndex> &members) {
        std::vector<std::string> names;
        for (const GeneIndex gene : members) {
            names.push_back(genes[gene].id);
        }
        return names;
    };
    nlohmann::ordered_json json{{"columns", request.matrixColumns}, {"shape", matrixShape(request)}};
    if (const Combinations *combinations = request.source->combinations()) {
        json["order"] = combinations->order();
        json["with"] = ids(combinations->fixed());
        json["genes"] = ids(combinations->panel());
    }
    json["first_genotype"] = request.range.first;
    std::filesystem::path path = request.matrix;
    path += ".json";
    writeFileAtomically(path, [&](std::ostream &stream) {
        stream << json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    });
}

} // namespace knockscape
