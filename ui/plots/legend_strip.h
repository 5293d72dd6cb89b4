#pragma once

#include "ui/plots/legend_entry.h"

#include <qcustomplot.h>
#include <QPalette>

#include <vector>

namespace knockscape::ui
{

/// Explains a plot's marks: small drawn samples with words, beside each other in as many lines as their width asks for,
/// or one below the other. Lines beyond a third of the plot's height are left out.
class LegendStrip : public QCPLayoutElement
{
    Q_OBJECT

public:
    using Sample = LegendSample;
    using Entry = LegendEntry;

    explicit LegendStrip(QCustomPlot *plot);

    void setEntries(std::vector<Entry> entries) { entries_ = std::move(entries); }
    /// One entry a line; takes no height of its own. For legends beside a plot.
    void setVertical(bool vertical) { vertical_ = vertical; }
    /// Takes no room without entries.
    void setCollapsible(bool collapsible) { collapsible_ = collapsible; }
    void setAppearance(const QPalette &palette, const QFont &font);

    /// Height that it takes in a row of this width, margins included.
    int heightFor(double width) const;

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;
    void update(UpdatePhase phase) override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawSample(QCPPainter *painter, Sample sample, const QRectF &box) const;
    double widthOf(const Entry &entry) const;
    int mostLines() const;
    /// Calls place(entry, corner in the strip) for each entry in a row of this width; returns the number of lines.
    template <typename Place>
    int flow(double width, const Place &place) const;

    std::vector<Entry> entries_;
    QPalette palette_;
    QFont font_;
    bool vertical_ = false;
    bool collapsible_ = false;
    /// Width that the last layout gave it; 0 before.
    double width_ = 0.0;
};

} // namespace knockscape::ui
