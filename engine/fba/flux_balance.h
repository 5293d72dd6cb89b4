#pragma once

#include "engine/cell/cell.h"
#include "engine/core/job_control.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace knockscape
{

/// Growth of one genotype by flux balance.
struct SimulatedGrowth {
    /// Optimal objective in 1/h; 0 where infeasible.
    double growth = 0.0;
    /// Growth relative to wild type, clamped to [0, ∞).
    double fitness = 0.0;
    /// Rows of Metabolism::reactions that the deletions block.
    std::vector<std::int32_t> blockedReactions;
    std::string status = "ok";
};

/// Flux balance analysis of gene deletions (Orth, Thiele & Palsson 2010, doi:10.1038/nbt.1614): maximise the reactions'
/// objective subject to S·v = 0 and the bounds; a deletion sets the bounds of the reactions it blocks to zero. Solved
/// by GLPK's dual simplex, warm-started from the wild type's basis, so answers do not depend on the order of calls. Not
/// thread-safe: one object per thread.
class FluxBalance
{
public:
    /// Throws InputError when the cell has no reactions, no objective, or its wild type cannot grow.
    explicit FluxBalance(std::shared_ptr<const Cell> cell);
    ~FluxBalance();
    FluxBalance(FluxBalance &&) noexcept;
    FluxBalance &operator=(FluxBalance &&) noexcept;

    /// Growth of the wild type in 1/h.
    double wildTypeGrowth() const;
    /// Fluxes of the wild type's optimum, one per reaction.
    const std::vector<double> &wildTypeFluxes() const;
    SimulatedGrowth simulate(const Genotype &genotype);

private:
    struct Problem;
    std::unique_ptr<Problem> problem_;
};

} // namespace knockscape
