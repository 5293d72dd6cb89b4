#include "ui/results/results_clipboard.h"

#include "engine/core/text.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

void add(std::string &text, double value)
{
    text += '\t';
    text += formatNumber(value);
}

} // namespace

QString resultsAsText(const std::vector<PredictionRow> &rows, const GeneCatalogue &genes)
{
    const bool spreads = std::any_of(rows.begin(), rows.end(), [](const PredictionRow &row) {
        return !std::isnan(row.prediction.fitnessSd) || !std::isnan(row.prediction.interactionSd);
    });
    std::string text = "knockouts\tnames\tn\tfitness\tfitness_delta\tinteraction\texpected_fitness\tepistasis";
    text += spreads ? "\tfitness_sd\tinteraction_sd" : "";
    text += "\tsupport\tin_range\tstatus\n";
    for (const PredictionRow &row : rows) {
        const Prediction &prediction = row.prediction;
        text += row.genotype.empty() ? "WT\tWT" : genes.ids(row.genotype) + '\t' + genes.labels(row.genotype);
        text += '\t' + std::to_string(row.genotype.size());
        add(text, prediction.fitness);
        add(text, prediction.fitnessDelta());
        add(text, prediction.interaction);
        add(text, prediction.expectedFitness);
        add(text, prediction.epistasis());
        if (spreads) {
            add(text, prediction.fitnessSd);
            add(text, prediction.interactionSd);
        }
        text += '\t' + (prediction.support >= 0 ? std::to_string(prediction.support) : std::string());
        text += row.status == "ok" ? (prediction.inRange ? "\t1\t" : "\t0\t") : "\t\t";
        std::string status = row.status;
        std::replace_if(
            status.begin(), status.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        text += status + '\n';
    }
    return QString::fromStdString(text);
}

} // namespace knockscape::ui
