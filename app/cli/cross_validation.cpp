#include "app/cli/cross_validation.h"

#include "app/cli/evaluation_table.h"
#include "app/cli/label_predictions.h"
#include "app/cli/train_ensemble.h"
#include "engine/core/translate.h"
#include "engine/training/derived_labels.h"
#include "engine/training/evaluation.h"
#include "engine/training/model_ranking.h"

#include <iostream>
#include <utility>

namespace knockscape::cli
{
namespace
{

namespace fs = std::filesystem;

fs::path foldPath(const fs::path &out, int fold)
{
    fs::path path = out;
    path.replace_extension(".fold" + std::to_string(fold + 1) + out.extension().string());
    return path;
}

/// What a fold's models reached on its rows.
struct MeasuredFold {
    std::vector<EvaluatedGroup> groups;
    RankingFacts ranking;
};

MeasuredFold measure(const Context &context, Predictor &predictor, const std::vector<Label> &labels,
                     std::size_t geneCount, std::uint64_t seed)
{
    std::vector<Label> training;
    std::vector<Label> heldOut;
    for (const Label &label : labels) {
        (label.split == Split::Test ? heldOut : training).push_back(label);
    }
    const std::vector<double> singles = predictSingles(predictor, geneCount, context.control);
    PredictionsByName predictions = baselinePredictions(training, heldOut, geneCount, singles);
    predictions["model"] = predictLabels(predictor, heldOut, context.control);
    MeasuredFold result{evaluate(heldOut, predictions), {}};
    const RankingRows rows{std::move(heldOut), sortedGenotypes(labels),
                           supportedGenes(supportPerGene(training, geneCount), geneCount), seed};
    result.ranking = validateModelRanking(rows, singles, answersOf(predictor, context.control));
    return result;
}

} // namespace

void crossValidate(const Context &context, TorchModule &module, TrainingRequest request, const fs::path &out,
                   const CrossValidation &options, RunLog &log)
{
    const TorchSettings settings{context.options.device, context.options.threads, {}};
    std::vector<Label> &labels = request.labels.labels;
    std::erase_if(labels, [](const Label &label) { return label.weight == 0.0 || label.genotype.empty(); });
    deriveInteractions(labels);
    std::vector<std::vector<EvaluatedGroup>> folds;
    std::vector<RankingFacts> rankings;
    for (int fold = 0; fold < options.folds; ++fold) {
        context.say(translate("Cli", "fold %1 of %2", {std::to_string(fold + 1), std::to_string(options.folds)}));
        const std::vector<Split> splits =
            foldSplits(labels, {options.folds, fold, options.kind, request.splitSeed.value_or(request.seed)});
        for (std::size_t i = 0; i < labels.size(); ++i) {
            // The rows to choose the best epoch by are drawn from the others by the trainer.
            labels[i].split = splits[i] == Split::Test ? Split::Test : Split::Unassigned;
        }
        const std::vector<fs::path> models =
            trainEnsemble(context, module, request, foldPath(out, fold), options.ensemble, log);
        const auto predictor = module.openModels(models, request.cell, settings, context.control);
        MeasuredFold measured = measure(context, *predictor, labels, request.cell->genes.size(), request.seed);
        folds.push_back(std::move(measured.groups));
        rankings.push_back(std::move(measured.ranking));
    }
    context.clearProgress();
    printFolds(std::cout, folds);
    std::cout << '\n';
    printRankings(std::cout, rankings);
}

} // namespace knockscape::cli
