#pragma once

#include "engine/core/prediction.h"
#include "engine/inference/genotype_source.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Consecutive genotypes of a source with their predictions.
struct PredictionBlock {
    std::uint64_t first = 0;
    std::vector<Prediction> predictions;
    /// The genes of all of them, one genotype after the other, each ascending …
    std::vector<GeneIndex> genes;
    /// … and where each begins; one more than there are predictions.
    std::vector<std::uint32_t> begins;

    std::size_t size() const noexcept { return predictions.size(); }
    std::span<const GeneIndex> genesOf(std::size_t row) const noexcept
    {
        return std::span(genes).subspan(begins[row], begins[row + 1] - begins[row]);
    }
};

/// What evaluating a source costs, for an estimate beforehand.
struct EvaluatorFacts {
    /// What computes: "avx512", "avx2", "portable", or "libtorch".
    std::string path;
    std::size_t threads = 1;
    /// Genotypes that keep it busy for a few milliseconds (more on a graphics card, which wants large batches).
    std::size_t batch = 0;
    /// False where the batch is chosen for the device rather than for the time it takes.
    bool adaptsBatch = true;
    /// Multiplications and additions in products and attention per genotype of the largest size, over all models
    /// (normalisation, activations and softmax are not counted).
    double operations = 0.0;
};

/// A Predictor prepared for one source. An answer depends on the genotype alone, bit for bit: not on the range it is
/// asked in, nor on the number of threads. Belongs to the predictor's thread and must not outlive the predictor, which
/// may be used between two calls.
class ScreenEvaluator
{
public:
    ScreenEvaluator() = default;
    ScreenEvaluator(const ScreenEvaluator &) = delete;
    ScreenEvaluator &operator=(const ScreenEvaluator &) = delete;
    virtual ~ScreenEvaluator() = default;

    virtual const GenotypeSource &source() const noexcept = 0;
    virtual EvaluatorFacts facts() const = 0;
    /// Replaces `block` by genotypes range.first … range.end() − 1 of the source. Throws EngineError where the device
    /// fails.
    virtual void evaluate(IndexRange range, PredictionBlock &block) = 0;
};

} // namespace knockscape
