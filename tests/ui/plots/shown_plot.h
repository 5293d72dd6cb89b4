#pragma once

#include "ui/plots/plot_view.h"

#include <qcustomplot.h>
#include <QTest>

#include <utility>
#include <vector>

namespace knockscape::ui::tests
{

/// Shows a plot of `points` and waits until it is drawn.
template <class Plot>
void show(Plot &plot, std::vector<PlotPoint> points, QSize size)
{
    plot.setPoints(std::move(points));
    plot.resize(size);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.flush();
    plot.canvas()->replot(QCustomPlot::rpImmediateRefresh);
}

} // namespace knockscape::ui::tests
