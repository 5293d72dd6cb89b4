#pragma once

#include "ui/plots/mark_plot.h"

namespace knockscape::ui
{

/// Fitness minus wild type, most harmful first: labelled bars for up to kMaxLabelledBars genotypes, ranked dots
/// beyond. A tick on each bar is the expected fitness (product of the single deletions), a whisker the interval of
/// measured values, or the standard deviation over an ensemble.
class FitnessDeltaPlot : public MarkPlot
{
    Q_OBJECT

public:
    explicit FitnessDeltaPlot(QWidget *parent = nullptr);

protected:
    PlotView makeView(const std::vector<PlotPoint> &points) const override;
};

} // namespace knockscape::ui
