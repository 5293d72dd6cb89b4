#include "engine/inference/fused_screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

using kernels::tileLanes;

/// Tiles a worker takes at a time: about a tenth of a millisecond.
constexpr std::size_t jobsPerPiece = 4;
/// Genotypes per batch and thread: a few milliseconds.
constexpr std::size_t batchPerThread = 2048;

using Answers = std::array<float, tileLanes>;

} // namespace

void setEnsemble(std::span<const double> fitness, std::span<const double> interaction, Prediction &prediction)
{
    const auto count = static_cast<double>(fitness.size());
    const auto moments = [&](std::span<const double> values, double &mean, double &deviation) {
        double sum = 0.0;
        for (const double value : values) {
            sum += value;
        }
        mean = sum / count;
        if (values.size() > 1) {
            double squares = 0.0;
            for (const double value : values) {
                squares += (value - mean) * (value - mean);
            }
            deviation = std::sqrt(squares / (count - 1.0));
        }
    };
    moments(fitness, prediction.fitness, prediction.fitnessSd);
    moments(interaction, prediction.interaction, prediction.interactionSd);
}

/// What one thread works with.
struct FusedScreen::Worker {
    AlignedFloats scratch;
    /// By model and place in the genotype: a gene's tile, and the gene it holds in every lane (−1: no single one).
    std::vector<std::vector<AlignedFloats>> tiles;
    std::vector<std::vector<GeneIndex>> held;
    std::array<const float *, FusedModel::largestSize> pointers{};
    alignas(64) Answers fitness{};
    alignas(64) Answers interaction{};
    std::vector<Answers> allFitness;
    std::vector<Answers> allInteraction;
    std::vector<double> fitnessOfRow;
    std::vector<double> interactionOfRow;
};

FusedScreen::FusedScreen(std::vector<std::shared_ptr<const FusedModel>> models,
                         std::shared_ptr<const GenotypeSource> source, std::size_t threads, const Prediction &wildType,
                         Completion complete)
    : models_(std::move(models)), source_(std::move(source)), wildType_(wildType), complete_(std::move(complete)),
      pool_(threads)
{
    const std::size_t largest = std::max<std::size_t>(1, source_->largestSize());
    if (const Combinations *combinations = source_->combinations()) {
        for (const auto &model : models_) {
            panels_.push_back(model->panelTiles(combinations->panel()));
        }
    }
    for (std::size_t thread = 0; thread < pool_.size(); ++thread) {
        auto worker = std::make_unique<Worker>();
        std::size_t scratch = 0;
        for (const auto &model : models_) {
            scratch = std::max(scratch, model->scratchFloats(largest));
            worker->tiles.emplace_back(largest, AlignedFloats(model->tileFloats()));
            worker->held.emplace_back(largest, -1);
        }
        worker->scratch.resize(scratch);
        worker->allFitness.resize(models_.size());
        worker->allInteraction.resize(models_.size());
        worker->fitnessOfRow.resize(models_.size());
        worker->interactionOfRow.resize(models_.size());
        workers_.push_back(std::move(worker));
    }
}

FusedScreen::~FusedScreen() = default;

EvaluatorFacts FusedScreen::facts() const
{
    EvaluatorFacts facts;
    facts.path = models_.front()->kernel().name;
    facts.threads = pool_.size();
    facts.batch = batchPerThread * pool_.size();
    for (const auto &model : models_) {
        facts.operations += model->operations(std::max<std::size_t>(1, source_->largestSize()));
    }
    return facts;
}

/// Runs of combinations that share all but the last gene, cut where the panel's tiles begin.
void FusedScreen::planCombinations(const Combinations &combinations, IndexRange range)
{
    std::vector<std::size_t> positions = combinations.positionsOf(range.first);
    std::size_t row = 0;
    const auto count = static_cast<std::size_t>(range.count);
    while (row < count) {
        std::size_t &last = positions.back();
        const std::size_t tile = last / tileLanes;
        const std::size_t tileEnd = std::min((tile + 1) * tileLanes, combinations.panel().size());
        const std::size_t lanes = std::min(tileEnd - last, count - row);
        jobs_.push_back({combinations.largestSize(), row, lanes, last % tileLanes, tile});
        row += lanes;
        last += lanes;
        if (last == combinations.panel().size() && row < count) {
            combinations.nextPrefix(positions);
        }
    }
}

