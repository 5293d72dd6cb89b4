// What a PairHeatMap draws: colours, legend, the square, names that fit.
#include "ui/plots/pair_heat_map.h"

#include "ui/plots/heat_map_cursor.h"
#include "ui/plots/legend_strip.h"
#include "ui/plots/plot_axes.h"
#include "ui/theme/colours.h"
#include "ui/theme/number_format.h"

#include <qcustomplot.h>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace knockscape::ui
{

namespace
{

/// Names longer than this are shortened.
constexpr double kLongestName = 96.0;
constexpr double kNameGap = 8.0;
constexpr double kEdge = 10.0;
/// Genes seen along one side at the deepest zoom.
constexpr double kFewestGenes = 4.0;
constexpr double kSmallestSide = 40.0;

/// Closer together towards zero, as the colours change fastest there.
QCPColorGradient gradientFor(PairQuantity quantity, const QPalette &palette)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    constexpr int kStops = 20;
    for (int i = -kStops; i <= kStops; ++i) {
        const double share = static_cast<double>(i) / kStops;
        const double value = std::copysign(share * share, share);
        gradient.setColorStopAt(isDiverging(quantity) ? (value + 1.0) / 2.0 : (share + 1.0) / 2.0,
                                isDiverging(quantity) ? divergingColour(value, 1.0, palette)
                                                      : viridisColour((share + 1.0) / 2.0));
    }
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(noValueColour(palette));
    // An odd number, so that zero is exactly neutral.
    gradient.setLevelCount(1025);
    return gradient;
}

QString percentText(std::size_t part, std::size_t whole)
{
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return QLocale().toString(percent, 'g', 2);
}

/// Where several pairs share a dot.
QString dotText(std::size_t step)
{
    return PairHeatMap::tr("each dot: the most extreme of %1 × %1 pairs").arg(step);
}

} // namespace

void PairHeatMap::applyColours(const QPalette &palette, const QFont &font)
{
    QPalette dimmed = emptyLabel_->palette();
    dimmed.setColor(QPalette::WindowText, dimmedText(this->palette()));
    emptyLabel_->setPalette(dimmed);
    styleAxes(*canvas_, palette, font);
    QFont names = canvas_->xAxis->tickLabelFont();
    names.setItalic(true);
    for (QCPAxis *axis : {canvas_->xAxis, canvas_->yAxis})
        axis->setTickLabelFont(names);
    for (QCPAxis *axis : {canvas_->xAxis2, canvas_->yAxis2})
        axis->setBasePen(canvas_->xAxis->basePen());
    scale_->setGradient(gradientFor(quantity_, palette));
    scale_->setDataRange({range_.low, range_.high});
    QCPAxis *axis = scale_->axis();
    axis->setLabel(quantityLabel(quantity_));
    axis->setTicker(makeNumberTicker());
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setLabelColor(palette.color(QPalette::Text));
    axis->setLabelFont(canvas_->xAxis->labelFont());
    axis->setTickLabelColor(dimmedText(palette));
    axis->setTickLabelFont(canvas_->xAxis->labelFont());
    for (QCPAxis *side : axis->axisRect()->axes()) {
        side->setBasePen(QPen(hairline(palette)));
        side->setTickPen(QPen(hairline(palette)));
        side->setSubTickPen(Qt::NoPen);
    }
    for (LegendStrip *strip : {meanings_, notes_, beside_})
        strip->setAppearance(palette, canvas_->xAxis->labelFont());
    cursor_->setAppearance(palette, names);
    canvas_->selectionRect()->setPen(QPen(palette.color(QPalette::Text), 1.0, Qt::DashLine));
    QColor tint = palette.color(QPalette::Highlight);
    tint.setAlphaF(0.15F);
    canvas_->selectionRect()->setBrush(tint);
}

