#pragma once

#include "ui/plots/heat_map_cell.h"

#include <qcustomplot.h>
#include <QPalette>

#include <functional>

namespace knockscape::ui
{

/// The crosshair at the pointer's cell and the frame around the keyboard's, with the names of row and column in the
/// margins. Lies on a layer of its own, so that moving it does not draw the map again.
class HeatMapCursor : public QCPLayerable
{
    Q_OBJECT

public:
    HeatMapCursor(QCustomPlot *plot, const QString &layer);

    /// Text for the gene at a place.
    void setNames(std::function<QString(int)> names) { names_ = std::move(names); }
    void setAppearance(const QPalette &palette, const QFont &font);
    void setHover(const HeatMapCell &cell) { hover_ = cell; }
    void setCurrent(const HeatMapCell &cell) { current_ = cell; }
    const HeatMapCell &hover() const noexcept { return hover_; }
    const HeatMapCell &current() const noexcept { return current_; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    QRectF rectOf(const HeatMapCell &cell) const;
    void drawCrosshair(QCPPainter *painter) const;
    void drawFrame(QCPPainter *painter, const HeatMapCell &cell, double width) const;
    void drawName(QCPPainter *painter, int place, const QPointF &anchor, bool upright) const;

    std::function<QString(int)> names_;
    QPalette palette_;
    QFont font_;
    HeatMapCell hover_;
    HeatMapCell current_;
};

} // namespace knockscape::ui
