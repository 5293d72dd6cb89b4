#include "engine/fba/metabolic_view.h"

#include <utility>

namespace knockscape
{

MetabolicView::MetabolicView(const std::shared_ptr<const Cell> &cell, Medium medium, const JobControl &control)
    : medium_(std::move(medium)), cell_(onMedium(cell, medium_)), balance_(cell_, control)
{
}

MetabolicState MetabolicView::state(const Genotype &genotype, FluxMethod method, const JobControl &control)
{
    if (!wildTypeFluxes_) {
        SimulatedFluxes wildType = balance_.simulateFluxes({}, FluxMethod::Parsimonious, control);
        wildTypeFluxes_ = std::make_shared<const std::vector<double>>(std::move(wildType.fluxes));
    }
    return {genotype, balance_.wildTypeGrowth(), wildTypeFluxes_, balance_.simulateFluxes(genotype, method, control)};
}

std::vector<std::int32_t> MetabolicView::lost(const Genotype &genotype, const JobControl &control)
{
    return balance_.lostMetabolites(genotype, control);
}

Explanation MetabolicView::explain(const Genotype &genotype, const JobControl &control)
{
    return balance_.explain(genotype, control);
}

std::vector<FluxRange> MetabolicView::ranges(const Genotype &genotype, const std::vector<std::int32_t> &reactions,
                                             double fraction, const JobControl &control)
{
    return balance_.variability(genotype, reactions, fraction, control);
}

} // namespace knockscape
