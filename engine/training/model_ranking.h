#pragma once

#include "engine/core/model_summary.h"
#include "engine/training/evaluation.h"
#include "engine/training/labels.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace knockscape
{

/// What a model's ranking is validated on (validateRanking()): rows, and genotypes without a label beside them.
struct RankingRows {
    /// Rows that did not train the model.
    std::vector<Label> rows;
    /// Genotypes that labels name, ascending: those beside are drawn from others.
    std::vector<Genotype> labelled;
    /// Genes that those beside are drawn from: the ones that a screen does not rank last for want of support.
    std::vector<GeneIndex> genes;
    std::uint64_t seed = 0;
};

/// The model's answers to genotypes, in order.
using GenotypeAnswers = std::function<PhenotypeValues(const std::vector<Genotype> &)>;

/// What each score of a model finds among the rows and ten times as many genotypes without a label. `singles` is the
/// model's fitness of every single deletion, in catalogue order.
RankingFacts validateModelRanking(const RankingRows &rows, const std::vector<double> &singles,
                                  const GenotypeAnswers &answers);

/// Genotypes of the rows, ascending.
std::vector<Genotype> sortedGenotypes(std::span<const Label> rows);

/// How many rows hold each gene, in catalogue order.
std::vector<std::int64_t> supportPerGene(std::span<const Label> training, std::size_t geneCount);

/// The genes with as much support as screens ask for by default, and all of them where support is not known.
std::vector<GeneIndex> supportedGenes(const std::vector<std::int64_t> &support, std::size_t geneCount);

/// True where the model was trained on `labels`; false where on `trainedOn`, so that those of `labels` that it has seen
/// can be known. Throws InputError for neither; `where` names the labels.
bool isTrainedOn(const ModelSummary &model, const LabelTable &labels, const LabelTable &trainedOn,
                 const std::string &where);

/// The rows to validate a finished model on.
///
/// Where `labels` are those that the model was trained on, its validation rows; where they are others, the rows whose
/// genotypes were neither trained on nor held out for the report, as `trainedOn` (the labels of its training, empty
/// where they are not there) tells. Interactions that follow from fitness are filled in. Throws InputError where it is
/// not known what the model was trained on, or no such row is left; `where` names the labels.
RankingRows rowsForRanking(const ModelSummary &model, LabelTable labels, const LabelTable &trainedOn,
                           std::size_t geneCount, const std::string &where);

/// Writes a model file of ours again with these facts; `to` may be `from`. Throws InputError for any other file.
void recordRanking(const std::filesystem::path &from, const std::filesystem::path &to, const RankingFacts &facts);

/// The same of any other fact: the JSON text `json` at `key` among those of the training.
void recordTraining(const std::filesystem::path &from, const std::filesystem::path &to, const std::string &key,
                    const std::string &json);

} // namespace knockscape
