#pragma once

#include "engine/cell/cell.h"
#include "engine/nn/model_config.h"
#include "engine/nn/reference/parameters.h"

#include <vector>

namespace knockscape::reference
{

/// A metabolite's part in a reaction: the stoichiometric coefficient, negative = consumed.
struct Member {
    std::size_t metabolite = 0;
    double coefficient = 0.0;
};

/// The hypergraph, reaction by reaction: who takes part, and which genes of the cell are named.
struct Reactions {
    std::size_t metabolites = 0;
    std::vector<std::vector<Member>> members;
    std::vector<std::vector<std::size_t>> genes;
};

Reactions reactionsOf(const Cell &cell);

/// One StoichHypergraphConv (before tanh): metabolites [M, hidden] → [M, hidden]. `name` is its scope without the last
/// dot.
Matrix hypergraphConvolution(const Parameters &parameters, const std::string &name, const Reactions &reactions,
                             bool attention, const Matrix &metabolites);

/// Step 2: what the reactions of each gene say about it, [genes, hidden].
Matrix encodeMetabolism(const Parameters &parameters, const ModelConfig &config, const Cell &cell);

} // namespace knockscape::reference
