#pragma once

#include "engine/core/worker_pool.h"
#include "engine/inference/screen_evaluator.h"
#include "engine/inference/table_predictor.h"

#include <memory>
#include <vector>

namespace knockscape
{

/// Evaluates any genotypes on any device with GeneTables: on a graphics card in batches as large as fit, and on the CPU
/// those that the fused kernel does not take.
class TableScreen final : public ScreenEvaluator
{
public:
    TableScreen(const TablePredictor &predictor, std::shared_ptr<const GenotypeSource> source);

    const GenotypeSource &source() const noexcept override { return *source_; }
    EvaluatorFacts facts() const override;
    void evaluate(IndexRange range, PredictionBlock &block) override;

private:
    /// Genotypes of one size, [rows, size], by every model into fitness_ and interaction_ (models side by side) at
    /// `rows`.
    void answer(const std::vector<std::int32_t> &genes, std::size_t size, const std::vector<std::size_t> &rows);
    void answerPiece(const std::vector<std::int32_t> &genes, std::size_t size, const std::vector<std::size_t> &rows,
                     std::size_t first, std::size_t count);

    const TablePredictor &predictor_;
    std::shared_ptr<const GenotypeSource> source_;
    at::Device device_;
    WorkerPool pool_;
    /// Genotypes in one product; halved when a graphics card runs out of memory.
    std::size_t pieceRows_;
    std::vector<double> fitness_;
    std::vector<double> interaction_;
};

} // namespace knockscape
