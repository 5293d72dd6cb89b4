#pragma once

#include "engine/cell/cell.h"
#include "engine/inference/simulated_predictor.h"

#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// Answers genotypes by flux balance analysis of the cell, which has the bounds of the medium to grow on (onMedium()),
/// as a model's predictor answers them. fitness: growth / growth of the wild type; expectedFitness: product of the
/// simulated single deletions, each of which is solved once; all else is "not available". The answers are those of
/// FluxBalance, whatever the number of threads.
///
/// Belongs to one thread, that destroys it as well; has threads of its own beside it.
class FluxBalancePredictor final : public SimulatedPredictor
{
public:
    /// `threads`: 0 for all cores. Throws as FluxBalance does, and Cancelled.
    FluxBalancePredictor(std::shared_ptr<const Cell> cell, int threads, const JobControl &control = {});
    ~FluxBalancePredictor() override;

    /// None.
    const std::vector<ModelSummary> &models() const override;
    const std::shared_ptr<const Cell> &cell() const override;
    std::string device() const override { return "cpu"; }
    void predict(std::span<const Genotype> genotypes, const PredictSettings &settings, const PredictionSink &sink,
                 const JobControl &control) override;
    std::unique_ptr<ScreenEvaluator> openScreen(std::shared_ptr<const GenotypeSource> source) override;

    std::string identity() const override;
    std::string statusOf(const Genotype &genotype, const Prediction &prediction) override;
    void watch(const CancelToken &cancel) override;
    double secondsFor(const GenotypeSource &source, IndexRange range) override;

    /// 1/h.
    double wildTypeGrowth() const;

private:
    class Private;
    class Evaluator;
    std::unique_ptr<Private> d;
};

} // namespace knockscape
