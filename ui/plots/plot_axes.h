#pragma once

#include "ui/plots/plot_view.h"

#include <qcustomplot.h>
#include <QPalette>

namespace knockscape::ui
{

/// Numbers with a real minus sign.
QSharedPointer<QCPAxisTicker> makeNumberTicker();

/// Whole numbers in full on a logarithmic axis, in the format of the default locale.
QSharedPointer<QCPAxisTicker> makeCountTicker();

/// The font of labels, names and legend in a widget with this font: a little smaller.
QFont plotFont(const QFont &font);

/// Colours and fonts of axes, grid and background from the palette.
void styleAxes(QCustomPlot &plot, const QPalette &palette, const QFont &font);

/// Gives an axis this label, broken into lines where it is longer than the axis, whose length is that of the last
/// layout. True if the label is another one than before.
bool fitLabel(QCPAxis &axis, const QString &label);

/// Words, tickers and interactions of the axes for this view; ranges are left alone.
void setUpAxes(QCustomPlot &plot, const PlotView &view);

/// Puts the genotypes' names under their bars, upright where they fit, slanted and shortened where not. Names that
/// would overlap are left out until there is room (a wider window, or zoom).
void setBarNames(QCustomPlot &plot, const PlotView &view, const std::vector<PlotPoint> &points);

/// Keeps `range` inside `limits` and no narrower than `smallest`, moving it rather than cutting it where possible.
QCPRange boundedRange(QCPRange range, const QCPRange &limits, double smallest);

} // namespace knockscape::ui
