#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/core/job_control.h"
#include "engine/core/model_summary.h"
#include "engine/core/prediction.h"
#include "engine/inference/evidence.h"
#include "engine/inference/screen_evaluator.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// How a batch of predictions is made.
struct PredictSettings {
    /// Genotypes per batch; 0 lets the predictor choose.
    std::size_t batchSize = 0;
};

/// Receives `predictions` for genotypes first, first + 1, …, on the thread that predicts.
using PredictionSink = std::function<void(std::size_t first, std::span<const Prediction> predictions)>;
/// Receives what is predicted without one part after the other.
using LeftOutSink = std::function<void(const LeftOutPrediction &answer)>;

/// A model (or an ensemble of models) bound to a cell and a device: encodes the cell once, then answers genotypes from
/// per-gene tables. Equal to the full forward pass within 1e-5.
///
/// Not thread-safe: one thread owns it (the application's inference thread). Obtained from TorchModule.
class Predictor
{
public:
    Predictor() = default;
    Predictor(const Predictor &) = delete;
    Predictor &operator=(const Predictor &) = delete;
    virtual ~Predictor() = default;

    virtual const std::vector<ModelSummary> &models() const = 0;
    virtual const std::shared_ptr<const Cell> &cell() const = 0;
    /// "cpu", "cuda:0", …
    virtual std::string device() const = 0;

    /// Predicts `genotypes` in order, handing batches to `sink` and reporting progress after each. Throws Cancelled
    /// between batches (batches handed over stay valid) and InputError for a gene index outside the catalogue.
    virtual void predict(std::span<const Genotype> genotypes, const PredictSettings &settings,
                         const PredictionSink &sink, const JobControl &control) = 0;

    /// Prepares this predictor for the genotypes of `source` (a few ms; about 15 MB per model and 6,600 genes). Throws
    /// InputError for a gene outside the catalogue.
    virtual std::unique_ptr<ScreenEvaluator> openScreen(std::shared_ptr<const GenotypeSource> source) = 0;

    /// What of the whole cell predictions can be recomputed without, in order of kind and name; empty where the
    /// predictor cannot.
    virtual std::vector<EvidencePart> evidenceParts() { return {}; }
    /// Predicts `genotype` without each of `parts`, which may also be neighbours, recomputed from the cell that is
    /// left. Says nothing where the predictor cannot. Throws Cancelled between parts and InputError as predict() does.
    virtual void predictWithout(const Genotype &genotype, std::span<const EvidencePart> parts, const LeftOutSink &sink,
                                const JobControl &control);
    /// Where genotypes lie in the models' own space: what the heads are computed from (z_pert, or the factors where
    /// these alone explain interactions; and what fitness is told of the deleted genes), each part with a mean square
    /// of 1 over the single deletions of the cell. No dimensions where there is no model.
    virtual LatentPoints latent(std::span<const Genotype> genotypes, const JobControl &control);

    /// One genotype at once, for the live prediction.
    Prediction predictOne(const Genotype &genotype);
    /// All at once.
    std::vector<Prediction> predictAll(std::span<const Genotype> genotypes, const JobControl &control = {});
};

} // namespace knockscape
