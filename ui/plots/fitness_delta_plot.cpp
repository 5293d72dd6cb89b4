#include "ui/plots/fitness_delta_plot.h"

namespace knockscape::ui
{

FitnessDeltaPlot::FitnessDeltaPlot(QWidget *parent) : MarkPlot(parent)
{
    setAccessibleName(tr("Fitness deltas"));
    setAccessibleDescription(tr("Fitness minus wild type of each genotype, most harmful first. Arrow keys move between "
                                "genotypes, plus and minus zoom, Home shows everything."));
}

PlotView FitnessDeltaPlot::makeView(const std::vector<PlotPoint> &points) const
{
    return rankedFitnessDelta(points);
}

} // namespace knockscape::ui
