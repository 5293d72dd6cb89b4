#include "ui/plots/plot_picture.h"

#include <qcustomplot.h>

namespace knockscape::ui
{

void layOut(QCustomPlot &plot)
{
    QCPLayout *layout = plot.plotLayout();
    // Twice: a legend knows how many lines it takes once it has its width.
    for (int round = 0; round < 2; ++round) {
        for (const auto phase :
             {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
            layout->update(phase);
    }
}

void paintPlot(QCustomPlot &plot, QPaintDevice &device, const QSize &size, bool vector)
{
    QCPPainter painter;
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized, vector);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, size.width(), size.height());
    painter.end();
}

} // namespace knockscape::ui
