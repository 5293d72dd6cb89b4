#include "engine/training/model_ranking.h"

#include "engine/core/issue.h"
#include "engine/core/safetensors.h"
#include "engine/core/translate.h"
#include "engine/inference/screen.h"
#include "engine/training/derived_labels.h"
#include "engine/training/label_files.h"
#include "engine/training/ranking_validation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace knockscape
{

namespace
{

/// Genotypes without a label that rankings are validated beside, per row.
constexpr std::size_t UnlabelledPerRow = 10;

/// Rows that training leaves out before it does anything else.
bool isUnused(const Label &label)
{
    return label.weight == 0.0 || label.genotype.empty();
}

/// The validation rows of the model's own labels.
std::vector<Label> validationRows(const ModelSummary &model, const LabelTable &labels)
{
    const std::vector<Split> splits = recordedSplits(labels, {&model, 1});
    std::vector<Label> rows;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i] == Split::Validation) {
            rows.push_back(labels.labels[i]);
        }
    }
    return rows;
}

/// The rows whose genotypes the model was not trained on, nor held out for the report.
std::vector<Label> unseenRows(const ModelSummary &model, std::vector<Label> labels, const LabelTable &trainedOn)
{
    std::set<Genotype> seen;
    const std::vector<Split> splits = recordedSplits(trainedOn, {&model, 1});
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i] == Split::Train || splits[i] == Split::Test) {
            seen.insert(trainedOn.labels[i].genotype);
        }
    }
    std::erase_if(labels, [&](const Label &label) { return seen.count(label.genotype) > 0; });
    return labels;
}

} // namespace

RankingFacts validateModelRanking(const RankingRows &rows, const std::vector<double> &singles,
                                  const GenotypeAnswers &answers)
{
    const auto scores = [&](const std::vector<Genotype> &genotypes) {
        PhenotypeValues values = answers(genotypes);
        for (std::size_t row = 0; row < genotypes.size(); ++row) {
            double expected = 1.0;
            for (const GeneIndex gene : genotypes[row].genes()) {
                expected *= singles[static_cast<std::size_t>(gene)];
            }
            values.fitness[row] -= expected;
        }
        return scoresOf(std::move(values.interaction), std::move(values.fitness));
    };
    std::vector<Genotype> genotypes;
    std::map<int, std::size_t> rowsPerOrder;
    for (const Label &row : rows.rows) {
        genotypes.push_back(row.genotype);
        rowsPerOrder[static_cast<int>(row.genotype.size())] += std::isnan(row.interaction) ? 0 : 1;
    }
    std::map<int, ScoresByName> background;
    for (const auto &[order, count] : rowsPerOrder) {
        if (order > 1 && count > 0) {
            background[order] =
                scores(drawUnlabelled(rows.genes, order, UnlabelledPerRow * count, rows.labelled, rows.seed));
        }
    }
    return validateRanking(rows.rows, scores(genotypes), background);
}

std::vector<Genotype> sortedGenotypes(std::span<const Label> rows)
{
    std::vector<Genotype> genotypes;
    for (const Label &row : rows) {
        genotypes.push_back(row.genotype);
    }
    std::sort(genotypes.begin(), genotypes.end());
    return genotypes;
}

std::vector<std::int64_t> supportPerGene(std::span<const Label> training, std::size_t geneCount)
{
    std::vector<std::int64_t> support(geneCount, 0);
    for (const Label &row : training) {
        for (const GeneIndex gene : row.genotype.genes()) {
            ++support[static_cast<std::size_t>(gene)];
        }
    }
    return support;
}

std::vector<GeneIndex> supportedGenes(const std::vector<std::int64_t> &support, std::size_t geneCount)
{
    std::vector<GeneIndex> genes;
    for (std::size_t gene = 0; gene < geneCount; ++gene) {
        if (support.size() != geneCount || support[gene] >= defaultMinSupport) {
            genes.push_back(static_cast<GeneIndex>(gene));
        }
    }
    return genes;
}

bool isTrainedOn(const ModelSummary &model, const LabelTable &labels, const LabelTable &trainedOn,
                 const std::string &where)
{
    const std::string &known = model.training.labelsSha256;
    const bool own = !known.empty() && labels.sha256 == known;
    if (known.empty()) {
        throw InputError(errorAt(model.path.string(),
                                 translate("Engine", "The model does not say which rows it was trained on, so none can "
                                                     "be known not to be among them."),
                                 translate("Engine", "Only models that this program trained can be validated.")));
    }
    if (!own && trainedOn.sha256 != known) {
        throw InputError(
            errorAt(where,
                    trainedOn.sha256.empty()
                        ? translate("Engine",
                                    "These are not the labels that the model was trained on, so it is not known which "
                                    "of them it has seen.")
                        : translate("Engine", "The labels named as those of the training are others than the model's."),
                    translate("Engine", "Name the very file that the model was trained on, with --trained-on.")));
    }
    return own;
}

RankingRows rowsForRanking(const ModelSummary &model, LabelTable labels, const LabelTable &trainedOn,
                           std::size_t geneCount, const std::string &where)
{
    const bool own = isTrainedOn(model, labels, trainedOn, where);
    RankingRows result;
    for (const LabelTable *table : {static_cast<const LabelTable *>(&labels), &trainedOn}) {
        for (const Label &label : table->labels) {
            if (!isUnused(label)) {
                result.labelled.push_back(label.genotype);
            }
        }
    }
    std::sort(result.labelled.begin(), result.labelled.end());
    // Nothing follows from rows that training leaves out.
    for (Label &label : labels.labels) {
        label.fitness = isUnused(label) ? std::numeric_limits<double>::quiet_NaN() : label.fitness;
    }
    deriveInteractions(labels.labels);
    result.rows = own ? validationRows(model, labels) : unseenRows(model, std::move(labels.labels), trainedOn);
    std::erase_if(result.rows, isUnused);
    if (result.rows.empty()) {
        throw InputError(errorAt(
            where,
            own ? translate("Engine", "The model held none of these rows out for validation, or does not say which.")
                : translate("Engine", "The model has seen every genotype of these labels."),
            translate("Engine", "Give other labels, whose genotypes it was not trained on.")));
    }
    result.genes = supportedGenes(model.training.supportPerGene, geneCount);
    result.seed = model.training.seed;
    return result;
}

void recordRanking(const std::filesystem::path &from, const std::filesystem::path &to, const RankingFacts &facts)
{
    recordTraining(from, to, "ranking", toJson(facts));
}

void recordTraining(const std::filesystem::path &from, const std::filesystem::path &to, const std::string &key,
                    const std::string &json)
{
    std::map<std::string, std::string> metadata = readSafetensorsMetadata(from);
    nlohmann::ordered_json description = nlohmann::ordered_json::parse(metadata["knockscape"], nullptr, false);
    if (!description.is_object() || !description.contains("training") || !description["training"].is_object()) {
        throw InputError(errorAt(from.string(), translate("Engine", "This is no model file of this program."),
                                 translate("Engine", "Make one of it first, with “model convert”.")));
    }
    description["training"][key] = nlohmann::ordered_json::parse(json);
    metadata["knockscape"] = description.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    copySafetensors(from, to, metadata);
}

} // namespace knockscape
