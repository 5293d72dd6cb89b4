#include "ui/plots/plot_axes.h"

#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

constexpr double kSlant = -50.0;
/// Pixels between neighbouring names that keep them apart: slanted, and upright.
constexpr double kSlantedPitch = 14.0;
constexpr double kUprightGap = 8.0;
/// Share of the plot's height that slanted names may take.
constexpr double kNameShare = 0.36;

/// Numbers with a real minus sign, as wide as the plus.
class NumberTicker : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision).replace(QLatin1Char('-'), QChar(0x2212));
    }
};

/// Powers of ten in full: a locale's exponents ("1E+06") are no way to write a count.
class CountTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return QLocale().toString(std::llround(tick));
    }
};

} // namespace

QSharedPointer<QCPAxisTicker> makeNumberTicker()
{
    return QSharedPointer<QCPAxisTicker>(new NumberTicker);
}

QSharedPointer<QCPAxisTicker> makeCountTicker()
{
    return QSharedPointer<QCPAxisTicker>(new CountTicker);
}

QFont plotFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0.0)
        small.setPointSizeF(font.pointSizeF() * 0.9);
    return small;
}

bool fitLabel(QCPAxis &axis, const QString &label)
{
    const bool vertical = axis.orientation() == Qt::Vertical;
    const double room = vertical ? axis.axisRect()->height() : axis.axisRect()->width();
    const QFontMetricsF metrics(axis.labelFont());
    QString fitted;
    QString line;
    for (const QString &word : label.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= room) {
            line = longer;
            continue;
        }
        fitted += line + QLatin1Char('\n');
        line = word;
    }
    fitted += line;
    if (fitted == axis.label())
        return false;
    axis.setLabel(fitted);
    return true;
}

void styleAxes(QCustomPlot &plot, const QPalette &palette, const QFont &font)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor line = mixed(palette.color(QPalette::Base), text, 0.45);
    const QColor grid = mixed(palette.color(QPalette::Base), text, 0.10);
    plot.setBackground(QBrush(palette.color(QPalette::Base)));
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setLabelColor(text);
        axis->setLabelFont(font);
        axis->setTickLabelColor(dimmedText(palette));
        axis->setTickLabelFont(font);
        axis->setBasePen(QPen(line));
        axis->setTickPen(QPen(line));
        axis->setSubTickPen(Qt::NoPen);
        axis->setLabelPadding(4);
        axis->grid()->setPen(QPen(grid));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
}

void setUpAxes(QCustomPlot &plot, const PlotView &view)
{
    const bool bars = view.form == PlotView::Form::Bars;
    plot.xAxis->setLabel(view.xLabel);
    plot.yAxis->setLabel(view.yLabel);
    plot.xAxis->grid()->setVisible(!view.ranked);
    QFont font = plot.yAxis->tickLabelFont();
    font.setItalic(bars);
    plot.xAxis->setTickLabelFont(font);
    plot.xAxis->setTickLength(0, bars ? 0 : 5);
    plot.xAxis->setTickLabelRotation(0.0);
    if (!bars)
        plot.xAxis->setTicker(makeNumberTicker());
    plot.yAxis->setTicker(makeNumberTicker());
    plot.yAxis->setRangeReversed(view.yReversed);
    for (QCPAxis *axis : {plot.xAxis, plot.yAxis}) {
        axis->setNumberFormat(QStringLiteral("gb"));
        axis->setNumberPrecision(6);
    }
}

void setBarNames(QCustomPlot &plot, const PlotView &view, const std::vector<PlotPoint> &points)
{
    if (view.form != PlotView::Form::Bars)
        return;
    const QFontMetricsF metrics(plot.xAxis->tickLabelFont());
    const double slot = std::abs(plot.xAxis->coordToPixel(1.0) - plot.xAxis->coordToPixel(0.0));
    double widest = 0.0;
    for (const PlotMark &mark : view.marks)
        widest = std::max(widest, metrics.horizontalAdvance(points[static_cast<std::size_t>(mark.point)].label));
    const bool upright = widest + kUprightGap <= slot;
    const double room = plot.viewport().height() * kNameShare / std::sin(std::abs(kSlant) * M_PI / 180.0);
    const int step = upright ? 1 : std::max(1, static_cast<int>(std::ceil(kSlantedPitch / std::max(slot, 0.1))));
    QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    for (std::size_t i = 0; i < view.marks.size(); i += static_cast<std::size_t>(step)) {
        const QString &label = points[static_cast<std::size_t>(view.marks[i].point)].label;
        ticker->addTick(view.marks[i].x, upright ? label : metrics.elidedText(label, Qt::ElideRight, room));
    }
    plot.xAxis->setTickLabelRotation(upright ? 0.0 : kSlant);
    plot.xAxis->setTicker(ticker);
}

QCPRange boundedRange(QCPRange range, const QCPRange &limits, double smallest)
{
    range.normalize();
    const double size = std::clamp(range.size(), std::min(smallest, limits.size()), limits.size());
    const double centre = std::clamp(range.center(), limits.lower + size / 2.0, limits.upper - size / 2.0);
    return {centre - size / 2.0, centre + size / 2.0};
}

} // namespace knockscape::ui