void FusedScreen::planList(const PredictionBlock &block)
{
    rows_.resize(block.size());
    for (std::size_t row = 0; row < block.size(); ++row) {
        rows_[row] = row;
    }
    const auto sizeOf = [&](std::size_t row) { return block.genesOf(row).size(); };
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&](std::size_t left, std::size_t right) { return sizeOf(left) < sizeOf(right); });
    for (std::size_t first = 0; first < rows_.size();) {
        const std::size_t size = sizeOf(rows_[first]);
        std::size_t end = first + 1;
        while (end < rows_.size() && end - first < tileLanes && sizeOf(rows_[end]) == size) {
            ++end;
        }
        jobs_.push_back({size, first, end - first, 0, 0});
        first = end;
    }
}

void FusedScreen::fillTiles(Worker &worker, const Job &job, std::size_t model, const PredictionBlock &block) const
{
    const FusedModel &fused = *models_[model];
    if (const Combinations *combinations = source_->combinations()) {
        // Fixed and leading genes are the same in all lanes and mostly the same as in the tile before. They come from
        // the first row by taking off the varying gene, which stands behind the leading ones among the panel's.
        const GeneIndex varying = combinations->panel()[job.panelTile * tileLanes + job.firstLane];
        std::size_t place = 0;
        for (const GeneIndex gene : block.genesOf(job.firstRow)) {
            if (gene == varying) {
                continue;
            }
            if (worker.held[model][place] != gene) {
                fused.spreadGene(gene, worker.tiles[model][place].data());
                worker.held[model][place] = gene;
            }
            worker.pointers[place] = worker.tiles[model][place].data();
            ++place;
        }
        worker.pointers[place] = panels_[model].data() + job.panelTile * fused.tileFloats();
        return;
    }
    std::array<GeneIndex, tileLanes> genes{};
    for (std::size_t place = 0; place < job.size; ++place) {
        for (std::size_t lane = 0; lane < job.lanes; ++lane) {
            genes[lane] = block.genesOf(rows_[job.firstRow + lane])[place];
        }
        fused.gatherGenes(std::span(genes).first(job.lanes), worker.tiles[model][place].data());
        worker.pointers[place] = worker.tiles[model][place].data();
    }
}

void FusedScreen::work(Worker &worker, const Job &job, PredictionBlock &block) const
{
    for (std::size_t model = 0; model < models_.size() && job.size > 0; ++model) {
        fillTiles(worker, job, model, block);
        models_[model]->answer(std::span(worker.pointers).first(job.size), worker.scratch.data(), worker.fitness.data(),
                               worker.interaction.data());
        worker.allFitness[model] = worker.fitness;
        worker.allInteraction[model] = worker.interaction;
    }
    const bool isList = source_->combinations() == nullptr;
    for (std::size_t i = 0; i < job.lanes; ++i) {
        const std::size_t row = isList ? rows_[job.firstRow + i] : job.firstRow + i;
        Prediction &prediction = block.predictions[row];
        if (job.size == 0) {
            prediction = wildType_;
            continue;
        }
        for (std::size_t model = 0; model < models_.size(); ++model) {
            worker.fitnessOfRow[model] = worker.allFitness[model][job.firstLane + i];
            worker.interactionOfRow[model] = worker.allInteraction[model][job.firstLane + i];
        }
        setEnsemble(worker.fitnessOfRow, worker.interactionOfRow, prediction);
        complete_(block.genesOf(row), prediction);
    }
}

void FusedScreen::evaluate(IndexRange range, PredictionBlock &block)
{
    fillGenes(*source_, range, block);
    jobs_.clear();
    if (const Combinations *combinations = source_->combinations(); combinations != nullptr && range.count > 0) {
        planCombinations(*combinations, range);
    } else if (combinations == nullptr) {
        planList(block);
    }
    const std::size_t pieces = (jobs_.size() + jobsPerPiece - 1) / jobsPerPiece;
    pool_.run(pieces, [&](std::size_t thread, std::size_t piece) {
        const std::size_t end = std::min(jobs_.size(), (piece + 1) * jobsPerPiece);
        for (std::size_t job = piece * jobsPerPiece; job < end; ++job) {
            work(*workers_[thread], jobs_[job], block);
        }
    });
}

} // namespace knockscape
