#pragma once

#include "ui/plots/plot_view.h"

#include <qcustomplot.h>
#include <QPalette>

#include <vector>

namespace knockscape::ui
{

/// Draws the marks of a PlotView: bars or dots, baseline ticks, error bars, the selection and the keyboard's mark.
///
/// Of marks that would land on the same pixel only one is drawn, so that 250,000 cost no more than the pixels there
/// are; hit tests always look at all of them. The view is owned by the plot and must outlive the series.
class MarkSeries : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    MarkSeries(QCPAxis *x, QCPAxis *y, const PlotView &view);

    /// Colours are computed from this palette when drawing.
    void setPalette(const QPalette &palette) { palette_ = palette; }
    /// Positions of marks to highlight, ascending.
    void setSelected(std::vector<int> marks) { selected_ = std::move(marks); }
    const std::vector<int> &selected() const noexcept { return selected_; }
    /// Mark with the keyboard's or the pointer's attention; -1 for none.
    void setCurrent(int mark) { current_ = mark; }
    int current() const noexcept { return current_; }

    /// The mark under a pixel: a bar by its whole column, a dot by its distance (the nearest, up to a finger's
    /// tolerance); -1 for none. Exact whatever was left out in drawing.
    int markAt(const QPointF &pixel) const;
    /// Pixel of a mark: the middle of a bar, or a dot's centre.
    QPointF pixelOf(int mark) const;

    double selectTest(const QPointF &pos, bool onlySelectable, QVariant *details = nullptr) const override;
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain = QCP::sdBoth,
                           const QCPRange &keyRange = QCPRange()) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

private:
    /// Marks [first, last) whose x lies in [low, high].
    std::pair<int, int> marksBetween(double low, double high) const;
    QColor colourOf(const PlotMark &mark) const;
    QRectF barRect(const PlotMark &mark) const;
    double dotRadius(int visible) const;
    void drawGuides(QCPPainter *painter) const;
    void drawBars(QCPPainter *painter, int first, int last) const;
    void drawDots(QCPPainter *painter, int first, int last) const;
    void drawReference(QCPPainter *painter, const PlotMark &mark) const;
    void drawError(QCPPainter *painter, const PlotMark &mark) const;
    void drawSelection(QCPPainter *painter, int first, int last) const;
    void drawCurrent(QCPPainter *painter) const;

    const PlotView &view_;
    QPalette palette_;
    std::vector<int> selected_;
    int current_ = -1;
};

} // namespace knockscape::ui