void PairHeatMap::collectLegend()
{
    std::vector<LegendStrip::Entry> &meanings = legendMeanings_;
    std::vector<LegendStrip::Entry> &notes = legendNotes_;
    meanings.clear();
    notes.clear();
    if (isDiverging(quantity_)) {
        meanings.push_back({LegendStrip::Sample::Negative, tr("negative: sicker than expected")});
        meanings.push_back({LegendStrip::Sample::Positive, tr("positive")});
        meanings.push_back({LegendStrip::Sample::NoValue,
                            range_.missing > 0 ? tr("no value: same gene, or not computed") : tr("same gene")});
    } else {
        meanings.push_back({LegendStrip::Sample::None, tr("diagonal: single deletions")});
        if (range_.missing > 0)
            meanings.push_back({LegendStrip::Sample::NoValue, tr("not computed")});
    }
    if (ordering())
        notes.push_back({LegendStrip::Sample::None, tr("ordering the genes…")});
    else if (order_ == Order::Clustered && clustered_[quantity_].empty())
        notes.push_back({LegendStrip::Sample::None, tr("too little memory to order the genes")});
    if (range_.beyond > 0) {
        const auto written = [this](double value) {
            return isDiverging(quantity_) ? formatSigned(value) : formatFitness(value);
        };
        notes.push_back({LegendStrip::Sample::None,
                         tr("%1 % of the pairs lie beyond the colours").arg(percentText(range_.beyond, range_.pairs))});
        notes.push_back(
            {LegendStrip::Sample::None, tr("values %1 … %2").arg(written(range_.least), written(range_.most))});
    }
    if (step_ > 1)
        notes.push_back({LegendStrip::Sample::None, dotText(step_)});
}

void PairHeatMap::updateLegend()
{
    std::vector<LegendStrip::Entry> all = legendMeanings_;
    all.insert(all.end(), legendNotes_.begin(), legendNotes_.end());
    const std::vector<LegendStrip::Entry> none;
    meanings_->setEntries(legendBeside_ ? none : legendMeanings_);
    notes_->setEntries(legendBeside_ ? none : legendNotes_);
    beside_->setEntries(legendBeside_ ? std::move(all) : none);
}

QStringList PairHeatMap::legendTexts() const
{
    QStringList texts;
    for (const auto *entries : {&legendMeanings_, &legendNotes_}) {
        for (const LegendStrip::Entry &entry : *entries)
            texts << entry.text;
    }
    return texts;
}

/// What the legend takes above a map of this width.
int PairHeatMap::legendHeight(double width) const
{
    meanings_->setEntries(legendMeanings_);
    notes_->setEntries(legendNotes_);
    return meanings_->heightFor(width) + notes_->heightFor(width);
}

void PairHeatMap::prepare()
{
    if (pairs_.size() == 0)
        return;
    collectLegend();
    layOut();
    limitRange();
    fillMap();
    nameAxes();
    collectLegend(); // how many pairs share a dot is known now
    updateLegend();
}

QString PairHeatMap::shownName(int place) const
{
    return QFontMetricsF(canvas_->xAxis->tickLabelFont())
        .elidedText(matrix_->genes[pairs_.gene(static_cast<std::size_t>(place))], Qt::ElideRight, kLongestName);
}

void PairHeatMap::layOut()
{
    // The margins hold the longest name, seen or not, so that the map does not jump while it is moved.
    const QFontMetricsF metrics(canvas_->xAxis->tickLabelFont());
    double longest = 0.0;
    for (const QString &name : matrix_->genes)
        longest = std::max(longest, metrics.horizontalAdvance(name));
    const double names = std::ceil(std::min(longest, kLongestName) + kNameGap + kEdge / 2.0);
    const QFontMetricsF scaleMetrics(scale_->axis()->labelFont());
    const double scale =
        std::ceil(20.0 + scale_->barWidth() + scaleMetrics.horizontalAdvance(QStringLiteral("−0.00005")) +
                  1.5 * scaleMetrics.height());
    const QSize canvas = canvas_->viewport().size();
    const double width = canvas.width() - names - kEdge - scale;
    const double height = canvas.height() - names - kEdge;
    // The legend stands where it leaves more room to the map. Its longest words do not depend on what is seen.
    const double besideRoom = std::min(width - scaleMetrics.horizontalAdvance(dotText(10)) - 3.0 * kEdge, height);
    const double aboveRoom = std::min(width, height - legendHeight(canvas.width()));
    legendBeside_ = besideRoom >= aboveRoom;
    const int side = static_cast<int>(std::max(kSmallestSide, std::floor(std::max(besideRoom, aboveRoom))));
    const auto fits = [&](const QString &label) { return scaleMetrics.horizontalAdvance(label) <= side; };
    scale_->axis()->setLabel(fits(quantityLabel(quantity_))  ? quantityLabel(quantity_)
                             : fits(quantityName(quantity_)) ? quantityName(quantity_)
                                                             : QString());
    QCPAxisRect *square = canvas_->axisRect();
    const int margin = static_cast<int>(names);
    const int edge = static_cast<int>(kEdge);
    square->setMargins(QMargins(margin, edge, edge, margin));
    square->setMinimumSize(side, side);
    square->setMaximumSize(side, side);
    scale_->setMargins(QMargins(0, edge, 0, margin));
    scale_->setMinimumSize(static_cast<int>(scale), 0);
    scale_->setMaximumSize(static_cast<int>(scale), QWIDGETSIZE_MAX);
    updateLegend();
    canvas_->plotLayout()->update(QCPLayoutElement::upLayout);
}

