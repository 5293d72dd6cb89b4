#pragma once

#include "engine/core/worker_pool.h"
#include "engine/inference/fused_model.h"
#include "engine/inference/prediction_block.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace knockscape
{

/// Adds to a prediction, whose fitness and interaction are set, what depends on the predictor's knowledge beyond the
/// model: expected fitness, support, range. Called from several threads.
using Completion = std::function<void(std::span<const GeneIndex> genes, Prediction &prediction)>;

/// Mean and, for several models, sample standard deviation of their answers.
void setEnsemble(std::span<const double> fitness, std::span<const double> interaction, Prediction &prediction);

/// Evaluates genotypes of 0 … FusedModel::largestSize genes on the CPU, a tile of 32 at a time. Genotypes that differ
/// in their last gene only share everything else: their tiles are read from the panel as they lie.
class FusedScreen final : public ScreenEvaluator
{
public:
    /// `wildType` answers the empty genotype.
    FusedScreen(std::vector<std::shared_ptr<const FusedModel>> models, std::shared_ptr<const GenotypeSource> source,
                std::size_t threads, const Prediction &wildType, Completion complete);
    ~FusedScreen() override;

    const GenotypeSource &source() const noexcept override { return *source_; }
    EvaluatorFacts facts() const override;
    void evaluate(IndexRange range, PredictionBlock &block) override;

private:
    /// Up to 32 genotypes of one size. Lane i answers row firstRow + i − firstLane (combinations), or rows_[firstRow +
    /// i] (list).
    struct Job {
        std::size_t size = 0;
        std::size_t firstRow = 0;
        std::size_t lanes = 0;
        std::size_t firstLane = 0;
        std::size_t panelTile = 0;
    };
    struct Worker;

    void planCombinations(const Combinations &combinations, IndexRange range);
    void planList(const PredictionBlock &block);
    void work(Worker &worker, const Job &job, PredictionBlock &block) const;
    void fillTiles(Worker &worker, const Job &job, std::size_t model, const PredictionBlock &block) const;

    std::vector<std::shared_ptr<const FusedModel>> models_;
    std::shared_ptr<const GenotypeSource> source_;
    Prediction wildType_;
    Completion complete_;
    /// Combinations: the panel's tiles, by model.
    std::vector<AlignedFloats> panels_;
    WorkerPool pool_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<Job> jobs_;
    std::vector<std::size_t> rows_;
};

} // namespace knockscape
