#pragma once

#include "engine/cell/cell.h"
#include "engine/inference/predictor.h"

#include <cstddef>
#include <span>
#include <vector>

namespace knockscape
{

/// A part of what the model knows, and by how much its answer changes without it.
struct RankedEvidence {
    LeftOutPrediction without;
    /// What the part does to the number: prediction with it less prediction without it. NaN where there is none.
    double fitnessChange = 0.0;
    double interactionChange = 0.0;
};

/// Neighbours that are left out one at a time, and how many there are.
struct NeighbourChoice {
    std::vector<EvidencePart> parts;
    std::size_t neighbours = 0;
};

/// The `count` neighbours of the deleted genes whose messages weigh most, over all networks: in a network a message
/// from a gene of d neighbours to one of e weighs 1/√((d + 1)·(e + 1)), as graph convolutions and profiles weigh it. A
/// deleted gene is a neighbour of the others.
NeighbourChoice strongestNeighbours(const Cell &cell, const Genotype &genotype, std::size_t count);

/// Recomputes the prediction without each of `parts`; `whole` is the prediction with all of them. Largest change first,
/// by the larger of what interaction and fitness change by.
std::vector<RankedEvidence> rankEvidence(Predictor &predictor, const Genotype &genotype, const Prediction &whole,
                                         std::span<const EvidencePart> parts, const JobControl &control = {});

} // namespace knockscape
