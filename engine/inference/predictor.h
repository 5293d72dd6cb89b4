#pragma once

#include "engine/cell/cell.h"
#include "engine/core/genotype.h"
#include "engine/core/job_control.h"
#include "engine/core/prediction.h"

#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Smallest and largest label of training; NaN when unknown.
struct LabelRange {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();

    /// True where `value` lies inside, or nothing is known about the range.
    bool contains(double value) const noexcept { return !(value < low) && !(value > high); }
};

/// What a model file says about its training. Empty members: not recorded.
struct TrainingFacts {
    std::string labelsSha256;
    /// Genotypes per order (1 = singles, 2 = doubles, …).
    std::map<int, std::int64_t> genotypesPerOrder;
    LabelRange fitnessRange;
    LabelRange interactionRange;
    /// Training genotypes that held each gene, in catalogue order.
    std::vector<std::int64_t> supportPerGene;
    /// Held-out metrics by name, e.g. "fitness_pearson", "interaction_pearson", "fitness_mse".
    std::map<std::string, double> metrics;
    std::uint64_t seed = 0;
    int epochs = 0;
    std::string loss;
};

/// A model as a person wants to see it.
struct ModelSummary {
    std::filesystem::path path;
    std::string sha256;
    std::string flavour;
    /// The hyper-parameters as JSON text, in file order.
    std::string configJson;
    std::vector<std::string> edgeTypes;
    std::int64_t geneCount = 0;
    std::int64_t hiddenChannels = 0;
    /// Parameters per part ("gene_encoder", "metabolism_processor", …).
    std::map<std::string, std::int64_t> parametersPerPart;
    TrainingFacts training;
    std::string created;
};

/// How a batch of predictions is made.
struct PredictSettings {
    /// Genotypes per batch; 0 lets the predictor choose.
    std::size_t batchSize = 0;
};

/// Receives `predictions` for genotypes first, first + 1, …, on the thread that predicts.
using PredictionSink = std::function<void(std::size_t first, std::span<const Prediction> predictions)>;

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

    /// One genotype at once, for the live prediction.
    Prediction predictOne(const Genotype &genotype);
    /// All at once.
    std::vector<Prediction> predictAll(std::span<const Genotype> genotypes, const JobControl &control = {});
};

} // namespace knockscape
