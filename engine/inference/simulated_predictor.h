#pragma once

#include "engine/inference/predictor.h"

#include <string>

namespace knockscape
{

/// A Predictor whose answers are simulated: it has no models, and its predictions have fitness and expected fitness
/// alone. One answer may take as long as a thousand predicted ones; so screens ask it more than others.
class SimulatedPredictor : public Predictor
{
public:
    /// Identifies what is simulated beside the cell's hash: method, bounds (medium), objective.
    virtual std::string identity() const = 0;
    /// "ok", or what a reader of an answer must know (SimulatedGrowth::status).
    virtual std::string statusOf(const Genotype &genotype, const Prediction &prediction) = 0;
    /// From now on evaluators throw Cancelled, also within an answer, once this is cancelled.
    virtual void watch(const CancelToken &cancel) = 0;
    /// How long a range will take, in seconds: measured on genotypes from all over it, as those at its beginning share
    /// their genes.
    virtual double secondsFor(const GenotypeSource &source, IndexRange range) = 0;
};

} // namespace knockscape
