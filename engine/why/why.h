#pragma once

#include "engine/core/prediction_intervals.h"
#include "engine/why/analogies.h"
#include "engine/why/contributions.h"
#include "engine/why/evidence_ranking.h"
#include "engine/why/shared_ground.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace knockscape
{

/// What flux balance says of the genotype.
struct SimulatedWord {
    /// 1/h; NaN where it could not be shown.
    double wildTypeGrowth = std::numeric_limits<double>::quiet_NaN();
    double growth = std::numeric_limits<double>::quiet_NaN();
    /// Relative to the wild type.
    double fitness = std::numeric_limits<double>::quiet_NaN();
    std::string status;
    /// How many of the deleted genes the metabolic model knows; of none of them it says nothing.
    std::size_t genesInModel = 0;
    std::size_t blockedReactions = 0;
    /// Parts of biomass that cannot be made any more, by name.
    std::vector<std::string> lost;
};

/// Two of model, simulation and measurement say different things.
struct Disagreement {
    enum class Kind {
        MeasuredFitness,     ///< the measured fitness lies outside the 90 % interval of the prediction
        MeasuredInteraction, ///< the same of the interaction
        SimulatedDead,       ///< the model sees growth where simulation sees none
        SimulatedAlive,      ///< the model sees next to no growth where simulation sees it
        MeasuredAlive,       ///< growth was measured where simulation sees none
        MeasuredDead,        ///< next to no growth was measured where simulation sees it
    };

    Kind kind = Kind::MeasuredFitness;
    /// Predicted (or simulated, of the last two kinds), and what it disagrees with.
    double said = 0.0;
    double other = 0.0;
};

/// A fitness from which a genotype counts as growing, and below which as not, where two answers are compared; between
/// the two nothing disagrees.
constexpr double AliveFitness = 0.5;
constexpr double DeadFitness = 0.1;

/// Most telling first. `measured` may be null, `simulated` empty.
std::vector<Disagreement> disagreements(const Prediction &prediction, const Interval &fitness,
                                        const Interval &interaction, const MeasuredGenotype *measured,
                                        const std::optional<SimulatedWord> &simulated);

/// Why a prediction is what it is.
struct Why {
    Genotype genotype;
    Prediction prediction;
    Interval fitness;
    Interval interaction;
    std::optional<MeasuredGenotype> measured;
    std::vector<Disagreement> headline;
    Contributions contributions;
    std::vector<Analogy> analogies;
    /// Of the whole cell and of the strongest of `neighbours` neighbours together, largest change first.
    std::vector<RankedEvidence> evidence;
    std::size_t neighboursLeftOut = 0;
    std::size_t neighbours = 0;
    SharedGround shared;
    std::optional<SimulatedWord> simulated;
};

struct WhySettings {
    /// Measured genotypes of each relation.
    std::size_t analogies = 5;
    /// Neighbours that are left out one at a time.
    std::size_t neighbours = 8;
    /// For sampled contributions.
    std::uint64_t seed = 0;
};

/// Answers why for one cell, predictor and set of measured genotypes, one genotype after the other. What is quick and
/// what is not are two questions, so that nobody waits for the first. One thread, that of the predictor, which must
/// outlive it; simulation is the caller's.
class WhyFinder
{
public:
    WhyFinder(Predictor &predictor, std::shared_ptr<const MeasuredGenotypes> measured);

    /// All but evidence and simulation.
    Why ask(const Genotype &genotype, const WhySettings &settings, const JobControl &control = {});
    /// Adds the evidence, recomputed without each part of it.
    void addEvidence(Why &why, const WhySettings &settings, const JobControl &control = {});
    /// Adds what simulation says.
    static void addSimulation(Why &why, SimulatedWord word);

private:
    Predictor &predictor_;
    PredictionIntervals intervals_;
    GeneGroups groups_;
    GenePositions positions_;
    AnalogyFinder analogies_;
};

} // namespace knockscape
