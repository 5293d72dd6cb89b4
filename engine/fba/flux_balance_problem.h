#pragma once

#include "engine/cell/metabolic_genes.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/growth_problem.h"

#include <memory>
#include <utility>
#include <vector>

namespace knockscape
{

/// A cell's growth problem and what is known of its wild type. Private to engine/fba.
struct FluxBalance::Problem {
    explicit Problem(std::shared_ptr<const Cell> theCell);

    std::shared_ptr<const Cell> cell;
    GrowthProblem growth;
    MetabolicGenes metabolicGenes;
    /// Reactions whose rule names the gene, per gene.
    std::vector<std::vector<std::int32_t>> reactionsOfGene;
    double wildTypeGrowth = 0.0;
    std::vector<double> wildTypeFluxes;
    /// The same cell on a rich medium, once it was asked for.
    std::unique_ptr<FluxBalance> rich;

    const std::vector<Reaction> &reactions() const { return cell->metabolism.reactions; }

    void solveWildType(const JobControl &control);
    std::vector<std::int32_t> blockedBy(const Genotype &genotype) const;
    bool carriesFlux(const std::vector<std::int32_t> &blocked) const;
    SimulatedGrowth answer(const Genotype &genotype, bool afresh, const JobControl &control);
};

} // namespace knockscape
