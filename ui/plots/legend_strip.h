#pragma once

#include <qcustomplot.h>
#include <QPalette>
#include <QString>

#include <vector>

namespace knockscape::ui
{

/// One line above a plot that explains its marks: small drawn samples with words. Entries that do not fit are left
/// out from the end, never cut into another.
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
    void setAppearance(const QPalette &palette, const QFont &font);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawSample(QCPPainter *painter, Sample sample, const QRectF &box) const;
    int height() const;

    std::vector<Entry> entries_;
    QPalette palette_;
    QFont font_;
};

} // namespace knockscape::ui
