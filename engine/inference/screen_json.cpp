#include "engine/inference/screen_json.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"

#include <nlohmann/json.hpp>

#include <cmath>
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

double number(const Json &value)
{
    if (value.is_string()) {
        return parseNumber(value.get<std::string>()).value();
    }
    return value.get<double>();
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

ScreenRow rowOf(const Json &json)
{
    ScreenRow row;
    row.index = json.at(0).get<std::uint64_t>();
    row.key = number(json.at(1));
    row.prediction.fitness = number(json.at(2));
    row.prediction.interaction = number(json.at(3));
    row.prediction.expectedFitness = number(json.at(4));
    row.prediction.fitnessSd = number(json.at(5));
    row.prediction.interactionSd = number(json.at(6));
    row.prediction.support = json.at(7).get<std::int64_t>();
    row.prediction.inRange = json.at(8).get<bool>();
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
            gene.highest};
}

GeneSummary geneOf(const Json &json)
{
    GeneSummary gene;
    gene.genotypes = json.at(0).get<std::uint64_t>();
    gene.hits = json.at(1).get<std::uint64_t>();
    gene.fitness = number(json.at(2));
    gene.interaction = number(json.at(3));
    gene.epistasis = number(json.at(4));
    gene.lowestKey = number(json.at(5));
    gene.lowest = json.at(6).get<std::uint64_t>();
    gene.highestKey = number(json.at(7));
    gene.highest = json.at(8).get<std::uint64_t>();
    return gene;
}

ScreenState stateOf(const Json &json)
{
    ScreenState state;
    state.done = json.at("done").get<std::uint64_t>();
    state.hits = json.at("hits").get<std::uint64_t>();
    state.top = TopRows(json.at("top_limit").get<std::size_t>(), json.at("descending").get<bool>());
    for (const Json &row : json.at("top")) {
        state.top.add(rowOf(row));
    }
    for (std::size_t column = 0; column < histogramColumns.size(); ++column) {
        const Json &histogram = json.at("histograms").at(histogramColumns[column]);
        AdaptiveHistogram::Contents contents;
        contents.exponent = histogram.at("exponent").get<int>();
        contents.first = histogram.at("first").get<std::int64_t>();
        contents.counts = histogram.at("counts").get<std::vector<std::uint64_t>>();
        contents.elsewhere = histogram.at("elsewhere").get<std::uint64_t>();
        state.histograms[column] = AdaptiveHistogram::fromContents(contents);
    }
    for (const Json &gene : json.at("genes")) {
        state.genes.push_back(geneOf(gene));
    }
    return state;
}

} // namespace

std::string toJson(const ScreenState &state)
{
    Json json{{"done", state.done},
              {"hits", state.hits},
              {"top_limit", state.top.limit()},
              {"descending", state.top.descending()},
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
        return stateOf(Json::parse(json));
    } catch (const Json::exception &error) {
        throw InputError(errorAt(where, translate("Engine", "This is no stored screen (%1).", {error.what()}),
                                 translate("Engine", "Delete it and run the screen again.")));
    } catch (const std::bad_optional_access &) {
        throw InputError(errorAt(where, translate("Engine", "This is no stored screen: a number is no number."),
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
