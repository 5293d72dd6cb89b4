#pragma once

#include <qcustomplot.h>
#include <QPalette>
#include <QString>

#include <vector>

namespace knockscape::ui
{

/// Explains a plot's marks: small drawn samples with words, in one line, or one below the other. In a line,
/// entries that do not fit are left out from the end, never cut into another.
class LegendStrip : public QCPLayoutElement
{
    Q_OBJECT

public:
    enum class Sample { Negative, Positive, NoValue, Ring, Tick, ErrorBar, SolidLine, DashedLine, None };
    struct Entry {
        Sample sample = Sample::None;
        QString text;
    };

    explicit LegendStrip(QCustomPlot *plot);

    void setEntries(std::vector<Entry> entries) { entries_ = std::move(entries); }
    /// One entry a line; takes no room without entries. For legends beside a plot.
    void setVertical(bool vertical) { vertical_ = vertical; }
    /// Takes no room without entries.
    void setCollapsible(bool collapsible) { collapsible_ = collapsible; }
    void setAppearance(const QPalette &palette, const QFont &font);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawSample(QCPPainter *painter, Sample sample, const QRectF &box) const;
    int height() const;
    double widthOf(const Entry &entry) const;

    std::vector<Entry> entries_;
    QPalette palette_;
    QFont font_;
    bool vertical_ = false;
    bool collapsible_ = false;
};

} // namespace knockscape::ui
