#include "engine/why/evidence_ranking.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace knockscape
{

namespace
{

double sizeOf(const RankedEvidence &evidence)
{
    const auto known = [](double value) { return std::isnan(value) ? 0.0 : std::abs(value); };
    return std::max(known(evidence.fitnessChange), known(evidence.interactionChange));
}

} // namespace

NeighbourChoice strongestNeighbours(const Cell &cell, const Genotype &genotype, std::size_t count)
{
    std::map<GeneIndex, double> weights;
    for (const GeneNetwork &network : cell.networks) {
        for (const GeneIndex gene : genotype.genes()) {
            const auto neighbours = network.neighbours(gene);
            const auto ofGene = static_cast<double>(neighbours.size() + 1);
            for (const GeneIndex other : neighbours) {
                if (other != gene) {
                    weights[other] +=
                        1.0 / std::sqrt(ofGene * static_cast<double>(network.neighbours(other).size() + 1));
                }
            }
        }
    }
    std::vector<std::pair<GeneIndex, double>> ranked(weights.begin(), weights.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &left, const auto &right) { return left.second > right.second; });
    NeighbourChoice choice;
    choice.neighbours = ranked.size();
    ranked.resize(std::min(count, ranked.size()));
    for (const auto &[gene, weight] : ranked) {
        choice.parts.push_back({EvidencePart::Kind::Neighbour, {}, gene});
    }
    return choice;
}

std::vector<RankedEvidence> rankEvidence(Predictor &predictor, const Genotype &genotype, const Prediction &whole,
                                         std::span<const EvidencePart> parts, const JobControl &control)
{
    std::vector<RankedEvidence> ranked;
    predictor.predictWithout(
        genotype, parts,
        [&](const LeftOutPrediction &without) {
            ranked.push_back({without, whole.fitness - without.fitness, whole.interaction - without.interaction});
        },
        control);
    std::stable_sort(ranked.begin(), ranked.end(), [](const RankedEvidence &left, const RankedEvidence &right) {
        return sizeOf(left) > sizeOf(right);
    });
    return ranked;
}

} // namespace knockscape
