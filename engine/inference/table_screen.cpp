#include "engine/inference/table_screen.h"

#include "engine/core/issue.h"
#include "engine/core/translate.h"
#include "engine/inference/fused_screen.h"
#include "engine/inference/kernels/kernel_choice.h"

#include <ATen/Parallel.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <map>
#include <utility>

namespace knockscape
{

namespace
{

/// Genes in one product on the CPU: intermediate results stay in the cache.
constexpr std::size_t cpuPieceGenes = 2048;
/// Genotypes to begin with on a graphics card: some GB of intermediate results at h = 64.
constexpr std::size_t devicePieceRows = std::size_t{1} << 19U;
constexpr std::size_t leastDeviceRows = 1024;

std::size_t threads()
{
    return static_cast<std::size_t>(std::max(1, at::get_num_threads()));
}

void store(const at::Tensor &answers, const std::vector<std::size_t> &rows, std::size_t first, std::size_t models,
           std::size_t model, std::vector<double> &out)
{
    const at::Tensor values = answers.to(at::kCPU, at::kFloat).contiguous();
    const auto *data = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) {
        out[rows[first + static_cast<std::size_t>(i)] * models + model] = data[i];
    }
}

} // namespace

TableScreen::TableScreen(const TablePredictor &predictor, std::shared_ptr<const GenotypeSource> source)
    : predictor_(predictor), source_(std::move(source)), device_(predictor.tables().front().device()), pool_(threads()),
      pieceRows_(device_.is_cpu() ? cpuPieceGenes / std::max<std::size_t>(1, source_->largestSize()) + 1
                                  : devicePieceRows)
{
}

EvaluatorFacts TableScreen::facts() const
{
    EvaluatorFacts facts;
    facts.path = "libtorch";
    facts.threads = device_.is_cpu() ? pool_.size() : 1;
    facts.batch = device_.is_cpu() ? pieceRows_ * pool_.size() : pieceRows_;
    facts.adaptsBatch = device_.is_cpu();
    return facts;
}

void TableScreen::answerPiece(const std::vector<std::int32_t> &genes, std::size_t size,
                              const std::vector<std::size_t> &rows, std::size_t first, std::size_t count)
{
    const c10::InferenceMode inference;
    at::Tensor part = at::empty({static_cast<std::int64_t>(count), static_cast<std::int64_t>(size)}, at::kInt);
    std::copy_n(genes.begin() + static_cast<std::ptrdiff_t>(first * size), count * size, part.data_ptr<std::int32_t>());
    part = part.to(device_).to(at::kLong);
    const std::size_t models = predictor_.tables().size();
    for (std::size_t model = 0; model < models; ++model) {
        const GeneTables::Answers answers = predictor_.tables()[model].answer(part);
        store(answers.fitness, rows, first, models, model, fitness_);
        store(answers.interaction, rows, first, models, model, interaction_);
    }
}

void TableScreen::answer(const std::vector<std::int32_t> &genes, std::size_t size, const std::vector<std::size_t> &rows)
{
    if (device_.is_cpu()) {
        // A piece a thread: the operations within one are too small to be shared.
        const std::size_t pieces = (rows.size() + pieceRows_ - 1) / pieceRows_;
        at::parallel_for(0, static_cast<std::int64_t>(pieces), 1, [&](std::int64_t begin, std::int64_t end) {
            for (auto piece = static_cast<std::size_t>(begin); piece < static_cast<std::size_t>(end); ++piece) {
                const std::size_t first = piece * pieceRows_;
                answerPiece(genes, size, rows, first, std::min(pieceRows_, rows.size() - first));
            }
        });
        return;
    }
    for (std::size_t first = 0; first < rows.size();) {
        const std::size_t count = std::min(pieceRows_, rows.size() - first);
        try {
            answerPiece(genes, size, rows, first, count);
            first += count;
        } catch (const c10::OutOfMemoryError &) {
            if (pieceRows_ <= leastDeviceRows) {
                throw EngineError(errorAt(device_.str(), translate("Engine", "The device has too little free memory."),
                                          translate("Engine", "Close what else uses it, or use --device cpu.")));
            }
            pieceRows_ /= 2;
        }
    }
}

void TableScreen::evaluate(IndexRange range, PredictionBlock &block)
{
    fillGenes(*source_, range, block);
    const std::size_t models = predictor_.tables().size();
    fitness_.assign(block.size() * models, 0.0);
    interaction_.assign(block.size() * models, 0.0);
    std::map<std::size_t, std::vector<std::size_t>> rowsBySize;
    for (std::size_t row = 0; row < block.size(); ++row) {
        rowsBySize[block.genesOf(row).size()].push_back(row);
    }
    for (const auto &[size, rows] : rowsBySize) {
        std::vector<std::int32_t> genes;
        genes.reserve(size * rows.size());
        for (const std::size_t row : rows) {
            const auto members = block.genesOf(row);
            genes.insert(genes.end(), members.begin(), members.end());
        }
        answer(genes, size, rows);
    }
    constexpr std::size_t pieceSize = 4096;
    pool_.run((block.size() + pieceSize - 1) / pieceSize, [&](std::size_t, std::size_t piece) {
        const std::size_t end = std::min(block.size(), (piece + 1) * pieceSize);
        for (std::size_t row = piece * pieceSize; row < end; ++row) {
            setEnsemble(std::span(fitness_).subspan(row * models, models),
                        std::span(interaction_).subspan(row * models, models), block.predictions[row]);
            predictor_.complete(block.genesOf(row), block.predictions[row]);
        }
    });
}

const std::vector<std::shared_ptr<const FusedModel>> &TablePredictor::fusedModels()
{
    if (fused_.empty()) {
        for (const GeneTables &tables : tables_) {
            fused_.push_back(std::make_shared<const FusedModel>(tables.snapshot(), kernels::chosenKernel()));
        }
    }
    return fused_;
}

std::unique_ptr<ScreenEvaluator> TablePredictor::openScreen(std::shared_ptr<const GenotypeSource> source)
{
    const c10::InferenceMode inference;
    std::vector<GeneIndex> genes;
    if (const Combinations *combinations = source->combinations()) {
        genes = combinations->panel();
        genes.insert(genes.end(), combinations->fixed().begin(), combinations->fixed().end());
    } else {
        PredictionBlock all;
        fillGenes(*source, {0, source->count()}, all);
        genes = std::move(all.genes);
    }
    const Genotype named(std::move(genes));
    std::vector<Genotype> singles;
    for (const GeneIndex gene : named.genes()) {
        singles.push_back(Genotype{gene});
    }
    checkGenes(singles);
    ensureSingles(singles);
    if (!device_.is_cpu() || source->largestSize() > FusedModel::largestSize) {
        return std::make_unique<TableScreen>(*this, std::move(source));
    }
    return std::make_unique<FusedScreen>(
        fusedModels(), std::move(source), threads(), predictOne({}),
        [this](std::span<const GeneIndex> members, Prediction &prediction) { complete(members, prediction); });
}

} // namespace knockscape
