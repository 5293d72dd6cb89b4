#include "engine/training/model_output.h"

#include "engine/core/interaction_orders.h"
#include "engine/nn/model_file.h"
#include "engine/training/model_intervals.h"
#include "engine/training/model_ranking.h"

#include <c10/core/GradMode.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace knockscape
{

namespace
{

constexpr std::int64_t RowsPerPiece = 4096;

std::vector<double> toDoubles(const at::Tensor &tensor)
{
    const at::Tensor values = tensor.detach().to(at::kCPU, at::kDouble).contiguous();
    const auto *data = values.data_ptr<double>();
    return {data, data + values.numel()};
}

PhenotypeValues predictGenotypes(const CellLatentPerturbation &model, const CellTensors &cell,
                                 const std::vector<Genotype> &genotypes)
{
    if (genotypes.empty()) {
        return {};
    }
    const at::Device device = model.tensors().begin()->second.device();
    return toValues(predictRows(model, cell, makeGenotypeBatch(genotypes, cell.geneCount, device)));
}

/// The model's answers to the genotypes of labels.
PhenotypeValues predictLabels(const CellLatentPerturbation &model, const CellTensors &cell,
                              const std::vector<Label> &rows)
{
    std::vector<Genotype> genotypes;
    for (const Label &row : rows) {
        genotypes.push_back(row.genotype);
    }
    return predictGenotypes(model, cell, genotypes);
}

/// The model's fitness of every single deletion.
std::vector<double> predictSingles(const CellLatentPerturbation &model, const CellTensors &cell)
{
    std::vector<Genotype> singles;
    for (GeneIndex gene = 0; gene < cell.geneCount; ++gene) {
        singles.push_back(Genotype{gene});
    }
    return predictGenotypes(model, cell, singles).fitness;
}

/// The model beside the baselines on the held-out rows.
std::map<std::string, double> heldOutMetrics(const TrainingData &data, const CellLatentPerturbation &model,
                                             const CellTensors &cell, const std::vector<double> &singles)
{
    const std::vector<Label> &rows = data.heldOut();
    if (rows.empty()) {
        return {};
    }
    const auto geneCount = static_cast<std::size_t>(cell.geneCount);
    PredictionsByName predictions = baselinePredictions(data.training, rows, geneCount, singles);
    predictions["model"] = predictLabels(model, cell, rows);
    return flatMetrics(evaluate(rows, predictions));
}

/// What the scores of the model find among the validation rows: the rows that metrics are reported on choose nothing.
RankingFacts validatedRanking(const TrainingData &data, const CellLatentPerturbation &model, const CellTensors &cell,
                              const std::vector<double> &singles, std::uint64_t seed)
{
    RankingRows rows;
    rows.rows = data.validation;
    for (const std::vector<Label> *part : {&data.training, &data.validation, &data.test}) {
        const std::vector<Genotype> genotypes = sortedGenotypes(*part);
        rows.labelled.insert(rows.labelled.end(), genotypes.begin(), genotypes.end());
    }
    std::sort(rows.labelled.begin(), rows.labelled.end());
    const auto geneCount = static_cast<std::size_t>(cell.geneCount);
    rows.genes = supportedGenes(supportPerGene(data.training, geneCount), geneCount);
    rows.seed = seed;
    return validateModelRanking(rows, singles, [&](const std::vector<Genotype> &genotypes) {
        return predictGenotypes(model, cell, genotypes);
    });
}

/// The model's predictions, with the support that `facts` tell.
std::vector<Prediction> predictionsOf(const CellLatentPerturbation &model, const CellTensors &cell,
                                      const std::vector<double> &singles, const TrainingFacts &facts,
                                      const std::vector<Genotype> &genotypes)
{
    const PhenotypeValues values = predictGenotypes(model, cell, genotypes);
    std::vector<Prediction> result(genotypes.size());
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        Prediction &prediction = result[row];
        prediction.fitness = values.fitness[row];
        prediction.interaction = interactionKnown(facts, genotypes[row].size()) ? values.interaction[row] : Undefined;
        prediction.expectedFitness = 1.0;
        prediction.support = std::numeric_limits<std::int64_t>::max();
        for (const GeneIndex gene : genotypes[row].genes()) {
            prediction.expectedFitness *= singles[static_cast<std::size_t>(gene)];
            prediction.support = std::min(prediction.support, facts.supportPerGene[static_cast<std::size_t>(gene)]);
        }
    }
    return result;
}

/// How far the predictions are off: on the test rows, which chose nothing; where there are none, on the rows that chose
/// the best epochs. Nothing where these are too few.
IntervalFacts intervalsOn(const TrainingData &data, const CellLatentPerturbation &model, const CellTensors &cell,
                          const std::vector<double> &singles, const TrainingFacts &facts)
{
    IntervalRows rows{data.heldOut(), data.test.empty() ? "validation" : "test"};
    if (rows.rows.size() < LeastBinRows) {
        return {};
    }
    std::vector<Label> others = data.training;
    others.insert(others.end(), data.validation.begin(), data.validation.end());
    completeFitness(rows.rows, others);
    return calibratedOn(
        rows,
        [&](const std::vector<Genotype> &genotypes) { return predictionsOf(model, cell, singles, facts, genotypes); },
        facts.seed);
}

LabelRange rangeOf(std::span<const Label> rows, Phenotype phenotype)
{
    LabelRange range;
    for (const Label &row : rows) {
        const double value = valueOf(row, phenotype);
        if (!std::isnan(value)) {
            range.low = std::isnan(range.low) ? value : std::min(range.low, value);
            range.high = std::isnan(range.high) ? value : std::max(range.high, value);
        }
    }
    return range;
}

/// The wild type is 1 and 0 by definition, so the ranges hold these values too.
LabelRange including(LabelRange range, double value)
{
    if (!std::isnan(range.low)) {
        range.low = std::min(range.low, value);
        range.high = std::max(range.high, value);
    }
    return range;
}

TrainingFacts factsOf(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
                      const CellTensors &cell, const TrainingResult &result)
{
    TrainingFacts facts;
    facts.labelsSha256 = request.labels.sha256;
    facts.fitnessRange = including(rangeOf(data.training, Phenotype::Fitness), 1.0);
    facts.interactionRange = including(rangeOf(data.training, Phenotype::Interaction), 0.0);
    facts.supportPerGene = supportPerGene(data.training, static_cast<std::size_t>(cell.geneCount));
    for (const Label &row : data.training) {
        ++facts.genotypesPerOrder[static_cast<int>(row.genotype.size())];
        facts.interactionsPerOrder[static_cast<int>(row.genotype.size())] += std::isnan(row.interaction) ? 0 : 1;
        ++facts.genotypesPerSource[row.source];
    }
    facts.labelKind = labelKindOf(facts.genotypesPerSource);
    facts.metrics = result.metrics;
    facts.ranking = result.ranking;
    facts.seed = request.seed;
    facts.epochs = result.bestEpoch;
    facts.loss = toText(config.loss);
    facts.optionsJson = toJson(config, splitOptions(request, config));
    return facts;
}

} // namespace

