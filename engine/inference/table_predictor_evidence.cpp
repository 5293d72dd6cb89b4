#include "engine/core/interaction_orders.h"
#include "engine/core/translate.h"
#include "engine/inference/table_predictor.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{

namespace
{

/// Rows of genes in one product.
constexpr std::size_t latentRowsAtOnce = 8192;

at::Tensor genesOf(std::span<const Genotype> genotypes, std::span<const std::size_t> rows, std::size_t size)
{
    std::vector<std::int64_t> genes;
    for (const std::size_t row : rows) {
        genes.insert(genes.end(), genotypes[row].genes().begin(), genotypes[row].genes().end());
    }
    const auto count = static_cast<std::int64_t>(rows.size());
    return at::tensor(genes, at::kLong).view({count, static_cast<std::int64_t>(size)});
}

double scaleTo1(const at::Tensor &rows)
{
    const double square = rows.square().mean().item<double>();
    return square > 0.0 ? 1.0 / std::sqrt(square) : 0.0;
}

} // namespace

std::vector<LeftOutModel> &TablePredictor::leftOutModels()
{
    if (leftOut_.empty()) {
        for (const ModelFile &file : files_) {
            leftOut_.emplace_back(file, cell_, device_);
        }
    }
    return leftOut_;
}

std::vector<EvidencePart> TablePredictor::evidenceParts()
{
    const c10::InferenceMode inference;
    std::vector<EvidencePart> parts;
    for (const LeftOutModel &model : leftOutModels()) {
        const std::vector<EvidencePart> ofModel = model.parts();
        parts.insert(parts.end(), ofModel.begin(), ofModel.end());
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

void TablePredictor::predictWithout(const Genotype &genotype, std::span<const EvidencePart> parts,
                                    const LeftOutSink &sink, const JobControl &control)
{
    const c10::InferenceMode inference;
    checkGenes({&genotype, 1});
    const bool known = knowsInteraction_[std::min(genotype.size(), knowsInteraction_.size() - 1)];
    std::uint64_t done = 0;
    for (const EvidencePart &part : parts) {
        control.report(translate("Engine", "Leaving out evidence"), done++, parts.size());
        LeftOutPrediction answer{part, 0.0, 0.0, true};
        for (LeftOutModel &model : leftOutModels()) {
            const LeftOutModel::Answer one = model.without(part, genotype);
            answer.fitness += one.fitness;
            answer.interaction += one.interaction;
            answer.whole = answer.whole && one.whole;
        }
        const auto models = static_cast<double>(files_.size());
        answer.fitness /= models;
        answer.interaction = known ? answer.interaction / models : std::numeric_limits<double>::quiet_NaN();
        sink(answer);
    }
    control.report(translate("Engine", "Leaving out evidence"), parts.size(), parts.size());
}

at::Tensor TablePredictor::latentRows(std::span<const Genotype> genotypes)
{
    std::map<std::size_t, std::vector<std::size_t>> bySize;
    for (std::size_t row = 0; row < genotypes.size(); ++row) {
        bySize[genotypes[row].size()].push_back(row);
    }
    at::Tensor result;
    for (const auto &[size, rows] : bySize) {
        const std::vector<std::size_t> &ofSize = rows;
        const std::size_t length = size;
        for (std::size_t first = 0; first < ofSize.size(); first += latentRowsAtOnce) {
            const auto part = std::span(ofSize).subspan(first, std::min(latentRowsAtOnce, ofSize.size() - first));
            const at::Tensor genes = genesOf(genotypes, part, length).to(device_);
            std::vector<at::Tensor> columns;
            for (std::size_t model = 0; model < tables_.size(); ++model) {
                const GeneTables::Latent latent = tables_[model].latent(genes);
                columns.push_back(latent.fitness * latentScales_[model].first);
                columns.push_back(latent.interaction * latentScales_[model].second);
            }
            const at::Tensor values = at::cat(columns, 1).to(at::kCPU, at::kFloat);
            if (!result.defined()) {
                result = at::empty({static_cast<std::int64_t>(genotypes.size()), values.size(1)}, at::kFloat);
            }
            std::vector<std::int64_t> places(part.begin(), part.end());
            result.index_copy_(0, at::tensor(places, at::kLong), values);
        }
    }
    return result;
}

LatentPoints TablePredictor::latent(std::span<const Genotype> genotypes, const JobControl &control)
{
    const c10::InferenceMode inference;
    checkGenes(genotypes);
    control.cancel.throwIfCancelled();
    if (genotypes.empty()) {
        return {};
    }
    if (latentScales_.empty()) {
        const at::Tensor all = at::arange(static_cast<std::int64_t>(cell_->genes.size()), at::kLong).unsqueeze(1);
        for (const GeneTables &tables : tables_) {
            const GeneTables::Latent singles = tables.latent(all.to(device_));
            latentScales_.emplace_back(scaleTo1(singles.fitness), scaleTo1(singles.interaction));
        }
    }
    const at::Tensor rows = latentRows(genotypes).contiguous();
    LatentPoints points;
    points.dimensions = static_cast<std::size_t>(rows.size(1));
    points.values.assign(rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel());
    return points;
}

} // namespace knockscape
