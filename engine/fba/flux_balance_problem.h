#pragma once

#include "engine/cell/metabolic_genes.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/linear_program.h"

#include <memory>
#include <utility>
#include <vector>

namespace knockscape
{

/// The wild type's linear program and what warm starts need of its solution. Private to engine/fba.
struct FluxBalance::Problem {
    explicit Problem(std::shared_ptr<const Cell> theCell) : cell(std::move(theCell)), metabolicGenes(*cell) {}

    std::shared_ptr<const Cell> cell;
    /// The same cell on a rich medium, once it was asked for.
    std::unique_ptr<FluxBalance> rich;
    MetabolicGenes metabolicGenes;
    std::unique_ptr<glp_prob, DeleteProblem> lp;
    Basis wildTypeBasis;
    double wildTypeGrowth = 0.0;
    std::vector<double> wildTypeFluxes;
    /// Reactions whose rule names the gene, per gene.
    std::vector<std::vector<std::int32_t>> reactionsOfGene;

    const std::vector<Reaction> &reactions() const { return cell->metabolism.reactions; }
    static int column(std::int32_t reaction) { return reaction + 1; }

    void build();
    void indexGenes();
    void solveWildType();
    void saveBasis();
    void restoreBasis();
    std::vector<std::int32_t> blockedBy(const Genotype &genotype) const;
    bool carriesFlux(const std::vector<std::int32_t> &blocked) const;
    Outcome solveBlocked(const std::vector<std::int32_t> &blocked, bool afresh, double &growth);
    SimulatedGrowth answer(std::vector<std::int32_t> blocked, bool afresh);
};

} // namespace knockscape
