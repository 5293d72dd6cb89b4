#include "app/cli/label_predictions.h"

#include "app/cli/interval_report.h"
#include "engine/core/translate.h"
#include "engine/core/translate_count.h"

#include <utility>

namespace knockscape::cli
{

std::vector<Genotype> genotypesOf(const std::vector<Label> &rows)
{
    std::vector<Genotype> genotypes;
    for (const Label &row : rows) {
        genotypes.push_back(row.genotype);
    }
    return genotypes;
}

PhenotypeValues valuesOf(std::span<const Prediction> predictions)
{
    PhenotypeValues values;
    for (const Prediction &prediction : predictions) {
        values.fitness.push_back(prediction.fitness);
        values.interaction.push_back(prediction.interaction);
    }
    return values;
}

GenotypeAnswers answersOf(Predictor &predictor, const JobControl &control)
{
    return [&](const std::vector<Genotype> &genotypes) { return valuesOf(predictor.predictAll(genotypes, control)); };
}

GenotypePredictions predictionsOf(Predictor &predictor, const JobControl &control)
{
    return [&](const std::vector<Genotype> &genotypes) { return predictor.predictAll(genotypes, control); };
}

void calibrate(const Context &context, Predictor &predictor, LabelTable labels, const LabelTable &trainedOn,
               const std::string &where)
{
    const std::vector<ModelSummary> &models = predictor.models();
    const IntervalRows rows = rowsForIntervals(models, std::move(labels), trainedOn, where);
    const IntervalFacts facts =
        calibratedOn(rows, predictionsOf(predictor, context.control), models.front().training.seed);
    std::vector<std::filesystem::path> files;
    for (const ModelSummary &model : models) {
        files.push_back(model.path);
    }
    recordIntervals(files, facts);
    context.clearProgress();
    for (const QuantityMeasure &measure : facts.measured) {
        if (const std::string text = describe(measure); measure.group.empty() && !text.empty()) {
            context.say("  " + text);
        }
    }
    context.say(translateCount("Cli", "intervals calibrated on %1 row that trained nothing; written to %2",
                               "intervals calibrated on %1 rows that trained nothing; written to %2",
                               static_cast<std::int64_t>(rows.rows.size()),
                               {files.size() == 1 ? files.front().string() : translate("Cli", "all model files")}));
}

PhenotypeValues predictLabels(Predictor &predictor, const std::vector<Label> &rows, const JobControl &control)
{
    return answersOf(predictor, control)(genotypesOf(rows));
}

std::vector<double> predictSingles(Predictor &predictor, std::size_t geneCount, const JobControl &control)
{
    std::vector<Label> singles(geneCount);
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        singles[gene].genotype = Genotype{static_cast<GeneIndex>(gene)};
    }
    return predictLabels(predictor, singles, control).fitness;
}

} // namespace knockscape::cli
