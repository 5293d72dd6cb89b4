#include "engine/training/evaluation.h"

#include "engine/core/text.h"
#include "engine/training/low_rank_baseline.h"
#include "engine/training/splits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace knockscape
{

namespace
{

std::string nameOf(Phenotype phenotype)
{
    return phenotype == Phenotype::Fitness ? "fitness" : "interaction";
}

/// The rows of one group, by index; empty groups are left out.
void addGroup(std::vector<EvaluatedGroup> &groups, Phenotype phenotype, const std::string &name,
              std::span<const Label> rows, const std::vector<std::size_t> &members,
              const PredictionsByName &predictions)
{
    if (members.empty()) {
        return;
    }
    EvaluatedGroup group{phenotype, name, {}, {}};
    std::vector<double> measured;
    for (const std::size_t row : members) {
        measured.push_back(valueOf(rows[row], phenotype));
    }
    const auto ofMembers = [&](const PhenotypeValues &values) {
        std::vector<double> predicted;
        for (const std::size_t row : members) {
            predicted.push_back(values.of(phenotype)[row]);
        }
        return predicted;
    };
    const auto model = predictions.find("model");
    for (const auto &[predictor, values] : predictions) {
        const std::vector<double> predicted = ofMembers(values);
        if (predictor != "model" && model != predictions.end() && isTheModel(ofMembers(model->second), predicted)) {
            group.sameAsModel.push_back(predictor);
        } else if (const Agreement found = agreement(predicted, measured); found.count > 0) {
            group.predictors[predictor] = found;
        }
    }
    groups.push_back(std::move(group));
}

} // namespace

PredictionsByName baselinePredictions(std::span<const Label> training, std::span<const Label> rows,
                                      std::size_t geneCount, std::span<const double> predictedSingles)
{
    const double meanFitness = meanValue(training, Phenotype::Fitness);
    const double meanInteraction = meanValue(training, Phenotype::Interaction);
    const MultiplicativeBaseline multiplicative(training, geneCount, predictedSingles);
    const AdditiveBaseline additiveFitness(training, Phenotype::Fitness, geneCount);
    const AdditiveBaseline additiveInteraction(training, Phenotype::Interaction, geneCount);
    const LowRankBaseline lowRankFitness(training, Phenotype::Fitness, geneCount);
    const LowRankBaseline lowRankInteraction(training, Phenotype::Interaction, geneCount);
    PredictionsByName result;
    const auto add = [&](const char *name, double fitness, double interaction) {
        result[name].fitness.push_back(fitness);
        result[name].interaction.push_back(interaction);
    };
    for (const Label &row : rows) {
        add("mean", meanFitness, meanInteraction);
        add("multiplicative", multiplicative.predict(row.genotype), Undefined);
        add("additive", additiveFitness.predict(row.genotype), additiveInteraction.predict(row.genotype));
        add("low_rank", lowRankFitness.predict(row.genotype), lowRankInteraction.predict(row.genotype));
    }
    return result;
}

PredictionsByName crossFittedBaselines(std::span<const Label> rows, std::size_t geneCount, int folds,
                                       std::uint64_t seed, std::span<const double> predictedSingles)
{
    PredictionsByName result;
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Label> training;
        std::vector<Label> heldOut;
        std::vector<std::size_t> heldOutIndex;
        const std::vector<Split> splits = foldSplits(rows, {folds, fold, SplitKind::Random, seed});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (splits[i] == Split::Test) {
                heldOut.push_back(rows[i]);
                heldOutIndex.push_back(i);
            } else {
                training.push_back(rows[i]);
            }
        }
        for (const auto &[name, values] : baselinePredictions(training, heldOut, geneCount, predictedSingles)) {
            PhenotypeValues &all = result[name];
            all.fitness.resize(rows.size(), Undefined);
            all.interaction.resize(rows.size(), Undefined);
            for (std::size_t i = 0; i < heldOutIndex.size(); ++i) {
                all.fitness[heldOutIndex[i]] = values.fitness[i];
                all.interaction[heldOutIndex[i]] = values.interaction[i];
            }
        }
    }
    return result;
}

bool isTheModel(std::span<const double> model, std::span<const double> baseline)
{
    constexpr double rounding = 1e-6; // the model's own values in other batches
    for (std::size_t row = 0; row < model.size(); ++row) {
        if (std::isnan(model[row]) != std::isnan(baseline[row]) || std::abs(model[row] - baseline[row]) > rounding) {
            return false;
        }
    }
    return !model.empty();
}

std::vector<EvaluatedGroup> evaluate(std::span<const Label> rows, const PredictionsByName &predictions)
{
    std::vector<EvaluatedGroup> groups;
    for (const Phenotype phenotype : {Phenotype::Fitness, Phenotype::Interaction}) {
        std::vector<std::size_t> all;
        std::map<std::size_t, std::vector<std::size_t>> byOrder;
        std::map<std::string, std::vector<std::size_t>> bySource;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!std::isnan(valueOf(rows[row], phenotype))) {
                all.push_back(row);
                byOrder[rows[row].genotype.size()].push_back(row);
                bySource[rows[row].source].push_back(row);
            }
        }
        addGroup(groups, phenotype, "all", rows, all, predictions);
        for (const auto &[order, members] : byOrder) {
            addGroup(groups, phenotype, "order " + std::to_string(order), rows, members, predictions);
        }
        for (const auto &[source, members] : bySource) {
            if (bySource.size() > 1) {
                addGroup(groups, phenotype, "source " + source, rows, members, predictions);
            }
        }
    }
    return groups;
}

std::map<std::string, double> flatMetrics(const std::vector<EvaluatedGroup> &groups)
{
    std::map<std::string, double> metrics;
    const auto add = [&](const std::string &name, double value) {
        if (!std::isnan(value)) {
            metrics[name] = value;
        }
    };
    for (const EvaluatedGroup &group : groups) {
        std::string suffix;
        if (group.group != "all") {
            suffix = "_" + group.group;
            std::erase(suffix, ' ');
        }
        for (const auto &[predictor, agreement] : group.predictors) {
            const std::string prefix = (predictor == "model" ? "" : predictor + "_") + nameOf(group.phenotype);
            add(prefix + "_pearson" + suffix, agreement.pearson);
            add(prefix + "_mse" + suffix, agreement.mse);
            if (predictor == "model") {
                add(prefix + "_spearman" + suffix, agreement.spearman);
                add(prefix + "_count" + suffix, static_cast<double>(agreement.count));
            }
        }
    }
    return metrics;
}

} // namespace knockscape