ModelOutputs predictRows(const CellLatentPerturbation &model, const CellTensors &cell, const GenotypeBatch &genotypes)
{
    const c10::NoGradGuard noGrad;
    const at::Tensor combined = model.encode(cell).combined;
    std::vector<at::Tensor> fitness;
    std::vector<at::Tensor> interaction;
    for (std::int64_t first = 0; first < genotypes.size(); first += RowsPerPiece) {
        const std::int64_t count = std::min(RowsPerPiece, genotypes.size() - first);
        const GenotypeBatch piece{genotypes.genes.narrow(0, first, count), genotypes.mask.narrow(0, first, count)};
        const ModelOutputs outputs = model.forward(combined, piece);
        fitness.push_back(outputs.fitness);
        interaction.push_back(outputs.interaction);
    }
    ModelOutputs result;
    result.fitness = at::cat(fitness);
    result.interaction = at::cat(interaction);
    return result;
}

ModelOutputs forwardFactors(const CellLatentPerturbation &model, const GenotypeBatch &genotypes, bool training)
{
    const at::Tensor &factors = model.tensors().at("interaction_factors.gene.weight");
    const at::Tensor unheard =
        at::zeros({factors.size(0), model.config().hiddenChannels}, at::device(genotypes.genes.device()));
    return model.forwardInteraction(unheard, genotypes, training);
}

PhenotypeValues toValues(const ModelOutputs &outputs)
{
    return {toDoubles(outputs.fitness), toDoubles(outputs.interaction)};
}

void writeTrainedModel(const TrainingRequest &request, const TrainingData &data, const TrainingConfig &config,
                       const TrainedModel &trained, const CellTensors &cell, TrainingResult &result)
{
    const CellLatentPerturbation &model = trained.model;
    const std::vector<double> singles = predictSingles(model, cell);
    result.metrics = heldOutMetrics(data, model, cell, singles);
    result.ranking = validatedRanking(data, model, cell, singles, request.seed);
    TrainingFacts facts = factsOf(request, data, config, cell, result);
    facts.intervals = intervalsOn(data, model, cell, singles, facts);
    result.intervals = facts.intervals;
    writeModelFile(request.output, model.to(at::kCPU), *request.cell, facts, trained.evidence);
}

} // namespace knockscape
