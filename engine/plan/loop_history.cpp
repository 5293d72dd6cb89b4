#include "engine/plan/loop_history.h"

#include "engine/core/files.h"
#include "engine/core/json_value.h"
#include "engine/core/translate.h"
#include "engine/core/utc_time.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <ostream>

namespace knockscape
{

namespace
{

using HistoryJson = nlohmann::ordered_json;

HistoryJson roundJson(const LoopRound &round, std::size_t number)
{
    return {{"round", number},
            {"added", round.added},
            {"plan", round.plan},
            {"goal", round.goal},
            {"sheet", round.sheet},
            {"sheet_sha256", round.sheetSha256},
            {"planned", round.planned},
            {"measured", round.measured},
            {"threshold", round.threshold},
            {"expected_hits", round.expectedHits},
            {"hits", round.hits},
            {"inside_interval", round.insideInterval},
            {"with_interval", round.withInterval},
            {"pearson", std::isnan(round.pearson) ? HistoryJson() : HistoryJson(round.pearson)},
            {"rows_before", round.rowsBefore},
            {"rows_added", round.rowsAdded},
            {"labels_sha256_before", round.labelsSha256Before},
            {"labels_sha256_after", round.labelsSha256After},
            {"models", round.models}};
}

LoopRound roundOf(const JsonPlace &place)
{
    LoopRound round;
    round.added = place["added"].text();
    round.plan = place["plan"].text();
    round.goal = place["goal"].text();
    round.sheet = place["sheet"].text();
    round.sheetSha256 = place["sheet_sha256"].text();
    round.planned = place["planned"].integer<std::size_t>();
    round.measured = place["measured"].integer<std::size_t>();
    round.threshold = place["threshold"].real();
    round.expectedHits = place["expected_hits"].real();
    round.hits = place["hits"].integer<std::size_t>();
    round.insideInterval = place["inside_interval"].integer<std::size_t>();
    round.withInterval = place["with_interval"].integer<std::size_t>();
    if (!place["pearson"].json().is_null()) {
        round.pearson = place["pearson"].real();
    }
    round.rowsBefore = place["rows_before"].integer<std::size_t>();
    round.rowsAdded = place["rows_added"].integer<std::size_t>();
    round.labelsSha256Before = place["labels_sha256_before"].text();
    round.labelsSha256After = place["labels_sha256_after"].text();
    for (std::size_t i = 0; i < place["models"].size(); ++i) {
        round.models.push_back(place["models"][i].text());
    }
    return round;
}

} // namespace

std::filesystem::path historyPath(const std::filesystem::path &labels)
{
    std::filesystem::path path = labels;
    path += ".rounds.json";
    return path;
}

std::vector<LoopRound> readHistory(const std::filesystem::path &file)
{
    std::error_code ignored;
    std::vector<LoopRound> rounds;
    if (!std::filesystem::exists(file, ignored)) {
        return rounds;
    }
    const std::string text = readFile(file);
    try {
        const nlohmann::json document = parseJson(text);
        const JsonPlace place(document);
        for (std::size_t i = 0; i < place["rounds"].size(); ++i) {
            rounds.push_back(roundOf(place["rounds"][i]));
        }
    } catch (const JsonMismatch &mismatch) {
        throw InputError(errorAt(file.string(), mismatch.what(),
                                 translate("Engine", "It remembers the rounds of planning. Mend it, or move it away to "
                                                     "begin anew.")));
    }
    return rounds;
}

void writeHistory(const std::filesystem::path &file, const std::vector<LoopRound> &rounds)
{
    HistoryJson list = HistoryJson::array();
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        list.push_back(roundJson(rounds[i], i + 1));
    }
    const HistoryJson document{{"format", "knockscape-rounds"}, {"version", 1}, {"rounds", list}};
    writeFileAtomically(file, [&](std::ostream &stream) {
        stream << document.dump(1, ' ', false, HistoryJson::error_handler_t::replace) << '\n';
    });
}

LoopRound roundOf(const StoredPlan &plan, const MeasuredPanel &panel, const FilledSheet &sheet,
                  const LabelAddition &labels)
{
    LoopRound round;
    round.added = utcNow();
    round.goal = plan.goal;
    round.sheetSha256 = sheet.sha256;
    round.planned = plan.genotypes.size();
    for (const MeasuredInteraction &row : panel.interactions) {
        round.measured += row.planned ? 1 : 0;
    }
    round.threshold = plan.threshold;
    round.expectedHits = panel.expectedHits;
    round.hits = panel.hits;
    round.insideInterval = panel.insideInterval;
    round.withInterval = panel.withInterval;
    round.pearson = panel.pearson;
    round.rowsBefore = labels.rowsBefore;
    round.rowsAdded = labels.rowsAdded;
    round.labelsSha256Before = labels.sha256Before;
    round.labelsSha256After = labels.sha256After;
    for (const std::filesystem::path &model : plan.models) {
        round.models.push_back(model.string());
    }
    return round;
}

} // namespace knockscape
