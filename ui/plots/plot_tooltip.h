#pragma once

#include "ui/plots/prediction_plot.h"

#include <QString>

namespace knockscape::ui
{

/// What hovering over a point says: names, then every quantity with its meaning and exact value. Rich text.
QString pointTooltip(const PlotPoint &point);

} // namespace knockscape::ui
