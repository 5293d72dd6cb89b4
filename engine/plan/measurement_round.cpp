#include "engine/plan/measurement_round.h"

#include "engine/core/text.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"
#include "engine/plan/strain_stock.h"
#include "engine/training/labels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

/// A sheet that was added already would count twice.
void refuseTwice(const std::vector<LoopRound> &rounds, const FilledSheet &sheet, const MeasurementRequest &request)
{
    const auto before = std::find_if(rounds.begin(), rounds.end(),
                                     [&sheet](const LoopRound &round) { return round.sheetSha256 == sheet.sha256; });
    if (before != rounds.end() && !request.again && !request.dryRun) {
        throw InputError(
            errorAt(request.sheet.string(),
                    translate("Engine", "This very sheet was added to the labels already (%1).", {before->added}),
                    translate("Engine", "“measure --again” adds it once more.")));
    }
}

/// The line that trains on what is known now, as it stood for the models of the plan.
std::string retrainingCommand(const MeasurementRequest &request, const StoredPlan &plan, std::size_t round)
{
    const std::filesystem::path first =
        plan.models.empty() ? std::filesystem::path("model.safetensors") : plan.models.front();
    const std::filesystem::path out =
        first.parent_path() / (first.stem().string() + "-round" + std::to_string(round) + first.extension().string());
    return "knockscape-cli train --cell \"" + request.cellFolder.string() + "\" --labels \"" + request.labels.string() +
           "\" --out \"" + out.string() + "\"" +
           (plan.models.size() > 1 ? " --ensemble " + std::to_string(plan.models.size()) : std::string());
}

} // namespace

MeasurementOutcome addMeasurements(const MeasurementRequest &request, const JobControl &control)
{
    const GeneCatalogue &genes = request.cell->genes;
    MeasurementOutcome outcome;
    outcome.plan = readPlan(request.plan, genes);
    std::vector<LoopRound> rounds = readHistory(historyPath(request.labels));
    outcome.sheet = readPlateSheet(request.sheet, outcome.plan, genes, outcome.issues);
    refuseTwice(rounds, outcome.sheet, request);
    std::map<Genotype, MeasuredFitness> known = outcome.plan.known;
    std::error_code ignored;
    if (std::filesystem::exists(request.labels, ignored)) {
        const KnownValues labels = knownValues(readLabels(request.labels, genes, outcome.issues, control).labels);
        for (const auto &[genotype, fitness] : labels.fitness) {
            known[genotype] = fitness;
        }
    }
    outcome.panel = measurePanel(outcome.sheet, outcome.plan, known, outcome.issues);
    outcome.retraining = retrainingCommand(request, outcome.plan, rounds.size() + 1);
    if (request.dryRun) {
        return outcome;
    }
    const std::string source = request.source.empty()
                                   ? std::string("measured-round-").append(std::to_string(rounds.size() + 1))
                                   : request.source;
    LoopRound round =
        roundOf(outcome.plan, outcome.panel, outcome.sheet, addToLabels(request.labels, outcome.panel, source, genes));
    round.plan = std::filesystem::absolute(request.plan).string();
    round.sheet = std::filesystem::absolute(request.sheet).string();
    rounds.push_back(round);
    writeHistory(historyPath(request.labels), rounds);
    outcome.round = round;
    return outcome;
}

PlanTable measuredTable(const MeasuredPanel &panel, const GeneCatalogue &genes)
{
    PlanTable table{{"knockouts", "names", "planned", "predicted", "interaction_low", "interaction_high", "measured",
                     "measured_error", "p_value", "fitness", "fitness_error", "inside", "hit"},
                    std::vector<bool>(13, true),
                    {}};
    table.numeric[0] = table.numeric[1] = false;
    for (const MeasuredInteraction &row : panel.interactions) {
        const std::string inside = !row.interval.known()                 ? std::string()
                                   : row.interval.holds(row.interaction) ? "1"
                                                                         : "0";
        table.rows.push_back({genes.ids(row.genotype), genes.labels(row.genotype), row.planned ? "1" : "0",
                              formatNumber(row.predicted), formatNumber(row.interval.low),
                              formatNumber(row.interval.high), formatNumber(row.interaction), formatNumber(row.error),
                              formatNumber(row.pValue), formatNumber(row.fitness), formatNumber(row.fitnessError),
                              inside, row.hit ? "1" : "0"});
    }
    return table;
}

std::vector<std::string> describe(const MeasurementOutcome &outcome)
{
    const MeasuredPanel &panel = outcome.panel;
    const auto answered = std::count_if(panel.interactions.begin(), panel.interactions.end(),
                                        [](const MeasuredInteraction &row) { return row.planned; });
    std::vector<std::string> sentences{
        translateCount("Engine", "%2 of %1 planned genotype answered; hits: %3, expected: %4.",
                       "%2 of %1 planned genotypes answered; hits: %3, expected: %4.",
                       static_cast<std::int64_t>(outcome.plan.genotypes.size()),
                       {std::to_string(answered), std::to_string(panel.hits), formatNumber(panel.expectedHits, 3)})};
    if (panel.withInterval > 0) {
        sentences.push_back(translate("Engine", "Inside their 90 % interval: %1 of %2.",
                                      {std::to_string(panel.insideInterval), std::to_string(panel.withInterval)}));
    }
    if (!std::isnan(panel.pearson)) {
        sentences.push_back(translate("Engine", "Predicted against measured: r %1.", {formatNumber(panel.pearson, 2)}));
    }
    if (!panel.unanswered.empty()) {
        sentences.push_back(translateCount("Engine", "%1 genotype lacks strains that were not measured.",
                                           "%1 genotypes lack strains that were not measured.",
                                           static_cast<std::int64_t>(panel.unanswered.size())));
    }
    if (outcome.round) {
        sentences.push_back(translateCount("Engine", "%1 row added to the labels, and read back.",
                                           "%1 rows added to the labels, and read back.",
                                           static_cast<std::int64_t>(outcome.round->rowsAdded)));
        sentences.push_back(translate("Engine", "To train on what is known now: %1", {outcome.retraining}));
    }
    return sentences;
}

} // namespace knockscape
