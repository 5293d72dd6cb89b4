#pragma once

#include "engine/fba/explanation.h"
#include "engine/fba/flux_balance.h"
#include "engine/fba/media.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace knockscape
{

/// What a picture of metabolism shows of a genotype; reactions and metabolites are rows of the cell's.
struct MetabolicState {
    Genotype genotype;
    /// 1/h, on the medium.
    double wildTypeGrowth = 0.0;
    /// mmol/gDW/h, one per reaction (growth: 1/h); the same object for every state of a view.
    std::shared_ptr<const std::vector<double>> wildTypeFluxes;
    /// Growth, status, blocked reactions and fluxes of the genotype; no fluxes where it is infeasible.
    SimulatedFluxes knockout;
};

/// A cell on a medium, as a window looks at it: one genotype after the other, each question by itself, so that what is
/// quick (state(), then lost()) need not wait for what is not (explain(), ranges()). The first question of each kind
/// also solves the wild type, which the object keeps. Bulk work is simulateAll() and simulateAllFluxes() with cell().
///
/// An object must be built, used and destroyed on one thread (GLPK keeps its memory per thread); several threads may
/// have one each. `control` cancels any call, which then throws Cancelled and leaves the object as it was. Other
/// threads may cancel.
class MetabolicView
{
public:
    /// Throws InputError where the cell cannot be simulated or the wild type does not grow on the medium
    /// (explainMedium() says what is missing), and EngineError where it could not be found out.
    MetabolicView(const std::shared_ptr<const Cell> &cell, Medium medium, const JobControl &control = {});

    const Medium &medium() const { return medium_; }
    /// With the medium's bounds.
    const std::shared_ptr<const Cell> &cell() const { return cell_; }

    /// Growth and fluxes; throws InputError for a gene outside the cell's catalogue.
    MetabolicState state(const Genotype &genotype, FluxMethod method = FluxMethod::Parsimonious,
                         const JobControl &control = {});
    /// Metabolites that the wild type can make and the genotype cannot, even where by-products may pile up; ascending.
    std::vector<std::int32_t> lost(const Genotype &genotype, const JobControl &control = {});
    /// Why it grows less, and what rescues it.
    Explanation explain(const Genotype &genotype, const JobControl &control = {});
    /// What these reactions can carry while the genotype grows at `fraction` of its own best, in the order asked for.
    std::vector<FluxRange> ranges(const Genotype &genotype, const std::vector<std::int32_t> &reactions,
                                  double fraction = 1.0, const JobControl &control = {});

private:
    Medium medium_;
    std::shared_ptr<const Cell> cell_;
    FluxBalance balance_;
    std::shared_ptr<const std::vector<double>> wildTypeFluxes_;
};

} // namespace knockscape
