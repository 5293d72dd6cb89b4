#include "app/cli/screen_report.h"

#include "engine/core/files.h"
#include "engine/core/issue.h"
#include "engine/core/json_value.h"
#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/inference/screen_json.h"
#include "engine/store/prediction_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <ostream>

namespace knockscape::cli
{

namespace
{

using Json = nlohmann::json;

/// The parts of "A;B;C" without the one at the place where `gene` stands in the ids.
std::string partners(const ScreenReport::Text &genotype, const std::string &gene, const std::string &list)
{
    const std::vector<std::string_view> ids = split(genotype.knockouts, ";");
    const std::vector<std::string_view> parts = split(list, ";");
    std::string result;
    for (std::size_t i = 0; i < std::min(ids.size(), parts.size()); ++i) {
        if (ids[i] != gene) {
            result.append(result.empty() ? "" : ";").append(parts[i]);
        }
    }
    return result;
}

std::vector<std::string> summaryRow(const ScreenReport &report, std::size_t index)
{
    const GeneSummary &gene = report.state.genes[index];
    const ScreenReport::GeneText &text = report.genes[index];
    std::vector<std::string> row{text.id,
                                 text.name,
                                 std::to_string(gene.genotypes),
                                 std::to_string(gene.hits),
                                 formatNumber(gene.mean(gene.fitness)),
                                 formatNumber(gene.mean(gene.interaction)),
                                 formatNumber(gene.mean(gene.epistasis))};
    for (const auto &[key, genotype] : {std::pair{gene.lowestKey, gene.lowest}, {gene.highestKey, gene.highest}}) {
        const auto found = report.genotypes.find(genotype);
        row.push_back(formatNumber(key));
        for (const auto member : {&ScreenReport::Text::knockouts, &ScreenReport::Text::names}) {
            row.push_back(found == report.genotypes.end() || row[row.size() - 1].empty()
                              ? std::string()
                              : partners(found->second, text.id, found->second.*member));
        }
    }
    return row;
}

} // namespace

ScreenReport makeReport(const ScreenState &state, const GenotypeSource &source, const GeneCatalogue &genes)
{
    ScreenReport report;
    report.state = state;
    const auto mention = [&](std::uint64_t index) {
        if (report.genotypes.contains(index)) {
            return;
        }
        const Genotype genotype = source.genotype(index);
        report.genotypes[index] = {genes.ids(genotype), genes.labels(genotype), static_cast<int>(genotype.size()),
                                   "ok"};
    };
    for (const ScreenRow &row : state.top.sorted()) {
        mention(row.index);
    }
    for (std::size_t gene = 0; gene < state.genes.size(); ++gene) {
        const Gene &named = genes[static_cast<GeneIndex>(gene)];
        report.genes.push_back({named.id, named.label()});
        if (state.genes[gene].genotypes > 0) {
            mention(state.genes[gene].lowest);
            mention(state.genes[gene].highest);
        }
    }
    return report;
}

void setStatuses(ScreenReport &report, const GenotypeSource &source, SimulatedPredictor &predictor)
{
    for (const ScreenRow &row : report.state.top.sorted()) {
        report.genotypes.at(row.index).status = predictor.statusOf(source.genotype(row.index), row.prediction);
    }
}

std::vector<StoredPrediction> topRows(const ScreenReport &report)
{
    std::vector<StoredPrediction> rows;
    for (const ScreenRow &row : report.state.top.sorted()) {
        const ScreenReport::Text &text = report.genotypes.at(row.index);
        rows.push_back({text.knockouts, text.names, text.n, row.prediction, text.status});
    }
    return rows;
}

std::string supportText(const ScreenState &state)
{
    const std::int64_t floor = state.top.minSupport();
    if (state.unsupported == 0) {
        return {};
    }
    const std::vector<ScreenRow> kept = state.top.sorted();
    const auto shown = std::count_if(kept.begin(), kept.end(),
                                     [floor](const ScreenRow &row) { return row.prediction.lacksSupport(floor); });
    return translate("Cli",
                     "%1 of these have a gene that fewer than %2 training genotypes held; they rank last (%3 of the "
                     "rows written), --min-support 0 ranks them like all others",
                     {std::to_string(state.unsupported), std::to_string(floor), std::to_string(shown)});
}

void writeHistograms(const std::filesystem::path &path, const ScreenReport &report, Provenance about)
{
    about.content = "screen: how values are distributed";
    about.order.clear();
    std::vector<std::vector<std::string>> rows;
    for (std::size_t column = 0; column < histogramColumns.size(); ++column) {
        for (const AdaptiveHistogram::Bin &bin : report.state.histograms[column].bins()) {
            rows.push_back({histogramColumns[column], formatNumber(bin.low), formatNumber(bin.high),
                            std::to_string(bin.count), std::to_string(bin.hits)});
        }
    }
    writeTextTable(path, {"column", "low", "high", "genotypes", "hits"}, rows, {false, true, true, true, true}, about);
}

void writeGeneSummaries(const std::filesystem::path &path, const ScreenReport &report, Provenance about)
{
    about.content = "screen: genes";
    about.order = translate("Cli", "most hits first");
    std::vector<std::size_t> order;
    for (std::size_t gene = 0; gene < report.state.genes.size(); ++gene) {
        if (report.state.genes[gene].genotypes > 0) {
            order.push_back(gene);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return report.state.genes[left].hits > report.state.genes[right].hits;
    });
    std::vector<std::vector<std::string>> rows;
    for (const std::size_t gene : order) {
        rows.push_back(summaryRow(report, gene));
    }
    std::vector<std::string> columns{"gene",
                                     "name",
                                     "genotypes",
                                     "hits",
                                     "mean_fitness",
                                     "mean_interaction",
                                     "mean_epistasis",
                                     "lowest",
                                     "lowest_partners",
                                     "lowest_partner_names",
                                     "highest",
                                     "highest_partners",
                                     "highest_partner_names"};
    std::vector<bool> numeric{false, false, true, true, true, true, true, true, false, false, true, false, false};
    if (!about.method.empty()) {
        // Simulated growth has no interaction score.
        constexpr std::ptrdiff_t interaction = 5;
        columns.erase(columns.begin() + interaction);
        numeric.erase(numeric.begin() + interaction);
        for (std::vector<std::string> &row : rows) {
            row.erase(row.begin() + interaction);
        }
    }
    writeTextTable(path, columns, rows, numeric, about);
}

std::filesystem::path shardPath(const std::filesystem::path &table)
{
    std::filesystem::path path = table;
    path += ".shard.json";
    return path;
}

void writeShard(const std::filesystem::path &path, const ScreenShard &shard)
{
    Json genotypes = Json::array();
    for (const auto &[index, text] : shard.report.genotypes) {
        genotypes.push_back({index, text.knockouts, text.names, text.n, text.status});
    }
    Json genes = Json::array();
    for (const ScreenReport::GeneText &gene : shard.report.genes) {
        genes.push_back({gene.id, gene.name});
    }
    Json notes = Json::array();
    for (const auto &[n, note] : shard.notes) {
        notes.push_back({n, note});
    }
    const Json json{{"format", "knockscape-screen-shard"},
                    {"version", 1},
                    {"fingerprint", shard.fingerprint},
                    {"shard", shard.shard},
                    {"shards", shard.shards},
                    {"genotypes_of_shard", shard.genotypes},
                    {"genotypes_of_screen", shard.total},
                    {"matrix", shard.matrix.string()},
                    {"square_matrix", shard.squareMatrix},
                    {"state", toJson(shard.report.state)},
                    {"genotypes", genotypes},
                    {"genes", genes},
                    {"about", Json::parse(toJson(shard.about))},
                    {"notes", notes},
                    {"intervals", Json::parse(toJson(shard.intervals))}};
    writeFileAtomically(path, [&](std::ostream &stream) {
        stream << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    });
}

ScreenShard readShard(const std::filesystem::path &path)
{
    try {
        const Json document = parseJson(readFile(path));
        const JsonPlace json(document);
        if (json["format"].json() != "knockscape-screen-shard" || json["version"].json() != 1) {
            throw InputError(errorAt(path.string(), translate("Cli", "this is no part of a screen"),
                                     translate("Cli", "Name the tables that “screen … --shard” wrote.")));
        }
        ScreenShard shard;
        shard.fingerprint = json["fingerprint"].text();
        shard.shard = json["shard"].integer<std::uint64_t>();
        shard.shards = json["shards"].integer<std::uint64_t>();
        shard.genotypes = json["genotypes_of_shard"].integer<std::uint64_t>();
        shard.total = json["genotypes_of_screen"].integer<std::uint64_t>();
        shard.matrix = json["matrix"].text();
        shard.squareMatrix = json["square_matrix"].flag();
        shard.report.state = parseScreenState(json["state"].text(), path.string());
        const JsonPlace genotypes = json["genotypes"];
        for (std::size_t i = 0; i < genotypes.size(); ++i) {
            const JsonPlace text = genotypes[i];
            shard.report.genotypes[text[0].integer<std::uint64_t>()] = {
                text[1].text(), text[2].text(), text[3].integer<int>(), text.size() > 4 ? text[4].text() : "ok"};
        }
        const JsonPlace genes = json["genes"];
        for (std::size_t i = 0; i < genes.size(); ++i) {
            shard.report.genes.push_back({genes[i][0].text(), genes[i][1].text()});
        }
        if (json.has("about")) {
            shard.about = parseProvenance(json["about"].json().dump());
        }
        for (std::size_t i = 0; json.has("notes") && i < json["notes"].size(); ++i) {
            const JsonPlace note = json["notes"][i];
            shard.notes[note[0].integer<std::size_t>()] = note[1].text();
        }
        if (json.has("intervals")) {
            shard.intervals = parseIntervalFacts(json["intervals"].json().dump(), path.string());
        }
        if (shard.report.genes.size() != shard.report.state.genes.size()) {
            throw InputError(errorAt(path.string(), translate("Cli", "the genes and their summaries do not match")));
        }
        for (const ScreenRow &row : shard.report.state.top.sorted()) {
            if (!shard.report.genotypes.contains(row.index)) {
                throw InputError(errorAt(path.string(), translate("Cli", "a genotype that was kept is not named")));
            }
        }
        return shard;
    } catch (const JsonMismatch &mismatch) {
        throw InputError(errorAt(path.string(), translate("Cli", "this is no part of a screen (%1)", {mismatch.what()}),
                                 translate("Cli", "Name the tables that “screen … --shard” wrote.")));
    }
}

} // namespace knockscape::cli
