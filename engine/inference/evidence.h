#pragma once

#include "engine/core/genotype.h"

#include <compare>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace knockscape
{

/// Something a model knows of a cell, that its prediction can be recomputed without.
struct EvidencePart {
    enum class Kind {
        Network,     ///< all edges of the network `name`
        Features,    ///< the genes' numeric features
        Annotations, ///< the annotation column `name` ("essential": essentiality)
        Metabolism,  ///< all reactions
        Neighbour,   ///< the edges of every network between `gene` and the other deleted genes
    };

    Kind kind = Kind::Network;
    std::string name = {};
    GeneIndex gene = -1;

    auto operator<=>(const EvidencePart &) const = default;
    bool operator==(const EvidencePart &) const = default;
};

/// What a model says of a genotype without a part of what it knows; means over an ensemble.
struct LeftOutPrediction {
    EvidencePart part;
    double fitness = std::numeric_limits<double>::quiet_NaN();
    double interaction = std::numeric_limits<double>::quiet_NaN();
    /// False where the part may go on speaking through the learned vectors of genes: training ties them to what the
    /// cell says of each gene, and this model's file does not keep what came from where.
    bool whole = true;
};

/// Points of genotypes in a model's own space, row after row.
struct LatentPoints {
    std::size_t dimensions = 0;
    std::vector<float> values;

    std::size_t size() const noexcept { return dimensions == 0 ? 0 : values.size() / dimensions; }
    std::span<const float> operator[](std::size_t row) const
    {
        return std::span(values).subspan(row * dimensions, dimensions);
    }
};

/// Root mean square of the differences over the dimensions: 1 is about the distance of a single deletion from none.
double latentDistance(std::span<const float> first, std::span<const float> second);

} // namespace knockscape
