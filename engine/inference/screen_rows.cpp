#include "engine/inference/screen_rows.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/inference/prediction_block.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace knockscape
{

namespace
{

double Prediction::*memberOf(const std::string &column, const std::string &where)
{
    static const std::vector<std::pair<std::string, double Prediction::*>> members{
        {"fitness", &Prediction::fitness},
        {"interaction", &Prediction::interaction},
        {"expected_fitness", &Prediction::expectedFitness},
        {"fitness_sd", &Prediction::fitnessSd},
        {"interaction_sd", &Prediction::interactionSd}};
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const auto &member) { return member.first == column; });
    if (found == members.end()) {
        throw InputError(errorAt(where, translate("Engine", "The column “%1” cannot be read back.", {column})));
    }
    return found->second;
}

bool isSquareSource(const GenotypeSource &source)
{
    const Combinations *combinations = source.combinations();
    return combinations != nullptr && combinations->order() == 2 && combinations->fixed().empty();
}

std::filesystem::path pathOf(const ScreenRequest &request, bool part)
{
    std::filesystem::path path = request.matrix;
    return part ? path += ".part" : path;
}

} // namespace

KeptRows::KeptRows(std::shared_ptr<const GenotypeSource> source, const TopRows &top)
    : source_(std::move(source)), rows_(top.sorted())
{
}

void KeptRows::read(IndexRange rows, PredictionBlock &block) const
{
    block.first = rows.first;
    block.predictions.clear();
    block.genes.clear();
    block.begins.assign(1, 0);
    std::vector<GeneIndex> genes;
    for (std::uint64_t row = rows.first; row < rows.end(); ++row) {
        const ScreenRow &kept = rows_[static_cast<std::size_t>(row)];
        source_->genesOf(kept.index, genes);
        block.genes.insert(block.genes.end(), genes.begin(), genes.end());
        block.begins.push_back(static_cast<std::uint32_t>(block.genes.size()));
        block.predictions.push_back(kept.prediction);
    }
}

MatrixRows::MatrixRows(const ScreenRequest &request, std::uint64_t done, bool part,
                       const std::vector<ModelSummary> &models)
    : source_(request.source), first_(request.range.first), done_(done), matrix_(pathOf(request, part))
{
    const std::string where = pathOf(request, part).string();
    if (matrix_.shape() != matrixShape(request) || done > request.range.count) {
        throw InputError(errorAt(where, translate("Engine", "This array belongs to another screen.")));
    }
    for (const std::string &column : request.matrixColumns) {
        members_.push_back(memberOf(column, where));
    }
    if (request.matrixColumns != columns(*source_, models.size())) {
        throw InputError(errorAt(where, translate("Engine", "This array lacks columns of the rows.")));
    }
    for (const ModelSummary &model : models) {
        const std::vector<std::int64_t> &support = model.training.supportPerGene;
        if (support_.empty()) {
            support_ = support;
        }
        for (std::size_t gene = 0; gene < std::min(support.size(), support_.size()); ++gene) {
            support_[gene] = std::min(support_[gene], support[gene]);
        }
        ranges_.push_back({});
        ranges_.back().fitnessRange = model.training.fitnessRange;
        ranges_.back().interactionRange = model.training.interactionRange;
    }
}

std::vector<std::string> MatrixRows::columns(const GenotypeSource &source, std::size_t models)
{
    std::vector<std::string> columns{"fitness"};
    if (models > 0) {
        columns.emplace_back("interaction");
    }
    if (!isSquareSource(source)) {
        columns.emplace_back("expected_fitness");
    }
    if (models > 1) {
        columns.emplace_back("fitness_sd");
        columns.emplace_back("interaction_sd");
    }
    return columns;
}

void MatrixRows::read(IndexRange rows, PredictionBlock &block) const
{
    fillGenes(*source_, {first_ + rows.first, rows.count}, block);
    block.first = rows.first;
    if (isSquare()) {
        readPairs(rows, block);
    } else {
        const float *value = matrix_.values() + rows.first * members_.size();
        for (Prediction &prediction : block.predictions) {
            for (double Prediction::*const member : members_) {
                prediction.*member = static_cast<double>(*value++);
            }
        }
    }
    for (std::size_t row = 0; row < block.size(); ++row) {
        complete(block.genesOf(row), block.predictions[row]);
    }
}

void MatrixRows::readPairs(IndexRange rows, PredictionBlock &block) const
{
    if (rows.count == 0) {
        return;
    }
    const Combinations &combinations = *source_->combinations();
    const std::size_t genes = combinations.panel().size();
    const float *fitness = matrix_.values(); // the first column is the fitness
    std::vector<std::size_t> place = combinations.positionsOf(first_ + rows.first);
    for (std::size_t row = 0; row < block.size(); ++row) {
        Prediction &prediction = block.predictions[row];
        const float *value = matrix_.values() + place[0] * genes + place[1];
        for (double Prediction::*const member : members_) {
            prediction.*member = static_cast<double>(*value);
            value += genes * genes;
        }
        prediction.expectedFitness =
            static_cast<double>(fitness[place[0] * (genes + 1)]) * static_cast<double>(fitness[place[1] * (genes + 1)]);
        if (++place[1] == genes && row + 1 < block.size()) {
            combinations.nextPrefix(place);
        }
    }
}

void MatrixRows::complete(std::span<const GeneIndex> genes, Prediction &prediction) const
{
    if (!support_.empty() && !genes.empty()) {
        prediction.support = std::numeric_limits<std::int64_t>::max();
        for (const GeneIndex gene : genes) {
            prediction.support = std::min(prediction.support, support_[static_cast<std::size_t>(gene)]);
        }
    }
    for (const TrainingFacts &facts : ranges_) {
        prediction.inRange = prediction.inRange && facts.fitnessRange.contains(prediction.fitness) &&
                             (genes.size() < 2 || facts.interactionRange.contains(prediction.interaction));
    }
}

} // namespace knockscape
