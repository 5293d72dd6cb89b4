#pragma once

#include "engine/core/interval_facts.h"
#include "engine/core/issue.h"
#include "engine/core/label_kind.h"
#include "engine/core/ranking_facts.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <string>
#include <utility>
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
    /// Those of them whose labels had an interaction; see engine/core/interaction_orders.h for what follows.
    std::map<int, std::int64_t> interactionsPerOrder;
    /// Genotypes per source of the labels ("sga", "simulated", …; empty where the labels name none).
    std::map<std::string, std::int64_t> genotypesPerSource;
    /// Whether the labels were measured or simulated, as their sources say.
    LabelKind labelKind = LabelKind::Unknown;
    LabelRange fitnessRange;
    LabelRange interactionRange;
    /// Training genotypes that held each gene, in catalogue order.
    std::vector<std::int64_t> supportPerGene;
    /// Held-out metrics by name, e.g. "fitness_pearson", "interaction_pearson", "fitness_mse".
    std::map<std::string, double> metrics;
    /// What each score finds among the validation rows; see engine/inference/default_ranking.h.
    RankingFacts ranking;
    /// How far the model's predictions are off, and those of the ensemble that it belongs to; ask PredictionIntervals.
    IntervalFacts intervals;
    EnsembleIntervals ensembleIntervals;
    std::uint64_t seed = 0;
    int epochs = 0;
    std::string loss;
    /// How it was trained (learning rate, batch size, what was held out, …) as JSON text.
    std::string optionsJson;
};

/// What a person adds to a model file that does not say everything itself.
struct ModelReadOptions {
    /// Hyper-parameters in a JSON file (--config).
    std::filesystem::path config;
    /// Hyper-parameters as JSON text, which count more than `config`: a person's answers.
    std::string answers;
    /// A safetensors file with tensors that the model file lacks (metabolism_processor.metabolite_features).
    std::filesystem::path tensors;
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
    /// "safetensors", "PyTorch Lightning checkpoint", …
    std::string format;
    /// What the checkpoint says of its making, or the file that it was converted from ("epoch" → "7").
    std::vector<std::pair<std::string, std::string>> origin;
    /// Tensors of the file that the model never reads, in groups ("gene_encoder.pred_head.* (4)").
    std::vector<std::string> unusedTensors;
    /// What reading the file had to say: defaults that were taken, what was ignored.
    std::vector<Issue> issues;
    /// Why the model does not fit the cell that it was compared with; empty where it fits, or where there was no cell.
    std::vector<Issue> misfits;
};

} // namespace knockscape