void PairHeatMap::limitRange()
{
    const auto genes = static_cast<double>(pairs_.size());
    const double most = std::max(canvas_->xAxis->range().size(), canvas_->yAxis->range().size());
    const double seen = std::clamp(most, std::min(kFewestGenes, genes), genes);
    for (QCPAxis *axis : {canvas_->xAxis, canvas_->yAxis}) {
        const double centre = axis->range().center();
        axis->setRange(boundedRange({centre - seen / 2.0, centre + seen / 2.0}, {-0.5, genes - 0.5}, seen));
    }
}

void PairHeatMap::fillMap()
{
    const double ratio = paperRatio_ > 0.0 ? paperRatio_ : canvas_->bufferDevicePixelRatio();
    const double pixels = canvas_->axisRect()->minimumSize().width() * ratio;
    const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil(span() / pixels)));
    const std::size_t blocks = (pairs_.size() + step - 1) / step;
    const auto seenBlocks = [&](const QCPRange &range) {
        const double first = std::floor((range.lower + 0.5) / static_cast<double>(step));
        const double last = std::ceil((range.upper + 0.5) / static_cast<double>(step));
        return std::pair(static_cast<std::size_t>(std::max(0.0, first)),
                         std::min(blocks, static_cast<std::size_t>(std::max(0.0, last)) + 1));
    };
    const auto rows = seenBlocks(canvas_->yAxis->range());
    const auto columns = seenBlocks(canvas_->xAxis->range());
    if (step == step_ && rows == filledRows_ && columns == filledColumns_)
        return;
    step_ = step;
    filledRows_ = rows;
    filledColumns_ = columns;
    const std::vector<float> values = pairs_.blocks(step, rows, columns);
    const std::size_t width = columns.second - columns.first;
    QCPColorMapData *cells = map_->data();
    cells->setSize(static_cast<int>(width), static_cast<int>(rows.second - rows.first));
    const auto middle = [step](std::size_t block) {
        return static_cast<double>(block * step) + (static_cast<double>(step) - 1.0) / 2.0;
    };
    cells->setRange({middle(columns.first), middle(columns.second - 1)}, {middle(rows.first), middle(rows.second - 1)});
    for (std::size_t row = 0; row < rows.second - rows.first; ++row) {
        for (std::size_t column = 0; column < width; ++column)
            cells->setCell(static_cast<int>(column), static_cast<int>(row), values[row * width + column]);
    }
}

void PairHeatMap::nameAxes()
{
    const double cell = canvas_->axisRect()->minimumSize().width() / span();
    const double line = QFontMetricsF(canvas_->xAxis->tickLabelFont()).height();
    // Multiples of the same number, so that names do not flicker while the map is moved.
    const int every = std::max(1, static_cast<int>(std::ceil(line / cell)));
    for (QCPAxis *axis : {canvas_->xAxis, canvas_->yAxis}) {
        QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
        const int first = std::max(0, static_cast<int>(std::ceil(axis->range().lower)));
        const int last =
            std::min(static_cast<int>(pairs_.size()) - 1, static_cast<int>(std::floor(axis->range().upper)));
        for (int place = (first + every - 1) / every * every; place <= last; place += every)
            ticker->addTick(place, shownName(place));
        axis->setTicker(ticker);
    }
}

double PairHeatMap::span() const
{
    return canvas_->xAxis->range().size();
}

bool PairHeatMap::zoomed() const
{
    return pairs_.size() > 0 && span() < static_cast<double>(pairs_.size()) - 1e-6;
}

void PairHeatMap::resetZoom()
{
    const double genes = std::max(1.0, static_cast<double>(pairs_.size()));
    canvas_->xAxis->setRange(-0.5, genes - 0.5);
    canvas_->yAxis->setRange(-0.5, genes - 0.5);
    replot();
}

} // namespace knockscape::ui
