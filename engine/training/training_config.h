#pragma once

#include "engine/core/issue.h"
#include "engine/training/splits.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace knockscape
{

/// What is done with the difference between prediction and label, in units of the labels' standard deviation.
enum class LossKind {
    Mse,     ///< r²
    LogCosh, ///< 2·log(cosh(r)): r² near 0, 2·|r| far away
    Huber,   ///< r² up to 1, 2·|r| − 1 beyond
};

/// How the learning rate goes after the warm-up.
enum class Schedule {
    Constant,
    Cosine,  ///< half a cosine down to a hundredth at the last step
    Plateau, ///< halved whenever the best epoch is longer ago than a quarter of the patience
};

/// How a model is trained. The JSON names are the members' in snake case.
struct TrainingConfig {
    int epochs = 80;
    /// Genotypes per step; 0 picks a size between 128 and 4,096 that gives about 30 steps an epoch.
    std::int64_t batchSize = 0;
    double learningRate = 1e-3;
    double weightDecay = 1e-2;
    /// Weight decay of the interaction factors, which have many weights per gene and few labels.
    double factorWeightDecay = 0.6;
    /// Part of the variance of interactions that the closed-form fit of interactions takes for noise (FactorBlend);
    /// 0 leaves the fit out.
    double factorNoise = 0.8;
    /// Part of all steps in which the learning rate rises linearly.
    double warmup = 0.05;
    Schedule schedule = Schedule::Cosine;
    /// Largest norm of the whole gradient; 0 for no limit.
    double gradientClip = 1.0;
    /// Epochs without a better validation score before training stops, and three times as many for interactions that
    /// are learnt apart: their epochs cost little, and their score has long plateaus. 0 never stops early.
    int patience = 10;
    LossKind loss = LossKind::Mse;
    /// Weights of the two phenotypes in the loss; 0 leaves one out.
    double fitnessWeight = 1.0;
    double interactionWeight = 1.0;
    /// Divide residuals by the standard deviation of their phenotype's training labels, so that equal weights mean
    /// equal influence.
    bool balanceByVariance = true;
    /// How far sources (and orders) of interactions are brought to equal influence per row: a row counts in proportion
    /// to (variance of its source's labels)^−source_balance. 0: residuals count alike; 1: each in its own spread.
    double sourceBalance = 0.5;
    /// Weights are averaged over about 1/(1 − average_decay) steps, and the average is what is validated and kept
    /// (Polyak & Juditsky 1992, doi:10.1137/0330046); 0 keeps the last step's weights.
    double averageDecay = 0.98;
    /// Learned vectors of genes are tied to what the cell tells about them, each network by this many principal
    /// components (geneProfiles()); 0 leaves every vector free.
    int profileComponents = 256;
    /// Whether attention over the deleted genes has a say in interactions beside the factors, where there are factors.
    bool interactionAttention = false;
    /// Whether the factors hear the encoder beside the profiles. Where they do not, fitness and interaction share
    /// nothing and each keeps its own best epoch.
    bool interactionEncoder = false;
    /// Count rows with a fitness_sd as s²/(s² + sd²), s² being the variance of the fitness labels.
    bool useUncertainty = true;
    /// Fill interactions that follow from the fitness of parts (simulated labels have fitness only).
    bool deriveInteractions = true;
    /// Fill the fitness of pairs from ε and the singles of the training rows.
    bool deriveFitness = true;
    /// Part of the genotypes that is kept from both training and the choice of the best epoch, for the reported
    /// metrics.
    double testFraction = 0.1;
    /// What is held out together where the labels do not say.
    SplitKind split = SplitKind::Random;

    bool operator==(const TrainingConfig &) const = default;
};

/// A configuration file taken apart: what concerns training, and the rest as JSON text for the model.
struct SplitConfig {
    TrainingConfig training;
    std::string modelJson;
};

/// Takes the training keys out of `json` (empty for none). Throws InputError naming the key for a value that cannot be
/// used.
SplitConfig parseTrainingConfig(std::string_view json, const std::string &where);

/// All training keys as JSON text, and how the genotypes were split (for repeatedSplit()).
std::string toJson(const TrainingConfig &config, const SplitOptions &split);

/// The split of a training that wrote these options into its model file, where the labels name no rows themselves.
/// Nothing if the text does not say.
std::optional<SplitOptions> repeatedSplit(std::string_view optionsJson);

std::string toText(LossKind loss);

} // namespace knockscape
