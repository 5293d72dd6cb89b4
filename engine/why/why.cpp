#include "engine/why/why.h"

#include <cmath>
#include <utility>

namespace knockscape
{

namespace
{

std::vector<GenotypeValue> answersOf(Predictor &predictor, std::span<const Genotype> genotypes,
                                     const JobControl &control)
{
    std::vector<GenotypeValue> values;
    for (const Prediction &prediction : predictor.predictAll(genotypes, control)) {
        const std::size_t order = genotypes[values.size()].size();
        // Fewer than two deletions do not interact, whatever was learnt.
        values.push_back({prediction.fitness, order < 2 ? 0.0 : prediction.interaction});
    }
    return values;
}

} // namespace

std::vector<Disagreement> disagreements(const Prediction &prediction, const Interval &fitness,
                                        const Interval &interaction, const MeasuredGenotype *measured,
                                        const std::optional<SimulatedWord> &simulated)
{
    using Kind = Disagreement::Kind;
    std::vector<Disagreement> found;
    const auto excludes = [](const Interval &interval, double value) {
        return interval.known() && !std::isnan(value) && !interval.holds(value);
    };
    if (measured != nullptr && excludes(fitness, measured->fitness)) {
        found.push_back({Kind::MeasuredFitness, prediction.fitness, measured->fitness});
    }
    if (measured != nullptr && excludes(interaction, measured->interaction)) {
        found.push_back({Kind::MeasuredInteraction, prediction.interaction, measured->interaction});
    }
    if (!simulated || simulated->genesInModel == 0 || std::isnan(simulated->fitness)) {
        return found;
    }
    const double grows = simulated->fitness;
    if (grows < DeadFitness && prediction.fitness >= AliveFitness) {
        found.push_back({Kind::SimulatedDead, prediction.fitness, grows});
    }
    if (grows >= AliveFitness && prediction.fitness < DeadFitness) {
        found.push_back({Kind::SimulatedAlive, prediction.fitness, grows});
    }
    if (measured != nullptr && grows < DeadFitness && measured->fitness >= AliveFitness) {
        found.push_back({Kind::MeasuredAlive, grows, measured->fitness});
    }
    if (measured != nullptr && grows >= AliveFitness && measured->fitness < DeadFitness) {
        found.push_back({Kind::MeasuredDead, grows, measured->fitness});
    }
    return found;
}

WhyFinder::WhyFinder(Predictor &predictor, std::shared_ptr<const MeasuredGenotypes> measured)
    : predictor_(predictor), intervals_(predictor.models()), groups_(*predictor.cell()),
      positions_(predictor.cell()->genes), analogies_(predictor, std::move(measured), groups_)
{
}

Why WhyFinder::ask(const Genotype &genotype, const WhySettings &settings, const JobControl &control)
{
    Why why;
    why.genotype = genotype;
    why.prediction = predictor_.predictAll({&genotype, 1}, control).front();
    why.fitness = intervals_.fitness(why.prediction, genotype.size());
    why.interaction = intervals_.interaction(why.prediction, genotype.size());
    why.contributions = contributionsOf(
        genotype, [&](std::span<const Genotype> genotypes) { return answersOf(predictor_, genotypes, control); },
        settings.seed);
    why.shared = sharedGround(*predictor_.cell(), groups_, positions_, genotype);
    why.analogies = analogies_.find(genotype, settings.analogies, control);
    const MeasuredGenotype *measured = analogies_.measured().find(genotype);
    if (measured != nullptr) {
        why.measured = *measured;
    }
    why.headline = disagreements(why.prediction, why.fitness, why.interaction, measured, {});
    return why;
}

void WhyFinder::addEvidence(Why &why, const WhySettings &settings, const JobControl &control)
{
    if (why.genotype.empty()) {
        return;
    }
    NeighbourChoice choice = strongestNeighbours(*predictor_.cell(), why.genotype, settings.neighbours);
    std::vector<EvidencePart> parts = predictor_.evidenceParts();
    parts.insert(parts.end(), choice.parts.begin(), choice.parts.end());
    why.evidence = rankEvidence(predictor_, why.genotype, why.prediction, parts, control);
    why.neighbours = choice.neighbours;
    why.neighboursLeftOut = choice.parts.size();
}

void WhyFinder::addSimulation(Why &why, SimulatedWord word)
{
    why.simulated = std::move(word);
    why.headline = disagreements(why.prediction, why.fitness, why.interaction, why.measured ? &*why.measured : nullptr,
                                 why.simulated);
}

} // namespace knockscape
