#pragma once

#include "engine/cell/metabolic_genes.h"
#include "engine/core/translate.h"
#include "engine/fba/explanation.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/growth_problem.h"
#include "engine/fba/metabolite_supply.h"
#include "engine/fba/nearest_fluxes.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace knockscape
{

/// The status of a genotype without numbers.
inline std::string noReliableAnswer()
{
    return translate("Engine", "no reliable answer: numerical trouble of the solver");
}

/// A cell's growth problem and what is known of its wild type. Private to engine/fba.
struct FluxBalance::Problem {
    explicit Problem(std::shared_ptr<const Cell> theCell);

    static constexpr std::chrono::minutes WildTypeTime{5};
    static constexpr std::chrono::minutes AnswerTime{1};

    /// One optimum of a genotype.
    struct Answer {
        SimulatedGrowth growth;
        /// What it rests on; of the wild type's optimum only the value.
        Verdict verdict;
        /// One per reaction; empty where there are none.
        std::vector<double> fluxes;
    };

    std::shared_ptr<const Cell> cell;
    GrowthProblem growth;
    MetabolicGenes metabolicGenes;
    /// Reactions whose rule names the gene, per gene.
    std::vector<std::vector<std::int32_t>> reactionsOfGene;
    double wildTypeGrowth = 0.0;
    std::vector<double> wildTypeFluxes;
    /// The same cell on a rich medium, once it was asked for.
    std::unique_ptr<FluxBalance> rich;
    /// Least total flux, and least change from the wild type's least total flux, once they were asked for.
    std::unique_ptr<NearestFluxes> parsimonious;
    std::unique_ptr<NearestFluxes> moma;
    std::vector<double> parsimoniousWildType;
    /// What metabolites can be made, by whether demands may rest; once asked for.
    std::map<bool, std::unique_ptr<SurplusSupply>> surplusSupplies;
    std::map<bool, std::unique_ptr<BalancedSupply>> balancedSupplies;

    const std::vector<Reaction> &reactions() const { return cell->metabolism.reactions; }

    void solveWildType(const JobControl &control);
    std::vector<std::int32_t> blockedBy(const Genotype &genotype) const;
    std::vector<double> fluxesOf(const Verdict &verdict, const std::vector<std::int32_t> &blocked) const;
    bool carriesFlux(const std::vector<std::int32_t> &blocked) const;
    void take(const Verdict &verdict, SimulatedGrowth &result) const;
    SimulatedGrowth blockedAnswer(const Genotype &genotype) const;
    Answer answer(const Genotype &genotype, bool afresh, const JobControl &control);
    NearestFluxes &leastFlux(const JobControl &control);
    NearestFluxes &leastChange(const JobControl &control);
    SurplusSupply &surplusSupply(bool demandsRest, const JobControl &control);
    BalancedSupply &balancedSupply(bool demandsRest, const JobControl &control);
    void findRescues(Explanation &explanation, const BoundChanges &changes, const Verdict &verdict,
                     const JobControl &control);
    std::vector<std::int32_t> closedExchanges(const BoundChanges &changes,
                                              const std::vector<std::int32_t> &blocked) const;
    void findLost(Explanation &explanation, const BoundChanges &changes, const JobControl &control);
    void findWays(Explanation &explanation, const JobControl &control);
};

} // namespace knockscape
